import { useEffect, useState } from 'react';
import type { EventFilter } from '#core/filter.ts';
import { quantityMeasures } from '#core/measure.ts';
import { eventsIn, type FacetCounts } from '#drawings/counts.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import styles from './FilterPanel.module.css';
import { countProps } from './facet-count.ts';

type Quantity = EventFilter['quantity'];
type Props = {
  quantity: Quantity;
  /** Null while they are awaited or could not be had: no number is shown. */
  counts: FacetCounts | null;
  onChange(quantity: Quantity): void;
};

/** Only events that report a weight, a value or people killed, within typed bounds if wanted. */
export function QuantityFilter({ quantity, counts, onChange }: Props) {
  const { t, format } = useI18n();
  return (
    <fieldset className={styles.section}>
      <legend className={styles.legend}>{t('explore.reported')}</legend>
      <div>
        {quantityMeasures.map((measure) => {
          const on = quantity?.measure === measure;
          return (
            <div key={measure}>
              <Checkbox
                checked={on}
                onChange={(checked) => onChange(checked ? { measure, min: null, max: null } : null)}
                {...countProps(eventsIn(counts, [measure]), format)}
              >
                {t(`explore.reported.${measure}`)}
              </Checkbox>
              {on && quantity ? (
                <div className={styles.range}>
                  <Bound
                    label={t('explore.reported.min', { unit: t(`explore.unit.${measure}`) })}
                    value={quantity.min}
                    onCommit={(min) => onChange({ ...quantity, min })}
                  />
                  <span aria-hidden="true">–</span>
                  <Bound
                    label={t('explore.reported.max', { unit: t(`explore.unit.${measure}`) })}
                    value={quantity.max}
                    onCommit={(max) => onChange({ ...quantity, max })}
                  />
                  <span aria-hidden="true">{t(`explore.unit.${measure}`)}</span>
                </div>
              ) : null}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

function Bound(props: { label: string; value: number | null; onCommit(value: number | null): void }) {
  const shown = props.value === null ? '' : String(props.value);
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const commit = () => {
    const number = text.trim() === '' ? null : Number(text.replace(',', '.'));
    if (number !== null && !(Number.isFinite(number) && number >= 0)) return setText(shown);
    if (number !== props.value) props.onCommit(number);
  };
  return (
    <input
      type="text"
      inputMode="decimal"
      className={styles.number}
      aria-label={props.label}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
