import { memo } from 'react';
import type { CivilDay } from '#core/time.ts';
import { useT } from '#i18n/i18n.tsx';
import { commitTypedWindow } from '#state/draft-store.ts';
import { ToggleChip } from '#ui/Chip.tsx';
import { DateField } from '#ui/DateField.tsx';
import { useSteady } from '#ui/use-steady.ts';
import { presets } from './date-presets.ts';
import styles from './FilterPanel.module.css';

type Props = { from: CivilDay | null; to: CivilDay | null; asOf: CivilDay };

/** Typed first and last day, and the usual windows. An order turned round is put right, not refused. */
export const DateFilter = memo(function DateFilter({ from, to, asOf }: Props) {
  const t = useT();
  const commit = (first: CivilDay | null, last: CivilDay | null) =>
    first !== null && last !== null && first > last
      ? commitTypedWindow(last, first)
      : commitTypedWindow(first, last);
  return (
    <fieldset className={styles.section}>
      <legend className={styles.legend}>{t('explore.dates')}</legend>
      <div>
        <div className={styles.dates}>
          <DateField
            label={t('explore.dates.from')}
            value={from}
            edge="first"
            placeholder={t('explore.dates.first')}
            onCommit={useSteady((day: CivilDay | null) => commit(day, to))}
          />
          <span aria-hidden="true">{t('explore.dates.to')}</span>
          <DateField
            label={t('explore.dates.until')}
            value={to}
            edge="last"
            placeholder={t('explore.dates.last')}
            onCommit={useSteady((day: CivilDay | null) => commit(from, day))}
          />
        </div>
        <div className={styles.chips}>
          {presets(asOf).map((preset) => (
            <ToggleChip
              key={preset.key}
              pressed={preset.from === from && preset.to === to}
              onChange={() => commitTypedWindow(preset.from, preset.to)}
            >
              {t(`explore.dates.${preset.key}`)}
            </ToggleChip>
          ))}
        </div>
      </div>
    </fieldset>
  );
});
