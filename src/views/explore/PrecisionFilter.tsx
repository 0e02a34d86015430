import { type PlacePrecision, placePrecisions } from '#core/place.ts';
import { eventsIn, type FacetCounts } from '#drawings/counts.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { ToggleChip } from '#ui/Chip.tsx';
import styles from './FilterPanel.module.css';

type Props = {
  chosen: readonly PlacePrecision[];
  /** Null while they are awaited: every level keeps its place. */
  counts: FacetCounts | null;
  onChange(chosen: PlacePrecision[]): void;
};

/** How well the place is known, level by level. */
export function PrecisionFilter({ chosen, counts, onChange }: Props) {
  const { t, format } = useI18n();
  return (
    <fieldset className={styles.section}>
      <legend className={styles.legend}>{t('explore.precision')}</legend>
      <div className={styles.chips}>
        {placePrecisions.map(({ level, key }) => {
          const events = eventsIn(counts, [String(level)]);
          const on = chosen.includes(level);
          if (events === 0 && !on) return null;
          return (
            <ToggleChip
              key={key}
              pressed={on}
              onChange={(next) =>
                onChange(next ? [...chosen, level] : chosen.filter((other) => other !== level))
              }
            >
              {t(`domain.place.${key}`)}{' '}
              {events === null ? null : <span className={styles.chipCount}>{format.number(events)}</span>}
            </ToggleChip>
          );
        })}
      </div>
    </fieldset>
  );
}
