import { describe, expect, it } from 'vitest';
import type { SpotTest } from '#stats/hot-spots.ts';
import { mannKendall, type Period, senSlope, spotTrends, type TrendClass } from '#stats/trend.ts';

describe('Mann–Kendall', () => {
  it('gives the textbook figures of a rising series', () => {
    const test = mannKendall([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(test.s).toBe(45);
    expect(test.variance).toBe(125);
    expect(test.z).toBeCloseTo(44 / Math.sqrt(125), 12);
  });

  it('takes ties into account and finds nothing in a flat series', () => {
    expect(mannKendall([1, 1, 2, 2]).variance).toBeCloseTo((4 * 3 * 13 - 2 * (2 * 1 * 9)) / 18, 12);
    expect(mannKendall([3, 3, 3, 3])).toEqual({ s: 0, variance: 0, z: 0, p: 1 });
  });
});

describe("Sen's slope", () => {
  it('is not turned by one outlier, and takes times into account', () => {
    expect(senSlope([0, 2, 4, 900, 8], [0, 1, 2, 3, 4])).toBe(2);
    expect(senSlope([0, 20], [1990, 2000])).toBe(2);
    expect(senSlope([4], [0])).toBeNaN();
  });
});

/** A period in which `hot` tells the places apart, with the share of the first place. */
function period(
  at: number,
  hot: readonly number[],
  share: number,
  problem: SpotTest['problem'] = null,
): Period {
  const none = new Float64Array(hot.length);
  const test: SpotTest = {
    z: none,
    p: none,
    adjusted: none,
    levels: Int8Array.from(hot),
    tested: new Uint8Array(hot.length).fill(1),
    testedCount: hot.length,
    problem,
  };
  return { at, test, shares: new Float64Array(hot.length).fill(share) };
}

/** The class of one place from its levels and shares, period by period. */
function classFor(levels: readonly number[], shares: readonly number[]): TrendClass | undefined {
  return spotTrends(
    1,
    levels.map((level, at) => period(at, [level], shares[at]!)),
  ).classes[0];
}

describe('the classes of hot-spot trends', () => {
  const twelve = Array.from({ length: 12 }, (_, i) => i);
  const rising = twelve.map((i) => 0.1 + i / 100);
  const unsteady = twelve.map((i) => 0.2 + (i % 2) / 100);
  const always = twelve.map(() => 2);

  it.each([
    ['none', twelve.map(() => 0), rising],
    ['none', twelve.map(() => -2), rising],
    ['new', twelve.map((i) => (i === 11 ? 1 : 0)), rising],
    ['intensifying', always, rising],
    ['persistent', always, unsteady],
    ['diminishing', always, rising.toReversed()],
    ['sporadic', twelve.map((i) => (i % 2 === 1 ? 1 : 0)), rising],
    ['sporadic', twelve.map((i) => (i === 11 ? 0 : 2)), rising],
    ['sporadic', twelve.map((i) => (i === 3 ? 1 : 0)), rising],
  ] as const)('call it %s', (expected, levels, shares) => {
    expect(classFor(levels, shares)).toBe(expected);
  });

  it('give nothing below ten tested periods, and do not read an untested one as "not hot"', () => {
    const tested = twelve.map((at) => period(at, [2], 0.2 + at / 100));
    const gaps = tested.map((own, at) => (at < 3 ? period(at, [0], 0, 'few-events') : own));
    expect(spotTrends(1, gaps).problem).toBe('few-periods');
    expect(spotTrends(1, gaps).classes).toEqual(['none']);
    const enough = [...gaps, period(12, [2], 0.5), period(13, [2], 0.6)];
    const trends = spotTrends(1, enough);
    expect(trends.problem).toBeNull();
    expect(trends.periods).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(trends.hotPeriods[0]).toBe(11);
    expect(trends.classes).toEqual(['intensifying']);
    expect(trends.slopes[0]).toBeGreaterThan(0);
  });
});
