import type { CivilDay, WindowMembership } from '#core/time.ts';
import { type Bitset, clearBit, emptyBits, setBit, setRange } from './bitset.ts';
import { type EventColumns, isDayPrecise } from './columns.ts';

/** First dated row whose first day is `day` or later; `capacity` when there is none. */
export function firstRowFrom(columns: EventColumns, day: CivilDay): number {
  let low = columns.dated;
  let high = columns.capacity;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (columns.from[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Where an interval longer than a day stands to a window: core/time.ts `inWindow` for rows of which `from` < `to`.
 * Shorter rows are simply in where their day is.
 */
export function membershipOf(
  columns: EventColumns,
  row: number,
  to: CivilDay,
  windowFrom: CivilDay | null,
  windowTo: CivilDay | null,
): WindowMembership {
  const from = columns.from[row]!;
  if ((windowTo !== null && from > windowTo) || (windowFrom !== null && to < windowFrom)) return 'out';
  if (isDayPrecise(columns, row)) return 'in';
  const inside = (windowFrom === null || from >= windowFrom) && (windowTo === null || to <= windowTo);
  return inside ? 'in' : 'too-vague';
}

/** Calls back for each row of `rows` that lasts or is dated vaguely, ascending, with its last possible day. */
export function eachLasting(
  columns: EventColumns,
  rows: Bitset | null,
  visit: (row: number, to: CivilDay) => void,
): void {
  const { has, before, values } = columns.lasting;
  for (let w = columns.dated >>> 5; w < has.length; w++) {
    let word = has[w]!;
    if (word === 0) continue;
    const wanted = rows === null ? word : word & rows[w]!;
    let slot = before[w]!;
    for (; word !== 0; word &= word - 1, slot++) {
      const bit = word & -word;
      if ((wanted & bit) === 0) continue;
      const row = (w << 5) + 31 - Math.clz32(bit);
      visit(row, columns.from[row]! + values[slot]!);
    }
  }
}

/** Rows that belong to the window (ends included, null = open). */
export function windowMask(columns: EventColumns, from: CivilDay | null, to: CivilDay | null): Bitset {
  const mask = emptyBits(columns.capacity);
  if (from === null && to === null) {
    setRange(mask, columns.start, columns.capacity);
    return mask;
  }
  const first = from === null ? columns.dated : firstRowFrom(columns, from);
  const end = to === null ? columns.capacity : firstRowFrom(columns, to + 1);
  setRange(mask, first, end);
  eachLasting(columns, null, (row, lastDay) => {
    if (membershipOf(columns, row, lastDay, from, to) === 'in') setBit(mask, row);
    else clearBit(mask, row);
  });
  return mask;
}

/** How many of the rows overlap the window but are dated too vaguely to be counted in it. */
export function countTooVague(
  columns: EventColumns,
  rows: Bitset,
  from: CivilDay | null,
  to: CivilDay | null,
): number {
  if (from === null && to === null) return 0;
  let count = 0;
  eachLasting(columns, rows, (row, lastDay) => {
    if (membershipOf(columns, row, lastDay, from, to) === 'too-vague') count++;
  });
  return count;
}
