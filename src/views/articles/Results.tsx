import { useMemo } from 'react';
import type { Article } from '#core/article.ts';
import { emptyFilter } from '#core/filter.ts';
import { type ArticleOrder, allReading } from '#core/view.ts';
import { useT } from '#i18n/i18n.tsx';
import { csvFile } from '#state/downloads.ts';
import { paths } from '#state/paths.ts';
import { useView } from '#state/use-view.ts';
import { ArticleItem } from '#ui/ArticleItem.tsx';
import { Button, buttonClass } from '#ui/Button.tsx';
import { CopyLink } from '#ui/Cite.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Icon } from '#ui/Icon.tsx';
import { RecordList } from '#ui/RecordList.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './ArticlesPage.module.css';
import { articleInput, orderOf } from './article-search.ts';
import { searchedWords } from './searched-words.ts';

type Props = { rows: readonly Article[]; total: number; busy: boolean; more: (() => void) | null };

/** What was found: how many, in which order, the rows with the searched words marked, the file of all. */
export function Results({ rows, total, busy, more }: Props) {
  const t = useT();
  const { view, change } = useView();
  const words = view.filter.text;
  const meets = useMemo(() => searchedWords(words), [words]);
  return (
    <section className={styles.card} aria-label={t('records.articles.results')} aria-busy={busy}>
      <h2 className="visually-hidden">{t('records.articles.results')}</h2>
      <Bar shown={rows.length} total={total} />
      {total === 0 ? (
        <EmptyState
          title={t('records.articles.none')}
          actions={
            <Button variant="primary" onClick={() => change({ filter: emptyFilter, reading: allReading })}>
              {t('records.clearAll')}
            </Button>
          }
        >
          {t('records.articles.noneText')}
        </EmptyState>
      ) : (
        <RecordList label={t('records.articles.results')}>
          {rows.map((article) => (
            <li key={article.id}>
              <ArticleItem
                article={article}
                href={paths.article(article.id)}
                meets={meets}
                summary
                level={3}
              />
            </li>
          ))}
        </RecordList>
      )}
      {more ? (
        <p className={styles.more}>
          <Button onClick={more} disabled={busy}>
            {t('records.more', { shown: rows.length, all: total })}
          </Button>
        </p>
      ) : null}
    </section>
  );
}

function Bar({ shown, total }: { shown: number; total: number }) {
  const t = useT();
  const { view, change } = useView();
  const orders: ArticleOrder[] =
    view.filter.text === '' ? ['newest', 'oldest'] : ['relevance', 'newest', 'oldest'];
  return (
    <div className={styles.bar}>
      <p role="status">
        <strong>{t('records.articles.total', { n: total })}</strong>
        {total > shown ? (
          <span className={styles.muted}> · {t('records.articles.shown', { n: shown })}</span>
        ) : null}
      </p>
      <div className={styles.tools}>
        <Select
          label={t('records.sort')}
          value={orderOf(view)}
          options={orders.map((value) => ({ value, label: t(`records.order.${value}`) }))}
          onChange={(order) => change((now) => ({ ...now, reading: { ...now.reading, order } }))}
        />
        <a
          className={buttonClass()}
          href={csvFile('articles', articleInput(view))}
          download="atalaya-articles.csv"
          aria-disabled={total === 0}
        >
          <Icon name="download" size={18} />
          {t('records.file.all.csv', { n: total })}
        </a>
        <CopyLink />
      </div>
    </div>
  );
}
