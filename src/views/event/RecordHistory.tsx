import { useI18n } from '#i18n/i18n.tsx';
import type { EventRecord } from '#state/queries.ts';
import styles from './EventPage.module.css';

/** Which states of the data touched the record, oldest first; nothing for one that is as it first came. */
export function RecordHistory({ history }: { history: NonNullable<EventRecord['history']> }) {
  const { t, format } = useI18n();
  if (history.length === 0) return null;
  return (
    <div className={styles.past}>
      <h3 className={styles.small}>{t('records.history')}</h3>
      <ul className={styles.history}>
        {history.map(({ what, dataVersion, dataAsOf }) => (
          <li key={dataVersion}>{t(`records.history.${what}`, { date: format.stamp(dataAsOf) })}</li>
        ))}
      </ul>
    </div>
  );
}
