import { Link } from 'wouter';
import type { Country } from '#core/country.ts';
import { type EventFilter, filterKey } from '#core/filter.ts';
import { defaultView } from '#core/view.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useAsk } from '#state/engine-context.tsx';
import { paths } from '#state/paths.ts';
import { apiOptions } from '#state/queries.ts';
import { useHeldWords } from '#state/use-held-words.ts';
import type { Names } from '#state/use-names.ts';
import { useQuery } from '#state/use-query.ts';
import { useRowTexts } from '#state/use-row-texts.ts';
import { EventItem } from '#ui/EventItem.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Panel } from '#ui/Panel.tsx';
import { RecordList } from '#ui/RecordList.tsx';
import styles from './CountryPage.module.css';

const LATEST = 8;
const SHOWN = 7;

/** The newest events of what the page shows. */
export function LatestEvents({ filter, names }: { filter: EventFilter; names: Names }) {
  const { t } = useI18n();
  const asked = useAsk([{ kind: 'page', filter, sort: 'newest', offset: 0, limit: LATEST }]);
  const page = asked.data?.answers[0];
  const texts = useRowTexts(page, asked.data?.dataVersion ?? '', filterKey(filter));
  const held = useHeldWords();
  const query = {
    // Of a list still arriving none may be known yet.
    data: page?.matched === 0 ? (asked.data?.complete ? [] : undefined) : texts.data,
    error: texts.error ?? asked.error,
    refetch: asked.error ? asked.retry : texts.refetch,
  };
  return (
    <Panel
      flush
      busy={asked.behind || texts.behind}
      title={t('country.events.title')}
      controls={
        page && page.matched > LATEST && asked.data?.complete ? (
          <Link href={paths.events({ ...defaultView, filter })}>
            {t('country.events.all', { n: page.matched })}
          </Link>
        ) : null
      }
    >
      <Loaded
        query={query}
        failed={t('records.events.failed')}
        lines={8}
        {...(held && !page?.matched ? { instead: held } : {})}
      >
        {(rows) =>
          rows.length === 0 ? (
            <p className={styles.empty}>{t('country.events.none')}</p>
          ) : (
            <RecordList columns>
              {rows.map((event) => (
                <li key={event.n}>
                  <EventItem event={event} href={paths.event(event.id)} adm1Name={names.adm1} />
                </li>
              ))}
            </RecordList>
          )
        }
      </Loaded>
    </Panel>
  );
}

/** Decisions that changed the rules: the milestones of the timeline. */
export function Milestones({ country, names }: { country: Country; names: Names }) {
  const { t } = useI18n();
  const query = useQuery(
    apiOptions('events', { c: country.iso2, type: 'policy', limit: '500', sort: 'newest' }),
  );
  return (
    <Panel flush title={t('country.milestones.title')} note={t('country.milestones.note')}>
      <Loaded query={query} failed={t('records.events.failed')} lines={8}>
        {({ rows }) => {
          const milestones = rows.filter((event) => event.milestone);
          if (milestones.length === 0) return <p className={styles.empty}>{t('country.milestones.none')}</p>;
          return (
            <RecordList>
              {milestones.slice(0, SHOWN).map((event) => (
                <li key={event.n}>
                  <EventItem event={event} href={paths.event(event.id)} adm1Name={names.adm1} />
                </li>
              ))}
            </RecordList>
          );
        }}
      </Loaded>
    </Panel>
  );
}
