import type { ReactNode } from 'react';
import type { CountAnswer, EventSort } from '#core/query.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { CHOSEN_ROWS_LIMIT, chosenEventsFile, type EventFile } from '#state/downloads.ts';
import { useView } from '#state/use-view.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './EventsPage.module.css';

export const SORTS: readonly EventSort[] = ['newest', 'oldest', 'kg', 'usd', 'people', 'country', 'kind'];
const FILES: readonly EventFile[] = ['csv', 'geojson'];

type Props = {
  count: CountAnswer;
  shown: number;
  complete: boolean;
  /** The way out of the whole list. */
  exportMenu: ReactNode;
  chosen: ReadonlySet<number>;
  onClear(): void;
};

/** How many there are and what was left out; order; files of all, or of the rows chosen. */
export function ListBar({ count, shown, complete, exportMenu, chosen, onClear }: Props) {
  const { t } = useI18n();
  const { view, change } = useView();
  const n = count.total.events;
  const some = chosen.size > 0;
  const rows = [...chosen].sort((a, b) => a - b);
  return (
    <div className={styles.bar}>
      <div className={styles.counts} role="status">
        <p>
          <strong>{t('records.events.shown', { n, all: count.ofAll })}</strong>
          {n > shown ? (
            <span className={styles.muted}> · {t('records.events.onPage', { n: shown })}</span>
          ) : null}
        </p>
        <p className={styles.muted}>
          {[
            count.tooVague > 0 ? t('records.events.tooVague', { n: count.tooVague }) : '',
            count.undated > 0 ? t('records.events.undated', { n: count.undated }) : '',
            complete ? '' : t('records.events.partial'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className={styles.tools}>
        <Select
          label={t('records.sort')}
          value={view.sort}
          options={SORTS.map((value) => ({ value, label: t(`records.sort.${value}`) }))}
          onChange={(sort) => change({ sort })}
        />
        {some
          ? FILES.map((format) => (
              <a
                key={format}
                className={buttonClass()}
                href={chosenEventsFile(rows, format)}
                download={`atalaya-events.${format}`}
              >
                <Icon name="download" size={18} />
                {t(`records.file.some.${format}`, { n: chosen.size })}
              </a>
            ))
          : exportMenu}
        {some ? (
          <Button variant="link" onClick={onClear}>
            {t('records.events.unchoose')}
          </Button>
        ) : null}
      </div>
      {chosen.size > CHOSEN_ROWS_LIMIT ? (
        <p className={styles.muted} role="alert">
          {t('records.events.tooManyChosen', { n: CHOSEN_ROWS_LIMIT })}
        </p>
      ) : null}
    </div>
  );
}
