import { type DatePrecision, datePrecisions } from '#core/time.ts';
import { eventsIn, type FacetCounts } from '#drawings/counts.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { ToggleChip } from '#ui/Chip.tsx';
import styles from './FilterPanel.module.css';
import { countProps } from './facet-count.ts';

type Props = {
  chosen: readonly DatePrecision[];
  /** Null while they are awaited. */
  counts: FacetCounts | null;
  onChange(chosen: DatePrecision[]): void;
};

/** How exactly the date is known: a month is no day. */
export function DatePrecisionFilter({ chosen, counts, onChange }: Props) {
  const { t, format } = useI18n();
  return (
    <fieldset className={styles.section}>
      <legend className={styles.legend}>{t('explore.datePrecision')}</legend>
      <div className={styles.chips}>
        {datePrecisions.map((precision) => (
          <ToggleChip
            key={precision}
            pressed={chosen.includes(precision)}
            onChange={(next) =>
              onChange(next ? [...chosen, precision] : chosen.filter((other) => other !== precision))
            }
          >
            {t(`domain.date.${precision}`)}{' '}
            <span className={styles.chipCount}>
              {countProps(eventsIn(counts, [precision]), format).count}
            </span>
          </ToggleChip>
        ))}
      </div>
    </fieldset>
  );
}
