import { useState } from 'react';
import { Link } from 'wouter';
import { topics } from '#core/article.ts';
import type { Country } from '#core/country.ts';
import { emptyFilter } from '#core/filter.ts';
import { defaultView } from '#core/view.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { topicLabel } from '#i18n/labels.ts';
import { paths } from '#state/paths.ts';
import { useInfiniteQuery } from '#state/use-infinite-query.ts';
import { useView } from '#state/use-view.ts';
import { ArticleItem } from '#ui/ArticleItem.tsx';
import { Button } from '#ui/Button.tsx';
import { ToggleChip } from '#ui/Chip.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Panel } from '#ui/Panel.tsx';
import { RecordList } from '#ui/RecordList.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './CountryPage.module.css';
import { countryArticles } from './country-articles.ts';

const CHIPS = 7;
const ORDERS = ['newest', 'oldest'] as const;

/** The country's own news: topic chips carry the counts of this country and period, and the list says the same. */
export function CountryNews({ country }: { country: Country }) {
  const { t, lang } = useI18n();
  const { view, change } = useView();
  const { from, to } = view.filter;
  const topic = view.reading.topics[0] ?? null;
  const order = view.reading.order === 'oldest' ? 'oldest' : 'newest';
  const scope = { iso2: country.iso2, from, to, order } as const;
  const overall = useInfiniteQuery(countryArticles({ ...scope, topic: null }));
  const listed = useInfiniteQuery(countryArticles({ ...scope, topic }));
  const pages = listed.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows);
  const filter = { ...emptyFilter, countries: [country.iso2], from, to };
  return (
    <Panel
      flush
      className={styles.news}
      title={t('country.news.title', { name: country.names[lang] })}
      busy={listed.isFetching}
      controls={
        <Select
          quiet
          label={t('records.sort')}
          value={order}
          options={ORDERS.map((value) => ({ value, label: t(`records.order.${value}`) }))}
          onChange={(next) =>
            change((now) => ({ ...now, reading: { ...now.reading, order: next } }), 'quiet')
          }
        />
      }
    >
      <TopicChips
        topic={topic}
        counts={overall.data?.pages[0]?.facets.topics ?? {}}
        total={overall.data?.pages[0]?.total ?? 0}
      />
      <Loaded
        query={{ data: pages[0], error: listed.error, refetch: listed.refetch }}
        failed={t('records.articles.failed')}
        lines={10}
      >
        {(page) =>
          page.total === 0 ? (
            <p className={styles.empty}>
              {from === null && to === null ? t('country.news.none') : t('country.news.noneThen')}
            </p>
          ) : (
            <>
              <RecordList label={t('country.news.list')}>
                {rows.map((article) => (
                  <li key={article.id}>
                    <ArticleItem article={article} href={paths.article(article.id)} />
                  </li>
                ))}
              </RecordList>
              <p className={styles.newsFoot}>
                {listed.hasNextPage ? (
                  <Button onClick={() => void listed.fetchNextPage()} disabled={listed.isFetchingNextPage}>
                    {t('records.more', { shown: rows.length, all: page.total })}
                  </Button>
                ) : null}
                <Link href={paths.articles({ ...defaultView, filter })}>{t('country.news.search')}</Link>
              </p>
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}

type ChipsProps = { topic: string | null; counts: Readonly<Record<string, number>>; total: number };

function TopicChips({ topic, counts, total }: ChipsProps) {
  const { t, format } = useI18n();
  const { change } = useView();
  const [all, setAll] = useState(false);
  const found = Object.entries(counts).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (found.length === 0) return null;
  const shown = all ? found : found.filter(([key], at) => at < CHIPS || key === topic);
  const choose = (key: string | null) => {
    const known = topics.find((one) => one === key);
    change((now) => ({ ...now, reading: { ...now.reading, topics: known ? [known] : [] } }));
  };
  return (
    <fieldset className={styles.topics}>
      <legend className="visually-hidden">{t('country.news.topics')}</legend>
      <ToggleChip pressed={topic === null} onChange={() => choose(null)}>
        {t('country.news.every', { n: total })}
      </ToggleChip>
      {shown.map(([key, n]) => (
        <ToggleChip key={key} pressed={topic === key} onChange={(on) => choose(on ? key : null)}>
          {topicLabel(t, key)} {format.number(n)}
        </ToggleChip>
      ))}
      {found.length > CHIPS ? (
        <Button variant="link" onClick={() => setAll(!all)}>
          {all ? t('ui.less') : t('ui.more', { n: found.length - shown.length })}
        </Button>
      ) : null}
    </fieldset>
  );
}
