import { type CSSProperties, type ReactNode, useState } from 'react';
import { eventsIn, type FacetCounts } from '#drawings/counts.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import styles from './FilterPanel.module.css';
import { countProps } from './facet-count.ts';

type Props = {
  legend: string;
  /** Null while they are awaited: the list keeps its place, and no number is shown. */
  counts: FacetCounts | null;
  chosen: readonly string[];
  name(key: string): ReactNode;
  onChange(chosen: string[]): void;
  /** Values shown before "n more". */
  first?: number;
};

/** A facet as a list of checkboxes, most events first; chosen values stay even where they count nothing. */
export function FacetChecks({ legend, counts, chosen, name, onChange, first = 5 }: Props) {
  const { t, format } = useI18n();
  const [all, setAll] = useState(false);
  const keys = [...(counts?.keys() ?? []), ...chosen.filter((key) => !counts?.has(key))];
  if (keys.length === 0 && counts) return null;
  if (keys.length === 0) {
    return (
      <fieldset className={styles.section} aria-busy="true">
        <legend className={styles.legend}>{legend}</legend>
        <div className={styles.waiting} style={{ '--rows': first + 1 } as CSSProperties} />
      </fieldset>
    );
  }
  const shown = all ? keys : keys.filter((key, at) => at < first || chosen.includes(key));
  const toggle = (key: string, on: boolean) =>
    onChange(on ? [...chosen, key] : chosen.filter((other) => other !== key));
  return (
    <fieldset className={styles.section}>
      <legend className={styles.legend}>{legend}</legend>
      <div>
        {shown.map((key) => (
          <Checkbox
            key={key}
            checked={chosen.includes(key)}
            onChange={(on) => toggle(key, on)}
            {...countProps(eventsIn(counts, [key]), format)}
          >
            {name(key)}
          </Checkbox>
        ))}
        {keys.length > first ? (
          <div className={styles.more}>
            <Button variant="link" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? t('ui.less') : t('ui.more', { n: keys.length - shown.length })}
            </Button>
          </div>
        ) : null}
      </div>
    </fieldset>
  );
}
