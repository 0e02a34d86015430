import type { SeriesAnswer, SeriesQuery } from '#core/query.ts';
import { type BinAxis, binAxis, binIndex, daysSpanned } from './bin-axis.ts';
import { type Bitset, countRange } from './bitset.ts';
import { type EventColumns, isDayPrecise } from './columns.ts';
import { eachLasting } from './days.ts';
import { Grid, splitOf } from './grid.ts';
import type { Selections } from './masks.ts';
import { type Codes, eachFigure } from './tally.ts';

/**
 * Counts or sums per bin under every dimension but time. Each bin holds what a count with that bin as its window gives:
 * lasting events in every bin they overlap, vague ones only in a bin that contains them.
 */
export function answerSeries(selections: Selections, query: SeriesQuery): SeriesAnswer {
  const { columns } = selections;
  const rows = selections.of(query.filter, 'time');
  const undated = countRange(rows, columns.start, columns.dated);
  const axis = binAxis(columns, query.bin, query.domain ?? daysSpanned(columns, rows));
  const split = splitOf(columns, query.split);
  if (!axis) {
    const series = query.split === null ? [{ key: '', events: [], values: [], unreported: [] }] : [];
    return { kind: 'series', bin: query.bin, starts: [], series, tooVague: 0, undated, spanning: 0 };
  }
  const grid = new Grid(split, axis, query.measure);
  countShort(columns, rows, axis, grid);
  const { tooVague, spanning, bins } = countLasting(columns, rows, axis, grid);
  if (query.measure !== 'count') sumFigures(columns, rows, axis, grid, bins);
  const series = grid.series(query.split === null);
  return { kind: 'series', bin: query.bin, starts: axis.starts, series, tooVague, undated, spanning };
}

/** First and last bin of each lasting row that is counted. */
type LastingBins = ReadonlyMap<number, readonly [first: number, last: number]>;

/** Rows of a single day lie in their bin's stretch of rows. */
export function countShort(columns: EventColumns, rows: Bitset, axis: BinAxis, grid: Grid): void {
  const short = rows.slice();
  const lasting = columns.lasting.has;
  for (let w = 0; w < short.length; w++) short[w]! &= ~lasting[w]!;
  for (let bin = 0; bin < grid.bins; bin++) {
    const first = axis.rows[bin]!;
    const end = axis.rows[bin + 1]!;
    if (grid.split.codes === null) grid.events[bin] = countRange(short, first, end);
    else countStretch(short, first, end, bin, grid, grid.split.codes);
  }
}

function countStretch(rows: Bitset, first: number, end: number, bin: number, grid: Grid, codes: Codes): void {
  const { events, bins } = grid;
  const { lines } = grid.split;
  for (let w = first >>> 5; w << 5 < end; w++) {
    const base = w << 5;
    let word = rows[w]!;
    if (base < first) word &= -1 << (first & 31);
    if (end - base < 32) word &= ~(-1 << (end & 31));
    for (; word !== 0; word &= word - 1) {
      const own = lines[codes[base + 31 - Math.clz32(word & -word)]!]!;
      for (let i = 0; i < own.length; i++) events[own[i]! * bins + bin]!++;
    }
  }
}

/** Rows longer than a day, one by one. Gives the bins each feeds, for the sums that follow. */
export function countLasting(
  columns: EventColumns,
  rows: Bitset,
  axis: BinAxis,
  grid: Grid,
): { readonly tooVague: number; readonly spanning: number; readonly bins: LastingBins } {
  const bins = new Map<number, readonly [first: number, last: number]>();
  const start = axis.starts[0]!;
  let tooVague = 0;
  let spanning = 0;
  eachLasting(columns, rows, (row, to) => {
    const from = columns.from[row]!;
    if (to < start || from > axis.end) return;
    const first = binIndex(axis, Math.max(from, start));
    const last = binIndex(axis, Math.min(to, axis.end));
    const contained = first === last && from >= start && to <= axis.end;
    if (!contained && !isDayPrecise(columns, row)) {
      tooVague++;
      return;
    }
    if (last > first) spanning++;
    for (let bin = first; bin <= last; bin++) grid.addEvent(row, bin);
    if (grid.sums.length > 0) bins.set(row, [first, last]);
  });
  return { tooVague, spanning, bins };
}

function sumFigures(
  columns: EventColumns,
  rows: Bitset,
  axis: BinAxis,
  grid: Grid,
  lastingBins: LastingBins,
): void {
  const { measure } = grid;
  if (measure === 'count') return;
  const lasting = columns.lasting.has;
  let bin = 0;
  eachFigure(columns, measure, rows, (row, best) => {
    if ((lasting[row >>> 5]! & (1 << (row & 31))) !== 0) {
      const [first, last] = lastingBins.get(row) ?? [0, -1];
      for (let own = first; own <= last; own++) grid.addFigure(row, own, best);
      return;
    }
    if (row < axis.rows[0]! || row >= axis.rows[grid.bins]!) return;
    while (row >= axis.rows[bin + 1]!) bin++;
    grid.addFigure(row, bin, best);
  });
}
