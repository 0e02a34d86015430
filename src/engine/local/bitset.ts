import { newColumn } from './memory.ts';

/**
 * One bit a row, 32 rows a word. Words are Int32Array because bit operations on it never leave small integers.
 * A selection of rows is a bitset; two filters meet by AND.
 */
export type Bitset = Int32Array;

/** A bitset for `rows` rows, all unset. */
export function emptyBits(rows: number, shared = false): Bitset {
  return newColumn(Int32Array, (rows + 31) >>> 5, shared);
}

/** Sets rows from `start` up to, not including, `end`. */
export function setRange(bits: Bitset, start: number, end: number): void {
  if (start >= end) return;
  const first = start >>> 5;
  const last = (end - 1) >>> 5;
  const head = -1 << (start & 31);
  const tail = -1 >>> (31 - ((end - 1) & 31));
  if (first === last) {
    bits[first]! |= head & tail;
    return;
  }
  bits[first]! |= head;
  bits.fill(-1, first + 1, last);
  bits[last]! |= tail;
}

/** Unsets rows from `start` up to, not including, `end`. */
export function clearRange(bits: Bitset, start: number, end: number): void {
  if (start >= end) return;
  const first = start >>> 5;
  const last = (end - 1) >>> 5;
  const head = -1 << (start & 31);
  const tail = -1 >>> (31 - ((end - 1) & 31));
  if (first === last) {
    bits[first]! &= ~(head & tail);
    return;
  }
  bits[first]! &= ~head;
  bits.fill(0, first + 1, last);
  bits[last]! &= ~tail;
}

export function hasBit(bits: Bitset, row: number): boolean {
  return (bits[row >>> 5]! & (1 << (row & 31))) !== 0;
}

export function setBit(bits: Bitset, row: number): void {
  bits[row >>> 5]! |= 1 << (row & 31);
}

export function clearBit(bits: Bitset, row: number): void {
  bits[row >>> 5]! &= ~(1 << (row & 31));
}

/** Set bits in one word. */
export function popcount(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many rows are set. */
export function countBits(bits: Bitset): number {
  let count = 0;
  for (let w = 0; w < bits.length; w++) count += popcount(bits[w]!);
  return count;
}

/** How many rows from `start` up to, not including, `end` are set. */
export function countRange(bits: Bitset, start: number, end: number): number {
  if (start >= end) return 0;
  const first = start >>> 5;
  const last = (end - 1) >>> 5;
  const head = -1 << (start & 31);
  const tail = -1 >>> (31 - ((end - 1) & 31));
  if (first === last) return popcount(bits[first]! & head & tail);
  let count = popcount(bits[first]! & head) + popcount(bits[last]! & tail);
  for (let w = first + 1; w < last; w++) count += popcount(bits[w]!);
  return count;
}

/** How many rows are set in both. */
export function countBoth(a: Bitset, b: Bitset): number {
  let count = 0;
  for (let w = 0; w < a.length; w++) count += popcount(a[w]! & b[w]!);
  return count;
}

/** The rows set in all of the sets, as a new bitset. `sets` must not be empty. */
export function intersection(sets: readonly Bitset[], into?: Bitset): Bitset {
  const [first, ...rest] = sets;
  const result = into ?? first!.slice();
  if (into) into.set(first!);
  for (const set of rest) for (let w = 0; w < result.length; w++) result[w]! &= set[w]!;
  return result;
}

/** The set rows, ascending. */
export function rowsOf(bits: Bitset): Uint32Array {
  const rows = new Uint32Array(countBits(bits));
  let at = 0;
  for (let w = 0; w < bits.length; w++) {
    let word = bits[w]!;
    while (word !== 0) {
      rows[at++] = (w << 5) + 31 - Math.clz32(word & -word);
      word &= word - 1;
    }
  }
  return rows;
}

/** The last set row, or -1. */
export function lastBit(bits: Bitset): number {
  for (let w = bits.length - 1; w >= 0; w--) {
    const word = bits[w]!;
    if (word !== 0) return (w << 5) + 31 - Math.clz32(word);
  }
  return -1;
}

/** The first set row at or after `start`, or -1. */
export function firstBit(bits: Bitset, start: number): number {
  const first = start >>> 5;
  for (let w = first; w < bits.length; w++) {
    const word = w === first ? bits[w]! & (-1 << (start & 31)) : bits[w]!;
    if (word !== 0) return (w << 5) + 31 - Math.clz32(word & -word);
  }
  return -1;
}
