import { addBins, type Bin, binEnd, binStart, type CivilDay } from '#core/time.ts';
import { type Bitset, emptyBits, firstBit, setBit } from './bitset.ts';
import { dayAt, type EventColumns } from './columns.ts';
import { eachLasting, firstRowFrom, lastDayOf } from './days.ts';
import { Shelf } from './shelf.ts';

/** The most bins one series may have; a day bin over five centuries stays below it. */
export const maxBins = 200_000;

/** A calendar-true row of bins, with the first row of each bin. */
export interface BinAxis {
  readonly starts: readonly CivilDay[];
  /** Last day of the last bin. */
  readonly end: CivilDay;
  /** First row of each bin, then the first row after the last bin. */
  readonly rows: Uint32Array;
  /** Bin of each day from the first start on, where the axis is short enough for a table. */
  readonly binOfDay: Uint32Array | null;
  /** Without days of their own: other questions will have the same axis. */
  readonly isPlain: boolean;
}

/** Days an axis may span and still get a table: seven centuries. */
const tableDays = 262_144;

/** First and last day of the dated rows among `rows`, or null when there is none. */
export function daysSpanned(columns: EventColumns, rows: Bitset): DaySpan | null {
  const first = firstBit(rows, columns.dated);
  const to = lastDayOf(columns, rows);
  return first === -1 || to === null ? null : { from: dayAt(columns, first), to };
}

/** Days from one to another, both included. */
export interface DaySpan {
  readonly from: CivilDay;
  readonly to: CivilDay;
}

/** Where the bin after the one that starts at `start` begins. Within `fine`, spans of whole bins, every day is a bin of its own. */
export function nextBin(start: CivilDay, bin: Bin, fine: readonly DaySpan[]): CivilDay {
  const isFine = fine.some(({ from, to }) => from <= start && start <= to);
  return isFine ? start + 1 : addBins(start, bin, 1);
}

/** The bins that touch the domain, days within `fine`; null for no domain. Throws RangeError beyond `maxBins`. */
export function binAxis(
  columns: EventColumns,
  bin: Bin,
  domain: DaySpan | null,
  fine: readonly DaySpan[] = [],
): BinAxis | null {
  if (!domain || domain.from > domain.to) return null;
  const span = { from: binStart(domain.from, bin), to: domain.to };
  if (fine.length > 0) return makeAxis(columns, bin, span, fine);
  const shelf = axes.get(columns) ?? new Shelf<BinAxis>(keptAxes);
  axes.set(columns, shelf);
  return shelf.of(`${bin} ${span.from} ${binEnd(span.to, bin)}`, () => makeAxis(columns, bin, span, fine));
}

/** Other filters mostly span the same bins. */
const axes = new WeakMap<EventColumns, Shelf<BinAxis>>();
const keptAxes = 8;

function makeAxis(columns: EventColumns, bin: Bin, domain: DaySpan, fine: readonly DaySpan[]): BinAxis {
  const starts: CivilDay[] = [];
  let next = domain.from;
  for (; next <= domain.to; next = nextBin(next, bin, fine)) {
    starts.push(next);
    if (starts.length > maxBins) throw new RangeError(`More than ${maxBins} bins; choose larger bins.`);
  }
  const end = next - 1;
  const rows = Uint32Array.from([...starts, end + 1], (day) => firstRowFrom(columns, day));
  return { starts, end, rows, binOfDay: dayTable(starts, end), isPlain: fine.length === 0 };
}

function dayTable(starts: readonly CivilDay[], end: CivilDay): Uint32Array | null {
  const first = starts[0]!;
  if (end - first >= tableDays) return null;
  const table = new Uint32Array(end - first + 1);
  for (let bin = 1; bin < starts.length; bin++) {
    table.fill(bin, starts[bin]! - first, (starts[bin + 1] ?? end + 1) - first);
  }
  return table;
}
/** The bin that holds a day between the first start and the end. */
export function binIndex(axis: BinAxis, day: CivilDay): number {
  if (axis.binOfDay) return axis.binOfDay[day - axis.starts[0]!]!;
  let low = 0;
  let high = axis.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (axis.starts[middle]! <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

const spanning = new WeakMap<BinAxis, Bitset>();

/**
 * The rows not to be counted in the bin of their first day: those that reach into another or begin before the axis. Of a plain axis
 * worked out once; of others all that last longer than a day.
 */
export function spanningRows(columns: EventColumns, axis: BinAxis): Bitset {
  if (!axis.isPlain) return columns.lasting.has;
  const known = spanning.get(axis) ?? findSpanning(columns, axis);
  spanning.set(axis, known);
  return known;
}

function findSpanning(columns: EventColumns, axis: BinAxis): Bitset {
  const found = emptyBits(columns.capacity);
  const first = axis.starts[0]!;
  eachLasting(columns, null, (row, to) => {
    const from = dayAt(columns, row);
    if (from > axis.end || to < first) return;
    if (from < first || to > axis.end || binIndex(axis, from) !== binIndex(axis, to)) setBit(found, row);
  });
  return found;
}
