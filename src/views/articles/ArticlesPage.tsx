import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { emptyFilter } from '#core/filter.ts';
import { type ArticleOrder, allReading } from '#core/view.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { csvFile } from '#state/downloads.ts';
import { paths } from '#state/paths.ts';
import { useTitle } from '#state/use-title.ts';
import { useView } from '#state/use-view.ts';
import { ArticleItem } from '#ui/ArticleItem.tsx';
import { Button, buttonClass } from '#ui/Button.tsx';
import { CopyLink } from '#ui/Cite.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Page } from '#ui/Page.tsx';
import { RecordList } from '#ui/RecordList.tsx';
import { Select } from '#ui/Select.tsx';
import { ArticleFacets } from './ArticleFacets.tsx';
import styles from './ArticlesPage.module.css';
import { articleInput, articlePages, orderOf } from './article-search.ts';
import { SearchField } from './SearchField.tsx';
import { searchedWords } from './searched-words.ts';

export default function ArticlesPage() {
  const { t } = useI18n();
  useTitle(t('shell.title.articles'));
  const { view, change } = useView();
  const query = useInfiniteQuery(articlePages(view));
  const pages = query.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows);
  const order = orderOf(view);
  const meets = useMemo(() => searchedWords(view.filter.text), [view.filter.text]);
  const orders: ArticleOrder[] =
    view.filter.text === '' ? ['newest', 'oldest'] : ['relevance', 'newest', 'oldest'];
  const first = { data: pages.at(-1), error: query.error, refetch: query.refetch };
  const clear = () => change({ filter: emptyFilter, reading: allReading });
  return (
    <Page title={t('records.articles.title')} lead={t('records.articles.lead')}>
      <SearchField
        text={view.filter.text}
        onText={(text) => change((now) => ({ ...now, filter: { ...now.filter, text } }))}
      />
      <Loaded
        query={first}
        failed={t('records.articles.failed')}
        label={t('records.articles.loading')}
        lines={14}
      >
        {({ total, facets }) => (
          <div className={styles.columns}>
            <ArticleFacets facets={facets} />
            <section
              className={styles.card}
              aria-label={t('records.articles.results')}
              aria-busy={query.isFetching}
            >
              <div className={styles.bar}>
                <p role="status">
                  <strong>{t('records.articles.total', { n: total })}</strong>
                  {total > rows.length ? (
                    <span className={styles.muted}> · {t('records.articles.shown', { n: rows.length })}</span>
                  ) : null}
                </p>
                <div className={styles.tools}>
                  <Select
                    label={t('records.sort')}
                    value={order}
                    options={orders.map((value) => ({ value, label: t(`records.order.${value}`) }))}
                    onChange={(next) =>
                      change((now) => ({ ...now, reading: { ...now.reading, order: next } }))
                    }
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
              {total === 0 ? (
                <EmptyState
                  title={t('records.articles.none')}
                  actions={
                    <Button variant="primary" onClick={clear}>
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
              {query.hasNextPage ? (
                <p className={styles.more}>
                  <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
                    {t('records.more', { shown: rows.length, all: total })}
                  </Button>
                </p>
              ) : null}
            </section>
          </div>
        )}
      </Loaded>
    </Page>
  );
}
