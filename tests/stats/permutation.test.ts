import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sumOdds } from '#stats/permutation.ts';

/** All sums of k of the values. */
function sumsOf(values: readonly number[], k: number): number[] {
  if (k === 0) return [0];
  return values.flatMap((value, i) => sumsOf(values.slice(i + 1), k - 1).map((sum) => sum + value));
}

it('gives the share of all draws, as counting them one by one does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 6 }), { minLength: 3, maxLength: 8 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: -1, max: 20 }),
      (values, k, sum) => {
        const sums = sumsOf(values, k);
        const odds = sumOdds(values, 3);
        const share = (keep: (own: number) => boolean): number => sums.filter(keep).length / sums.length;
        expect(odds.atLeast(k, sum)).toBeCloseTo(
          share((own) => own >= sum),
          12,
        );
        expect(odds.atMost(k, sum)).toBeCloseTo(
          share((own) => own <= sum),
          12,
        );
      },
    ),
  );
});

it('keeps the digits of very small chances', () => {
  const values = new Array<number>(10_000).fill(0).fill(5, 0, 3);
  const odds = sumOdds(values, 3);
  expect(odds.atLeast(3, 15) * ((10_000 * 9_999 * 9_998) / 6)).toBeCloseTo(1, 9);
  expect(odds.atMost(3, 15)).toBe(1);
});
