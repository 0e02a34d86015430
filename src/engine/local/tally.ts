import type { Measure, QuantityMeasure, Total } from '#core/measure.ts';
import { type Bitset, countBits, countBoth, hasBit } from './bitset.ts';
import type { Codes } from './code-column.ts';
import type { EventColumns } from './columns.ts';
import { figureAt, type SparseColumn } from './sparse.ts';

/** Counts and exact sums per code. Sums are whole grams, US dollars or people until `totalAt` gives them their unit. */
export interface Tally {
  readonly measure: Measure;
  readonly events: Uint32Array;
  readonly reported: Uint32Array;
  readonly best: Float64Array;
  /** How far the sums of low and high figures lie below and above `best`: few rows give a range. */
  readonly below: Float64Array;
  readonly above: Float64Array;
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
    below: new Float64Array(sums),
    above: new Float64Array(sums),
  };
}

/** Calls back for each row of `rows` that holds a figure in the column. */
export function eachFigure(
  column: SparseColumn,
  rows: Bitset,
  visit: (row: number, figure: number) => void,
): void {
  const { has, before, values } = column;
  for (let w = 0; w < has.length; w++) {
    let word = has[w]!;
    const wanted = word & rows[w]!;
    if (wanted === 0) continue;
    let slot = before[w]!;
    for (; word !== 0; word &= word - 1, slot++) {
      const bit = word & -word;
      if ((wanted & bit) !== 0) visit((w << 5) + 31 - Math.clz32(bit), values[slot]!);
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
  if (measure === 'count') return tally;
  const { best, low, high } = columns.quantities[measure];
  sumFigures(codes, best, rows, tally);
  eachFigure(low, rows, (row, figure) => {
    tally.below[codes[row]!]! += figureAt(best, row) - figure;
  });
  eachFigure(high, rows, (row, figure) => {
    tally.above[codes[row]!]! += figure - figureAt(best, row);
  });
  return tally;
}

/** Like `tallyCodes` over a list of rows with a code each, of which only those in `selected` count. */
export function tallyRows(
  columns: EventColumns,
  rows: Uint32Array,
  codes: Uint32Array,
  size: number,
  selected: Bitset,
  measure: Measure,
): Tally {
  const tally = newTally(measure, size);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (!hasBit(selected, row)) continue;
    tally.events[codes[i]!]!++;
    if (measure !== 'count') addFigures(columns, tally, measure, row, codes[i]!, 1);
  }
  return tally;
}

/** Adds (1) or takes away (−1) the figures of one row under a code. */
export function addFigures(
  columns: EventColumns,
  tally: Tally,
  measure: QuantityMeasure,
  row: number,
  code: number,
  by: 1 | -1,
): void {
  const { best, low, high } = columns.quantities[measure];
  const figure = figureAt(best, row);
  if (figure === -1) return;
  tally.reported[code]! += by;
  tally.best[code]! += by * figure;
  const lower = figureAt(low, row);
  const upper = figureAt(high, row);
  if (lower !== -1) tally.below[code]! += by * (figure - lower);
  if (upper !== -1) tally.above[code]! += by * (upper - figure);
}

/** The loop of `eachFigure` written out: a call per row would cost more than the sum. */
function sumFigures(codes: Codes, { has, before, values }: SparseColumn, rows: Bitset, tally: Tally): void {
  const { reported, best } = tally;
  for (let w = 0; w < has.length; w++) {
    let word = has[w]!;
    const wanted = word & rows[w]!;
    if (wanted === 0) continue;
    let slot = before[w]!;
    for (; word !== 0; word &= word - 1, slot++) {
      const bit = word & -word;
      if ((wanted & bit) === 0) continue;
      const code = codes[(w << 5) + 31 - Math.clz32(bit)]!;
      reported[code]!++;
      best[code]! += values[slot]!;
    }
  }
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
  return totalOver(tally, [code]);
}

/** The Total under several codes together. */
export function totalOver(tally: Tally, codes: readonly number[]): Total {
  const { measure } = tally;
  const add = (values: Uint32Array | Float64Array): number => {
    let sum = 0;
    for (const code of codes) sum += values[code]!;
    return sum;
  };
  const events = add(tally.events);
  if (measure === 'count') return countTotal(events);
  return {
    events,
    ...rangeIn(measure, add(tally.best), add(tally.below), add(tally.above)),
    unreported: events - add(tally.reported),
  };
}

/** A Total of the measure `count`: nothing is left unreported. Small ones, which thousands of hexagons give, are made once. */
export function countTotal(events: number): Total {
  const small = smallTotals[events];
  if (small) return small;
  const total = { events, best: events, low: events, high: events, unreported: 0 };
  if (events < smallTotals.length) smallTotals[events] = total;
  return total;
}

const smallTotals = new Array<Total | null>(2048).fill(null);

/** The Total over all rows of a selection. */
export function totalOf(columns: EventColumns, rows: Bitset, measure: Measure): Total {
  if (measure === 'count') return countTotal(countBits(rows));
  const { best, low, high } = columns.quantities[measure];
  let sum = 0;
  let below = 0;
  let above = 0;
  eachFigure(best, rows, (_row, figure) => {
    sum += figure;
  });
  eachFigure(low, rows, (row, figure) => {
    below += figureAt(best, row) - figure;
  });
  eachFigure(high, rows, (row, figure) => {
    above += figure - figureAt(best, row);
  });
  const events = countBits(rows);
  return { events, ...rangeIn(measure, sum, below, above), unreported: events - countBoth(rows, best.has) };
}

/** Sums in the measure's unit. */
function rangeIn(
  measure: Measure,
  best: number,
  below: number,
  above: number,
): Pick<Total, 'best' | 'low' | 'high'> {
  return {
    best: inUnit(measure, best),
    low: inUnit(measure, best - below),
    high: inUnit(measure, best + above),
  };
}

/** Merges a tally of lists into a tally of the values they hold; an event counts once under each of its values. */
export function spreadLists(tally: Tally, lists: readonly (readonly number[])[], size: number): Tally {
  const spread = newTally(tally.measure, size);
  for (let list = 0; list < lists.length; list++) {
    if (tally.events[list] === 0) continue;
    for (const value of lists[list]!) {
      spread.events[value]! += tally.events[list]!;
      if (tally.measure === 'count') continue;
      spread.reported[value]! += tally.reported[list]!;
      spread.best[value]! += tally.best[list]!;
      spread.below[value]! += tally.below[list]!;
      spread.above[value]! += tally.above[list]!;
    }
  }
  return spread;
}
