import { Link } from 'wouter';
import type { EventFilter } from '#core/filter.ts';
import { defaultView } from '#core/view.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useAsk } from '#state/engine-context.tsx';
import { paths } from '#state/paths.ts';
import { eventRowsOptions } from '#state/queries.ts';
import { useNames } from '#state/use-names.ts';
import { useQuery } from '#state/use-query.ts';
import { EventItem } from '#ui/EventItem.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { Panel } from '#ui/Panel.tsx';
import { RecordList } from '#ui/RecordList.tsx';
import styles from './GroupPage.module.css';

const SHOWN = 8;

/** The newest events that name the group, and the way to all of them. */
export function GroupEvents({ filter }: { filter: EventFilter }) {
  const { t } = useI18n();
  const names = useNames();
  const asked = useAsk([{ kind: 'page', filter, sort: 'newest', offset: 0, limit: SHOWN }]);
  const page = asked.data?.answers[0];
  const texts = useQuery({
    ...eventRowsOptions(page?.rows ?? [], asked.data?.dataVersion ?? ''),
    enabled: page !== undefined,
  });
  const query = {
    data: texts.data,
    error: texts.error ?? asked.error,
    refetch: asked.error ? asked.retry : texts.refetch,
  };
  return (
    <Panel
      flush
      title={t('records.group.latest')}
      controls={
        page && page.matched > SHOWN ? (
          <Link href={paths.events({ ...defaultView, filter })}>
            {t('country.events.all', { n: page.matched })}
          </Link>
        ) : null
      }
    >
      <Loaded query={query} failed={t('records.events.failed')}>
        {(rows) =>
          rows.length === 0 ? (
            <p className={styles.empty}>{t('records.group.noEvents')}</p>
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
