import { expect, it } from 'vitest';
import { seeded } from '#bench/random.ts';
import { hasBit } from '#engine/local/bitset.ts';
import { maskOfCodes } from '#engine/local/code-mask.ts';

const random = seeded(9);

/** Start and capacity: whole words, rows cut off at either end, all in one word, none live, none at all. */
const spans = [
  [0, 320],
  [0, 333],
  [37, 333],
  [64, 352],
  [31, 97],
  [3, 30],
  [5, 5],
  [40, 64],
  [33, 63],
  [0, 0],
] as const;

it.each(spans)('sets just the live rows from %i to %i whose code is allowed', (start, capacity) => {
  for (const codes of [
    new Uint8Array(capacity),
    new Uint16Array(capacity),
    new Uint8Array(capacity + 1).subarray(1),
  ]) {
    for (let row = 0; row < capacity; row++) codes[row] = random.below(40);
    const allowed = Uint8Array.from({ length: 37 }, () => random.below(2));
    const mask = maskOfCodes({ start, capacity }, codes, allowed);
    const expected = Array.from(codes, (code, row) => row >= start && allowed[code] === 1);
    expect(Array.from(codes, (_, row) => hasBit(mask, row))).toEqual(expected);
    expect(mask).toHaveLength(Math.ceil(capacity / 32));
  }
});

it.each([1, 37, 255, 256, 257, 600, 1000])('reads every pair of codes by a table of %i', (size) => {
  const codes = Uint8Array.from({ length: 1 << 17 }, (_, row) =>
    row % 2 === 0 ? (row >> 1) & 255 : row >> 9,
  );
  const allowed = Uint8Array.from({ length: size }, () => random.below(2)).fill(1, 0, 1);
  const mask = maskOfCodes({ start: 0, capacity: codes.length }, codes, allowed);
  expect(codes.findIndex((code, row) => hasBit(mask, row) !== (allowed[code] === 1))).toBe(-1);
});
