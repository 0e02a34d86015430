import type { CivilDay, WindowMembership } from '#core/time.ts';
import { type Bitset, clearBit, emptyBits, hasBit, lastBit, setBit, setRange } from './bitset.ts';
import { dayAt, type EventColumns, isDayPrecise, lastingBlockWords } from './columns.ts';
import { Shelf } from './shelf.ts';

/** First dated row whose first day is `day` or later; `capacity` when there is none. */
export function firstRowFrom(columns: EventColumns, day: CivilDay): number {
  let low = columns.dated;
  let high = columns.capacity;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (dayAt(columns, middle) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the rows lie whose first day is in a window (null = open): first row, and the one after the last. */
export function rowsWithin(
  columns: EventColumns,
  { from, to }: { readonly from: CivilDay | null; readonly to: CivilDay | null },
): readonly [first: number, end: number] {
  if (from === null && to === null) return [columns.start, columns.capacity];
  const first = from === null ? columns.dated : firstRowFrom(columns, from);
  return [first, to === null ? columns.capacity : firstRowFrom(columns, to + 1)];
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
  const from = dayAt(columns, row);
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
  const { has } = columns.lasting;
  visitWords(columns, rows, columns.dated >>> 5, has.length, visit);
}

/**
 * Like `eachLasting`, but leaves out rows whose place follows from their first day alone: those that end before the
 * window, begin after it, or lie wholly in it.
 */
export function eachLastingAtEdge(
  columns: EventColumns,
  rows: Bitset | null,
  windowFrom: CivilDay | null,
  windowTo: CivilDay | null,
  visit: (row: number, to: CivilDay) => void,
): void {
  const { has } = columns.lasting;
  eachBlockAtEdge(columns, windowFrom, windowTo, (block) => {
    const first = block * lastingBlockWords;
    visitWords(columns, rows, first, Math.min(first + lastingBlockWords, has.length), visit);
  });
}

/** Calls back for each block of words whose lasting rows an edge of the window may cut. */
function eachBlockAtEdge(
  columns: EventColumns,
  windowFrom: CivilDay | null,
  windowTo: CivilDay | null,
  visit: (block: number) => void,
): void {
  const { lastingUntil, lastingReach } = columns;
  const [first, end] = rowsWithin(columns, { from: windowFrom, to: windowTo });
  const blocksBefore = (row: number): number =>
    Math.min(lastingUntil.length, blockOf(row + 32 * lastingBlockWords - 1));
  let next = blockOf(columns.dated);
  if (windowFrom !== null) {
    const until = blocksBefore(first);
    for (next = Math.max(next, firstReaching(lastingReach, windowFrom)); next < until; next++) {
      if (lastingUntil[next]! >= windowFrom) visit(next);
    }
  }
  if (windowTo === null) return;
  const until = blocksBefore(end);
  for (next = Math.max(next, firstReaching(lastingReach, windowTo + 1)); next < until; next++) {
    if (lastingUntil[next]! > windowTo) visit(next);
  }
}

/** The first block up to which lasting rows reach a day. */
function firstReaching(reach: Int32Array, day: CivilDay): number {
  let low = 0;
  let high = reach.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (reach[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface DayWindow {
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
}

/** Blocks of `lastingBlockWords` words, 1 each, in which the rows of two windows may differ. */
export function blocksBetween(columns: EventColumns, a: DayWindow, b: DayWindow): Uint8Array {
  const blocks = new Uint8Array(columns.lastingUntil.length);
  const mark = (first: number, end: number): void => {
    if (first !== end) blocks.fill(1, blockOf(Math.min(first, end)), blockOf(Math.max(first, end) - 1) + 1);
  };
  const [firstA, endA] = rowsWithin(columns, a);
  const [firstB, endB] = rowsWithin(columns, b);
  mark(firstA, firstB);
  mark(endA, endB);
  for (const { from, to } of [a, b]) {
    eachBlockAtEdge(columns, from, to, (block) => {
      blocks[block] = 1;
    });
  }
  return blocks;
}

const blockOf = (row: number): number => Math.floor((row >>> 5) / lastingBlockWords);

function visitWords(
  columns: EventColumns,
  rows: Bitset | null,
  firstWord: number,
  endWord: number,
  visit: (row: number, to: CivilDay) => void,
): void {
  const { has, before, values } = columns.lasting;
  const { age, newest } = columns;
  for (let w = firstWord; w < endWord; w++) {
    let word = has[w]!;
    if (word === 0) continue;
    const wanted = rows === null ? word : word & rows[w]!;
    if (wanted === 0) continue;
    let slot = before[w]!;
    for (; word !== 0; word &= word - 1, slot++) {
      const bit = word & -word;
      if ((wanted & bit) === 0) continue;
      const row = (w << 5) + 31 - Math.clz32(bit);
      visit(row, newest - age[row]! + values[slot]!);
    }
  }
}

/** Last day that any of the rows may reach; null when none is dated. */
export function lastDayOf(columns: EventColumns, rows: Bitset): CivilDay | null {
  const last = lastBit(rows);
  if (last < columns.dated) return null;
  let latest = dayAt(columns, last);
  for (let block = columns.lastingUntil.length - 1; block >= 0; block--) {
    if (columns.lastingUntil[block]! <= latest) continue;
    const firstWord = block * lastingBlockWords;
    const endWord = Math.min(firstWord + lastingBlockWords, rows.length);
    visitWords(columns, rows, firstWord, endWord, (_row, to) => {
      if (to > latest) latest = to;
    });
  }
  return latest;
}

/** Windows whose vague rows are remembered: the one shown, the one before, and what goes with them. */
const keptWindows = 4;
const vagueIn = new WeakMap<EventColumns, Shelf<Uint32Array>>();

function vagueShelf(columns: EventColumns): Shelf<Uint32Array> {
  const shelf = vagueIn.get(columns) ?? new Shelf<Uint32Array>(keptWindows);
  vagueIn.set(columns, shelf);
  return shelf;
}

/** Rows that belong to the window (ends included, null = open). Those that only touch it, too vaguely dated, are noted for `countTooVague`. `into` is written over. */
export function windowMask(
  columns: EventColumns,
  from: CivilDay | null,
  to: CivilDay | null,
  into?: Bitset,
): Bitset {
  const mask = into?.fill(0) ?? emptyBits(columns.capacity);
  const [first, end] = rowsWithin(columns, { from, to });
  setRange(mask, first, end);
  if (from === null && to === null) return mask;
  const vague: number[] = [];
  eachLastingAtEdge(columns, null, from, to, (row, lastDay) => {
    const membership = membershipOf(columns, row, lastDay, from, to);
    if (membership === 'in') setBit(mask, row);
    else clearBit(mask, row);
    if (membership === 'too-vague') vague.push(row);
  });
  vagueShelf(columns).put(`${from}/${to}`, Uint32Array.from(vague));
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
  const known = vagueShelf(columns).peek(`${from}/${to}`);
  let count = 0;
  if (known) {
    for (let i = 0; i < known.length; i++) if (hasBit(rows, known[i]!)) count++;
    return count;
  }
  eachLastingAtEdge(columns, rows, from, to, (row, lastDay) => {
    if (membershipOf(columns, row, lastDay, from, to) === 'too-vague') count++;
  });
  return count;
}
