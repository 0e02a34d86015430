import { datePrecisionCodes } from '#contract/columns.ts';
import type { TileDimension } from '#contract/tile-dimensions.ts';
import { type DimensionKey, type EventFilter, withoutDimension } from '#core/filter.ts';
import { type Measure, quantityMeasures } from '#core/measure.ts';
import { placePrecisions } from '#core/place.ts';
import type { FacetAnswer, FacetQuery } from '#core/query.ts';
import { kinds } from '#core/taxonomy.ts';
import { type Bitset, countBoth, intersection, popcount } from './bitset.ts';
import { type EventColumns, placeCodes, placedCode } from './columns.ts';
import type { Selections } from './masks.ts';
import type { Tallies } from './tallies.ts';
import { countTotal, spreadLists, type Tally, totalAt, totalOf, totalOver } from './tally.ts';

type Facet = FacetQuery['dimension'];

/** The filter dimension whose own choice a facet ignores. */
export const ownDimension: Readonly<Record<Facet, DimensionKey>> = {
  country: 'country',
  adm1: 'adm1',
  kind: 'type',
  group: 'group',
  substance: 'substance',
  source: 'source',
  precision: 'precision',
  datePrecision: 'datePrecision',
  reported: 'quantity',
};

/** The filter as a tile by a dimension regards it. */
export function withoutOwn(filter: EventFilter, by: TileDimension): EventFilter {
  return by in ownDimension ? withoutDimension(filter, ownDimension[by as Facet]) : filter;
}

/** Counts per value of one dimension, most first, ties by key. */
export function answerFacet(selections: Selections, tallies: Tallies, query: FacetQuery): FacetAnswer {
  const { dimension, measure, filter } = query;
  const rows = selections.of(filter, ownDimension[dimension]);
  const { values, without } = talliers[dimension](selections.columns, tallies, rows, measure);
  return facetAnswer(dimension, values, without);
}

/** The values that any event has, most first, ties by key. */
export function facetAnswer(dimension: Facet, values: Values, without: number): FacetAnswer {
  const present = values
    .filter(({ total }) => total.events > 0)
    .sort((a, b) => b.total.events - a.total.events || (a.key < b.key ? -1 : 1));
  return { kind: 'facet', dimension, values: present, without };
}

/** Values with their totals, in any order. */
export type Values = FacetAnswer['values'][number][];
type FacetTallier = (
  columns: EventColumns,
  tallies: Tallies,
  rows: Bitset,
  measure: Measure,
) => { readonly values: Values; readonly without: number };

const talliers: { readonly [K in Facet]: FacetTallier } = {
  country: bySingle('country'),
  adm1: bySingle('adm1'),
  source: bySingle('source'),
  group: byList('group'),
  substance: byList('substance'),
  kind: (columns, tallies, rows, measure) => {
    const tally = tallies.of('kind', columns.kind, 256, rows, measure);
    return { values: kindValues(tally), without: 0 };
  },
  precision: (columns, tallies, rows, measure) => {
    const tally = tallyPlaces(columns, tallies, rows, measure);
    return { values: levelValues(tally), without: 0 };
  },
  datePrecision: (columns, tallies, rows, measure) => {
    const size = datePrecisionCodes.length;
    const tally = tallies.of('datePrecision', columns.datePrecision, size, rows, measure);
    return { values: valuesOf(datePrecisionCodes, tally), without: 0 };
  },
  reported: byReported,
};

function bySingle(dimension: 'country' | 'adm1' | 'source'): FacetTallier {
  return (columns, tallies, rows, measure) => {
    const keys = columns.dictionaries[dimension];
    const tally = tallies.of(dimension, columns[dimension], keys.length + 1, rows, measure);
    return { values: valuesOf(keys, tally), without: tally.events[keys.length]! };
  };
}

function byList(dimension: 'group' | 'substance'): FacetTallier {
  return (columns, tallies, rows, measure) => {
    const keys = columns.dictionaries[dimension];
    const { lists } = columns[`${dimension}Lists`];
    const lined = tallies.of(dimension, columns[`${dimension}List`], lists.length, rows, measure);
    return { values: valuesOf(keys, spreadLists(lined, lists, keys.length)), without: lined.events[0]! };
  };
}

function byReported(
  columns: EventColumns,
  _tallies: Tallies,
  rows: Bitset,
  measure: Measure,
): { readonly values: Values; readonly without: number } {
  const has = quantityMeasures.map((key) => columns.quantities[key].best.has);
  const counts = quantityMeasures.map((_, i) => countBoth(rows, has[i]!));
  let without = 0;
  for (let w = 0; w < rows.length; w++) {
    let none = rows[w]!;
    for (let i = 0; i < has.length; i++) none &= ~has[i]![w]!;
    without += popcount(none);
  }
  const values = quantityMeasures.map((key, i) => ({
    key,
    total:
      measure === 'count' ? countTotal(counts[i]!) : totalOf(columns, intersection([rows, has[i]!]), measure),
  }));
  return { values, without };
}

/** The total of each key of a dictionary. */
export const valuesOf = (keys: readonly string[], tally: Tally): Values =>
  keys.map((key, code) => ({ key, total: totalAt(tally, code) }));

/** The total of each kind. */
export const kindValues = (tally: Tally): Values =>
  kinds.map(({ key, code }) => ({ key, total: totalAt(tally, code) }));

/** The total of each precision level, placed or not. */
export const levelValues = (tally: Tally): Values =>
  placePrecisions.map(({ level }) => ({
    key: String(level),
    total: totalOver(tally, [level, level + placedCode]),
  }));

/** Counts and sums per precision level, placed rows apart (`placeCode`). */
export function tallyPlaces(columns: EventColumns, tallies: Tallies, rows: Bitset, measure: Measure): Tally {
  return tallies.of('place', columns.placeCode, placeCodes, rows, measure);
}
