import { useState } from 'react';
import { Link } from 'wouter';
import { endpointUrl } from '#contract/endpoints.ts';
import type { CrimeEvent } from '#core/event.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { latestEvent, paths } from '#state/paths.ts';
import { apiOptions } from '#state/queries.ts';
import type { Changes } from '#state/use-changes.ts';
import { useNames } from '#state/use-names.ts';
import { useQuery } from '#state/use-query.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { EventItem } from '#ui/EventItem.tsx';
import { Loaded } from '#ui/Loaded.tsx';
import { RecordList } from '#ui/RecordList.tsx';
import { panelProps, Tabs } from '#ui/Tabs.tsx';
import styles from './ChangesDialog.module.css';

const kinds = ['added', 'changed', 'withdrawn', 'merged'] as const;
type Kind = (typeof kinds)[number];
const shownRows = 200;
/** As many as the API gives at once. */
const dataRows = 1000;

/** The events that differ between the state of the data shown and the latest, by what happened to them. */
export function ChangesDialog({ changes, onClose }: { changes: Changes; onClose: () => void }) {
  const { t, format } = useI18n();
  const { events } = changes.counts;
  const present = kinds.filter((kind) => events[kind] > 0);
  const [kind, setKind] = useState<Kind>(present[0] ?? 'added');
  const since = changes.since.dataVersion;
  const query = useQuery(apiOptions('changes', { since, what: kind, limit: String(shownRows) }));
  const others = changes.counts.articles;
  const articles = others.added + others.changed + others.withdrawn;
  const series = changes.counts.indicators;
  const indicators = series.added + series.changed + series.withdrawn;
  return (
    <Dialog
      open
      onClose={onClose}
      width={760}
      title={t('shell.pin.dialog', {
        from: format.stamp(changes.since.dataAsOf),
        to: format.stamp(changes.now.dataAsOf),
      })}
    >
      <Tabs<Kind>
        id="changes"
        label={t('shell.pin.what')}
        value={kind}
        onChange={setKind}
        tabs={present.map((value) => ({
          value,
          label: t(`shell.pin.tab.${value}`),
          count: format.number(events[value]),
        }))}
      />
      <div {...panelProps('changes', kind)}>
        <Loaded query={query} failed={t('shell.pin.listFailed')} lines={6}>
          {({ rows, total }) => (
            <>
              <RecordList>
                {rows.map((row) => (
                  <li key={row.id}>
                    <ChangedEvent row={row} />
                  </li>
                ))}
              </RecordList>
              <p className={styles.note}>
                {total > rows.length ? `${t('shell.pin.first', { n: rows.length, all: total })} ` : ''}
                <a href={endpointUrl('changes', { since, what: kind, limit: String(dataRows) })}>
                  {t('shell.pin.data')}
                </a>
              </p>
            </>
          )}
        </Loaded>
      </div>
      {articles + indicators > 0 ? (
        <p className={styles.note}>{t('shell.pin.others', { articles, indicators })}</p>
      ) : null}
    </Dialog>
  );
}

function ChangedEvent({ row }: { row: Changes['rows'][number] }) {
  const { t } = useI18n();
  const names = useNames();
  const { id, what, successor } = row;
  if (row.event === null) return <p className={styles.note}>{t('shell.pin.notShared', { id })}</p>;
  return (
    <>
      <EventItem event={row.event as CrimeEvent} href={latestEvent(id)} adm1Name={names.adm1} />
      {what === 'changed' ? (
        <p className={styles.more}>
          <Link href={paths.event(id)}>{t('shell.pin.asItWas')}</Link>
        </p>
      ) : null}
      {successor === null ? null : (
        <p className={styles.more}>
          <Link href={latestEvent(successor)}>{t('shell.pin.successor', { id: successor })}</Link>
        </p>
      )}
    </>
  );
}
