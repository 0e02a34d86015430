import type { SeriesAnswer, SeriesQuery } from '#core/query.ts';
import { type BinAxis, binAxis, binIndex, daysSpanned, spanningRows } from './bin-axis.ts';
import { type Bitset, countRange, hasBit } from './bitset.ts';
import { dayAt, type EventColumns, isDayPrecise, toDay } from './columns.ts';
import { eachLasting } from './days.ts';
import { Grid, splitOf } from './grid.ts';
import type { Selections } from './masks.ts';
import { eachFigure } from './tally.ts';

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
  const { tooVague, spanning } = countEvents(columns, rows, axis, grid);
  if (query.measure !== 'count') sumFigures(columns, rows, axis, grid);
  return {
    kind: 'series',
    bin: query.bin,
    starts: axis.starts,
    series: grid.series(),
    tooVague,
    undated,
    spanning,
  };
}

/** Rows that lie in the bin of their first day, and those that may lie in more bins or in none. */
function partedBy(spanning: Bitset, rows: Bitset): { readonly short: Bitset; readonly long: Bitset } {
  const short = rows.slice();
  const long = rows.slice();
  for (let w = 0; w < rows.length; w++) {
    short[w]! &= ~spanning[w]!;
    long[w]! &= spanning[w]!;
  }
  return { short, long };
}

/** Counts rows into the grid: those of one bin as its stretch of rows, the others one by one. */
export function countEvents(
  columns: EventColumns,
  rows: Bitset,
  axis: BinAxis,
  grid: Grid,
): { readonly tooVague: number; readonly spanning: number } {
  const { short, long } = partedBy(spanningRows(columns, axis), rows);
  for (let bin = 0; bin < grid.bins; bin++) grid.addStretch(short, axis.rows[bin]!, axis.rows[bin + 1]!, bin);
  return countLong(columns, long, axis, grid);
}

function countLong(
  columns: EventColumns,
  rows: Bitset,
  axis: BinAxis,
  grid: Grid,
): { readonly tooVague: number; readonly spanning: number } {
  const start = axis.starts[0]!;
  let tooVague = 0;
  let spanning = 0;
  eachLasting(columns, rows, (row, to) => {
    const from = dayAt(columns, row);
    if (to < start || from > axis.end) return;
    const first = binIndex(axis, Math.max(from, start));
    const last = binIndex(axis, Math.min(to, axis.end));
    if (!isCounted(columns, row, to, axis, first, last)) {
      tooVague++;
      return;
    }
    if (last > first) spanning++;
    for (let bin = first; bin <= last; bin++) grid.addEvent(row, bin);
  });
  return { tooVague, spanning };
}

/** Day-precise rows count wherever they touch; vague ones need one bin of the axis that holds them whole. */
function isCounted(
  columns: EventColumns,
  row: number,
  to: number,
  axis: BinAxis,
  first: number,
  last: number,
): boolean {
  if (isDayPrecise(columns, row)) return true;
  return first === last && dayAt(columns, row) >= axis.starts[0]! && to <= axis.end;
}

function sumFigures(columns: EventColumns, rows: Bitset, axis: BinAxis, grid: Grid): void {
  const { measure } = grid;
  if (measure === 'count') return;
  const lasting = columns.lasting.has;
  const start = axis.starts[0]!;
  eachFigure(columns.quantities[measure].best, rows, (row, best) => {
    if (row < columns.dated) return;
    const from = dayAt(columns, row);
    if (!hasBit(lasting, row)) {
      if (from >= start && from <= axis.end) grid.addFigure(row, binIndex(axis, from), best);
      return;
    }
    const to = toDay(columns, row);
    if (to < start || from > axis.end) return;
    const first = binIndex(axis, Math.max(from, start));
    const last = binIndex(axis, Math.min(to, axis.end));
    if (!isCounted(columns, row, to, axis, first, last)) return;
    for (let bin = first; bin <= last; bin++) grid.addFigure(row, bin, best);
  });
}
