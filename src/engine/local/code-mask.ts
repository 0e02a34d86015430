import { type Bitset, emptyBits } from './bitset.ts';
import type { Codes } from './code-column.ts';
import type { EventColumns } from './columns.ts';

/** The live rows whose code is allowed: `allowed[code]` is 1 where it is, 0 or missing where not. */
export function maskOfCodes(
  { start, capacity }: Pick<EventColumns, 'start' | 'capacity'>,
  codes: Codes,
  allowed: Uint8Array,
): Bitset {
  const mask = emptyBits(capacity);
  // Words all of whose rows are live and, in bytes, can be read two rows at a time.
  const paired = codes instanceof Uint8Array && codes.byteOffset % 2 === 0;
  const first = Math.min((start + 31) >>> 5, mask.length);
  const end = paired ? Math.max(first, capacity >>> 5) : first;
  maskRows(mask, codes, allowed, start, Math.min(first << 5, capacity));
  if (paired && first < end) maskPairs(mask, codes, allowed, first, end);
  maskRows(mask, codes, allowed, Math.max(start, end << 5), capacity);
  return mask;
}

function maskRows(mask: Bitset, codes: Codes, allowed: Uint8Array, start: number, end: number): void {
  for (let w = start >>> 5; w << 5 < end; w++) {
    const last = Math.min(end, (w << 5) + 32);
    let word = 0;
    for (let row = Math.max(start, w << 5); row < last; row++) word |= allowed[codes[row]!]! << (row & 31);
    mask[w]! |= word;
  }
}

/** Two rows at a time: a table of pairs of codes halves what is looked up. */
function maskPairs(mask: Bitset, codes: Uint8Array, allowed: Uint8Array, first: number, end: number): void {
  const pairs = pairsOf(allowed);
  const twos = new Uint16Array(codes.buffer, codes.byteOffset, end << 4);
  for (let w = first; w < end; w++) {
    let word = 0;
    for (let i = 0; i < 16; i += 4) {
      const at = (w << 4) + i;
      const low = pairs[twos[at]!]! | (pairs[twos[at + 1]!]! << 2);
      const high = pairs[twos[at + 2]!]! | (pairs[twos[at + 3]!]! << 2);
      word |= (low | (high << 4)) << (2 * i);
    }
    mask[w] = word;
  }
}

/** By two codes, the first in the lower byte as processors of today lay bytes: 1 where the first is allowed, and 2 where the second is. */
function pairsOf(table: Uint8Array): Uint8Array {
  // Bytes know no code beyond 255, however many keys a dictionary has.
  const allowed = table.subarray(0, 256);
  const pairs = new Uint8Array(1 << 16);
  for (let second = 0; second < allowed.length; second++) {
    const both = allowed[second]! << 1;
    for (let first = 0; first < allowed.length; first++)
      pairs[(second << 8) | first] = both | allowed[first]!;
    // Codes beyond the table are not allowed.
    if (both !== 0) pairs.fill(both, (second << 8) + allowed.length, (second + 1) << 8);
  }
  for (let second = allowed.length; second < 256; second++) pairs.set(allowed, second << 8);
  return pairs;
}
