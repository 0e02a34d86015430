import type { SubstanceKey } from './taxonomy.ts';

/** What a figure adds up. `count` = events; the others add reported quantities and keep the unreported apart. */
export const measures = ['count', 'kg', 'usd', 'people'] as const;
export type Measure = (typeof measures)[number];
/** Measures that come from a quantity: kg of drugs or goods, US dollars, people killed. */
export const quantityMeasures = ['kg', 'usd', 'people'] as const;
export type QuantityMeasure = (typeof quantityMeasures)[number];

/**
 * One reported quantity. `value` is the source's best figure; low/high its range; null = not reported, never 0.
 * `kg` weights are kilograms as reported (gross unless said), `usd` nominal US dollars of the event's year, `people` deaths.
 */
export interface Quantity {
  readonly measure: QuantityMeasure | 'item';
  readonly substance: SubstanceKey | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Unit in English field terms: "kg cocaine", "deaths", "aircraft", "laboratories". */
  readonly unit: string;
}

/** A sum that never turns "not reported" into 0. `low`/`high` equal `best` where sources gave no range. */
export interface Total {
  readonly events: number;
  readonly best: number;
  readonly low: number;
  readonly high: number;
  /** Events among `events` that report no figure for the measure. */
  readonly unreported: number;
}

/** Grams in a kg figure, rounded: snapshots carry grams as whole numbers so that sums are exact. */
export function gramsOf(kg: number): number {
  return Math.round(kg * 1000);
}

/** Sum of an event's quantities in one measure, in the measure's unit; null when none is reported. */
export function quantityOf(
  quantities: readonly Quantity[],
  measure: QuantityMeasure,
  bound: 'value' | 'low' | 'high' = 'value',
): number | null {
  let sum: number | null = null;
  for (const quantity of quantities) {
    if (quantity.measure !== measure) continue;
    const value = bound === 'value' ? quantity.value : (quantity[bound] ?? quantity.value);
    if (value !== null) sum = (sum ?? 0) + value;
  }
  return sum;
}
