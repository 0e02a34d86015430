import { Link } from 'wouter';
import { emptyFilter } from '#core/filter.ts';
import type { SourceInfo } from '#core/provenance.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { sourceWords } from '#i18n/localised.ts';
import { useSourcesT } from '#i18n/sources-words.ts';
import { useAsk } from '#state/engine-context.tsx';
import { paths } from '#state/paths.ts';
import { apiOptions } from '#state/queries.ts';
import { useQuery } from '#state/use-query.ts';
import { useTitle } from '#state/use-title.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Page } from '#ui/Page.tsx';
import { coverageOf } from './coverage.ts';
import { SourceCard } from './SourceCard.tsx';
import styles from './SourcesPage.module.css';

export default function SourcesPage() {
  const { t, format } = useI18n();
  const say = useSourcesT();
  useTitle(t('shell.title.sources'));
  const query = useQuery(apiOptions('sources'));
  const meta = useQuery(apiOptions('meta')).data;
  const asked = useAsk([
    { kind: 'series', filter: emptyFilter, bin: 'year', measure: 'count', split: 'source', domain: null },
  ]);
  const years = asked.data ? coverageOf(asked.data.answers[0]) : null;
  return (
    <Page
      title={say('sources.title')}
      lead={say('sources.lead')}
      kicker={
        meta
          ? say('sources.version', {
              version: meta.dataVersion,
              date: format.stamp(meta.dataAsOf),
              events: t('records.count.events', { n: meta.counts.events }),
              articles: t('records.count.articles', { n: meta.counts.articles }),
              indicators: t('records.count.indicators', { n: meta.counts.indicators }),
            })
          : undefined
      }
      actions={<Link href={paths.about()}>{say('sources.toAbout')}</Link>}
    >
      <Loaded query={query} failed={say('sources.failed')} lines={14}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={say('sources.none')}>{say('sources.noneText')}</EmptyState>
          ) : (
            <>
              <Contents rows={rows} />
              <ul className={styles.list}>
                {rows.map((source) => (
                  <li key={source.id}>
                    <SourceCard source={source} years={years} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/** All sources at a glance, with what each gives. */
function Contents({ rows }: { rows: readonly SourceInfo[] }) {
  const { lang, format } = useI18n();
  const say = useSourcesT();
  const cell = (n: number) => (n === 0 ? '–' : format.number(n));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section className={styles.scroll} tabIndex={0} aria-label={say('sources.table')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{say('sources.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('sources.col.source')}</th>
            <th scope="col">{say('sources.col.publisher')}</th>
            <th scope="col">{say('sources.col.period')}</th>
            <th scope="col" className={styles.number}>
              {say('sources.col.events')}
            </th>
            <th scope="col" className={styles.number}>
              {say('sources.col.articles')}
            </th>
            <th scope="col" className={styles.number}>
              {say('sources.col.indicators')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((source) => (
            <tr key={source.id}>
              <th scope="row">
                <a href={`#${encodeURIComponent(source.id)}`}>{sourceWords(lang, source).title}</a>
              </th>
              <td>{source.publisher}</td>
              <td className={styles.period}>
                {source.coverage.from?.slice(0, 4) ?? '…'}–{source.coverage.to?.slice(0, 4) ?? '…'}
              </td>
              <td className={styles.number}>{cell(source.counts.events)}</td>
              <td className={styles.number}>{cell(source.counts.articles)}</td>
              <td className={styles.number}>{cell(source.counts.indicators)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
