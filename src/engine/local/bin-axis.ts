import type { SeriesQuery } from '#core/query.ts';
import { addBins, binEnd, binStart, type CivilDay } from '#core/time.ts';
import { type Bitset, firstBit, lastBit } from './bitset.ts';
import type { EventColumns } from './columns.ts';
import { eachLasting, firstRowFrom } from './days.ts';

/** The most bins one series may have; a day bin over five centuries stays below it. */
export const maxBins = 200_000;

/** A calendar-true row of bins, with the first row of each bin. */
export interface BinAxis {
  readonly starts: readonly CivilDay[];
  /** Last day of the last bin. */
  readonly end: CivilDay;
  /** First row of each bin, then the first row after the last bin. */
  readonly rows: Uint32Array;
}

/** First and last day of the dated rows among `rows`, or null when there is none. */
export function daysSpanned(
  columns: EventColumns,
  rows: Bitset,
): { readonly from: CivilDay; readonly to: CivilDay } | null {
  const first = firstBit(rows, columns.dated);
  if (first === -1) return null;
  let to = columns.from[lastBit(rows)]!;
  eachLasting(columns, rows, (_row, lastDay) => {
    if (lastDay > to) to = lastDay;
  });
  return { from: columns.from[first]!, to };
}

/** The bins that touch the domain; null for no domain. Throws RangeError beyond `maxBins`. */
export function binAxis(
  columns: EventColumns,
  bin: SeriesQuery['bin'],
  domain: { readonly from: CivilDay; readonly to: CivilDay } | null,
): BinAxis | null {
  if (!domain || domain.from > domain.to) return null;
  const starts: CivilDay[] = [];
  for (let start = binStart(domain.from, bin); start <= domain.to; start = addBins(start, bin, 1)) {
    starts.push(start);
    if (starts.length > maxBins) throw new RangeError(`More than ${maxBins} bins; choose larger bins.`);
  }
  const end = binEnd(domain.to, bin);
  const rows = Uint32Array.from([...starts, end + 1], (day) => firstRowFrom(columns, day));
  return { starts, end, rows };
}

/** The bin that holds a day between the first start and the end. */
export function binIndex(axis: BinAxis, day: CivilDay): number {
  let low = 0;
  let high = axis.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (axis.starts[middle]! <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}
