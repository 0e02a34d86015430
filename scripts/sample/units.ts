import type { Quantity } from '#core/measure.ts';
import type { SubstanceKey } from '#core/taxonomy.ts';
import { quantity } from './draft.ts';

interface UnitRule {
  readonly measure: Quantity['measure'];
  readonly unit: string;
  readonly substance: SubstanceKey | null;
}

const rule = (measure: Quantity['measure'], unit: string, substance: SubstanceKey | null): UnitRule => ({
  measure,
  unit,
  substance,
});

/**
 * What the units of the curated files mean. `kg` is kept for drugs, so that a sum of kilograms is a sum of drugs; other
 * weighed goods stay items in their own unit. `usd` is a value of goods, or the face value of false notes (the unit says so).
 */
const unitRules: Readonly<Record<string, UnitRule>> = {
  'kg cocaine': rule('kg', 'kg cocaine', 'cocaine'),
  'kg cocaine base': rule('kg', 'kg cocaine base', 'coca-base'),
  'kg cocaine paste': rule('kg', 'kg cocaine paste', 'coca-base'),
  'kg marijuana': rule('kg', 'kg marijuana', 'cannabis'),
  'kg marijuana and hashish': rule('kg', 'kg marijuana and hashish', 'cannabis'),
  'kg skunk': rule('kg', 'kg skunk (marijuana)', 'cannabis'),
  'kg methamphetamine': rule('kg', 'kg methamphetamine', 'synthetics'),
  'kg drugs': rule('kg', 'kg drugs, kind not stated', 'drugs-unspecified'),
  'litres methamphetamine': rule('item', 'litres methamphetamine', 'synthetics'),
  packages: rule('item', 'packages', null),
  'packages cocaine': rule('item', 'packages of cocaine', 'cocaine'),
  'packages drugs': rule('item', 'packages of drugs', 'drugs-unspecified'),
  'counterfeit USD': rule('usd', 'counterfeit USD (face value)', 'counterfeit-money'),
  'USD contraband goods': rule('usd', 'USD of contraband goods', 'contraband-goods'),
  'USD smuggled mercury': rule('usd', 'USD of smuggled mercury', 'minerals'),
  'tonnes contraband goods': rule('item', 'tonnes of contraband goods', 'contraband-goods'),
  'lorries with contraband': rule('item', 'lorries with contraband', 'contraband-goods'),
  'contraband cigarettes': rule('item', 'contraband cigarettes', 'contraband-goods'),
  'kg mercury': rule('item', 'kg mercury', 'minerals'),
  'kg cassiterite': rule('item', 'kg cassiterite', 'minerals'),
  'rounds of ammunition': rule('item', 'rounds of ammunition', 'arms'),
  firearms: rule('item', 'firearms', 'arms'),
  'explosive charges': rule('item', 'explosive charges', 'arms'),
  deaths: rule('people', 'deaths', null),
  'ha coca eradicated': rule('item', 'ha coca eradicated', 'coca-leaf'),
  'coca bushes': rule('item', 'coca bushes', 'coca-leaf'),
  'ha marijuana eradicated': rule('item', 'ha marijuana eradicated', 'cannabis'),
  'marijuana plants': rule('item', 'marijuana plants', 'cannabis'),
  people: rule('item', 'people held', null),
  'PEN of goods seized': rule('item', 'PEN of goods seized', null),
  'ha substituted (5000 planned)': rule('item', 'ha of coca substituted (of 5,000 planned)', 'coca-leaf'),
};

/** The quantity of a curated row, or null when the row gives neither figure nor bound. Unlisted units stay items as written. */
export function quantityOfRow(
  unit: string,
  value: number | null,
  low: number | null,
  high: number | null,
): Quantity | null {
  if (value === null && low === null && high === null) return null;
  const known = unitRules[unit] ?? rule('item', unit, null);
  return quantity(known.measure, known.unit, known.substance, value, low, high);
}

/** The same quantity as a plain item: for decisions (votes, purchases), whose figures are never summed. */
export function asItem(source: Quantity): Quantity {
  return source.measure === 'item' ? source : { ...source, measure: 'item' };
}
