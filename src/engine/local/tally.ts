import type { Measure, QuantityMeasure, Total } from '#core/measure.ts';
import { type Bitset, countBits, countBoth } from './bitset.ts';
import type { EventColumns } from './columns.ts';
import { figureAt, type SparseColumn } from './sparse.ts';

/** Codes of any width, one a row. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Counts and exact sums per code. Sums are whole grams, US dollars or people until `totalAt` gives them their unit. */
export interface Tally {
  readonly measure: Measure;
  readonly events: Uint32Array;
  readonly reported: Uint32Array;
  readonly best: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

const gramsPerKg = 1000;

/** Figures as columns hold them → the measure's unit. */
export function inUnit(measure: Measure, figure: number): number {
  return measure === 'kg' ? figure / gramsPerKg : figure;
}

export function newTally(measure: Measure, size: number): Tally {
  const sums = measure === 'count' ? 0 : size;
  return {
    measure,
    events: new Uint32Array(size),
    reported: new Uint32Array(sums),
    best: new Float64Array(sums),
    low: new Float64Array(sums),
    high: new Float64Array(sums),
  };
}

/** Calls back for each row of `rows` that reports the measure: its best figure, and how far low and high lie from it. */
export function eachFigure(
  columns: EventColumns,
  measure: QuantityMeasure,
  rows: Bitset,
  visit: (row: number, best: number, low: number, high: number) => void,
): void {
  const { best, low, high } = columns.quantities[measure];
  const bound = (column: SparseColumn, row: number, fallback: number): number => {
    const figure = figureAt(column, row);
    return figure === -1 ? fallback : figure;
  };
  for (let w = 0; w < best.has.length; w++) {
    let word = best.has[w]!;
    if ((word & rows[w]!) === 0) continue;
    const ranged = low.has[w]! | high.has[w]!;
    let slot = best.before[w]!;
    for (; word !== 0; word &= word - 1, slot++) {
      const bit = word & -word;
      if ((rows[w]! & bit) === 0) continue;
      const row = (w << 5) + 31 - Math.clz32(bit);
      const figure = best.values[slot]!;
      if ((ranged & bit) === 0) visit(row, figure, figure, figure);
      else visit(row, figure, bound(low, row, figure), bound(high, row, figure));
    }
  }
}

/** Counts the rows per code, and sums the measure. Codes must be below `size`. */
export function tallyCodes(
  columns: EventColumns,
  codes: Codes,
  size: number,
  rows: Bitset,
  measure: Measure,
): Tally {
  const tally = newTally(measure, size);
  countCodes(codes, rows, tally.events);
  if (measure !== 'count') {
    eachFigure(columns, measure, rows, (row, best, low, high) =>
      addFigures(tally, codes[row]!, best, low, high),
    );
  }
  return tally;
}

/** Adds one event's figures under a code. */
export function addFigures(tally: Tally, code: number, best: number, low: number, high: number): void {
  tally.reported[code]!++;
  tally.best[code]! += best;
  tally.low[code]! += low;
  tally.high[code]! += high;
}

/** Adds 1 to `counts[codes[row]]` for each row. */
export function countCodes(codes: Codes, rows: Bitset, counts: Uint32Array): void {
  for (let w = 0; w < rows.length; w++) {
    let word = rows[w]!;
    const base = w << 5;
    if (word === -1) {
      for (let row = base; row < base + 32; row++) counts[codes[row]!]!++;
      continue;
    }
    for (; word !== 0; word &= word - 1) counts[codes[base + 31 - Math.clz32(word & -word)]!]!++;
  }
}

/** The Total under one code. */
export function totalAt(tally: Tally, code: number): Total {
  const events = tally.events[code]!;
  if (tally.measure === 'count') return countTotal(events);
  return {
    events,
    best: inUnit(tally.measure, tally.best[code]!),
    low: inUnit(tally.measure, tally.low[code]!),
    high: inUnit(tally.measure, tally.high[code]!),
    unreported: events - tally.reported[code]!,
  };
}

/** A Total of the measure `count`: nothing is left unreported. */
export function countTotal(events: number): Total {
  return { events, best: events, low: events, high: events, unreported: 0 };
}

/** The Total over all rows of a selection. */
export function totalOf(columns: EventColumns, rows: Bitset, measure: Measure): Total {
  if (measure === 'count') return countTotal(countBits(rows));
  let bestSum = 0;
  let lowSum = 0;
  let highSum = 0;
  eachFigure(columns, measure, rows, (_row, best, low, high) => {
    bestSum += best;
    lowSum += low;
    highSum += high;
  });
  const events = countBits(rows);
  return {
    events,
    best: inUnit(measure, bestSum),
    low: inUnit(measure, lowSum),
    high: inUnit(measure, highSum),
    unreported: events - countBoth(rows, columns.quantities[measure].best.has),
  };
}

/** Merges a tally of lists into a tally of the values they hold; an event counts once under each of its values. */
export function spreadLists(tally: Tally, lists: readonly (readonly number[])[], size: number): Tally {
  const spread = newTally(tally.measure, size);
  for (const [list, values] of lists.entries()) {
    if (tally.events[list] === 0) continue;
    for (const value of values) {
      spread.events[value]! += tally.events[list]!;
      if (tally.measure === 'count') continue;
      spread.reported[value]! += tally.reported[list]!;
      spread.best[value]! += tally.best[list]!;
      spread.low[value]! += tally.low[list]!;
      spread.high[value]! += tally.high[list]!;
    }
  }
  return spread;
}
