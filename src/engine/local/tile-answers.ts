import { datePrecisionCodes } from '#contract/columns.ts';
import type { Dictionaries } from '#contract/part-columns.ts';
import { quantityMeasures } from '#core/measure.ts';
import type { CountAnswer, FacetAnswer, FacetQuery } from '#core/query.ts';
import { placedCode } from './columns.ts';
import { facetAnswer, kindValues, levelValues, valuesOf } from './facets.ts';
import { type Tally, totalOver } from './tally.ts';
import type { WindowTally } from './tile-counter.ts';

/** A count from a window's tally by place code. */
export function countFrom({ tally, undated, tooVague }: WindowTally, ofAll: number): CountAnswer {
  const byPrecision = Array.from(tally.events.subarray(0, placedCode));
  return {
    kind: 'count',
    total: totalOver(tally, [...tally.events.keys()]),
    ofAll,
    byPrecision,
    notPlaced: byPrecision.reduce((sum, count) => sum + count, 0),
    undated,
    tooVague,
  };
}

/** A facet from a tally by the codes of its dimension; the last one of a dictionary stands for "none". */
export function facetFrom(
  tally: Tally,
  dimension: FacetQuery['dimension'],
  dictionaries: Dictionaries,
): FacetAnswer {
  if (dimension === 'kind') return facetAnswer(dimension, kindValues(tally), 0);
  if (dimension === 'precision') return facetAnswer(dimension, levelValues(tally), 0);
  if (dimension === 'datePrecision') return facetAnswer(dimension, valuesOf(datePrecisionCodes, tally), 0);
  const keys = dimension === 'reported' ? quantityMeasures : dictionaries[dimension];
  return facetAnswer(dimension, valuesOf(keys, tally), tally.events[keys.length]!);
}
