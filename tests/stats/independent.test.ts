import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { arcOwners, bordering, decodeArcs, type Topology } from '#core/geo/topology.ts';
import { adjustForDiscovery } from '#stats/false-discovery.ts';
import { giStar, type SpotTest, scoresOf, testSpots } from '#stats/hot-spots.ts';
import { twoSidedP } from '#stats/normal.ts';
import { sumOdds } from '#stats/permutation.ts';
import {
  borderSurroundings,
  hexagonSurroundings,
  type Surroundings,
  surroundingCount,
  surroundingSums,
} from '#stats/surroundings.ts';
import { mannKendall, senSlope } from '#stats/trend.ts';
import { describeWithShared } from '#tests/shared-data.ts';
import { countUcdp, readGeo, type UcdpCounts } from './ucdp-counts.ts';

const fixture = <File>(name: string): File =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, 'fixtures', name), 'utf8')) as File;

interface Told {
  /** Places in the surroundings. */
  readonly around: readonly number[];
  /** Gi* of the counts, and of their logarithmic scores. */
  readonly z_counts: readonly number[];
  readonly z: readonly number[];
  /** Exact under permutation, and adjusted; null = not tested. */
  readonly p: readonly (number | null)[];
  readonly adjusted: readonly (number | null)[];
  /** Simulated chance of as much or more around the place. */
  readonly upper: readonly number[];
}

const input = fixture<UcdpCounts>('ucdp-counts.json');
const told = fixture<{
  readonly made: string;
  readonly draws: number;
  readonly cells: Told;
  readonly regions: Told;
  readonly normal: { readonly z: readonly number[]; readonly p: readonly number[] };
  readonly kendall: { readonly z: readonly number[]; readonly p: readonly number[] };
}>('hot-spots.expected.json');
const slopes = fixture<{ readonly slopes: readonly number[]; readonly tau: readonly number[] }>(
  'slopes.expected.json',
);

const close = 1e-9;

function expectClose(found: ArrayLike<number>, expected: readonly number[]): void {
  expect(found.length).toBe(expected.length);
  expected.forEach((value, i) => void expect(Math.abs(found[i]! - value)).toBeLessThan(close));
}

function expectTold(counts: readonly number[], around: Surroundings, expected: Told): SpotTest {
  expect(counts.map((_, i) => surroundingCount(around, i))).toEqual(expected.around);
  expectClose(giStar(counts, around), expected.z_counts);
  expectClose(giStar(scoresOf(counts), around), expected.z);
  const test = testSpots(Float64Array.from(counts), around);
  expected.p.forEach((p, i) => {
    expect(test.tested[i]).toBe(p === null ? 0 : 1);
    if (p === null) return;
    expect(Math.abs(test.p[i]! - p)).toBeLessThan(close);
    expect(Math.abs(test.p[i]! / p - 1)).toBeLessThan(close);
    expect(Math.abs(test.adjusted[i]! - expected.adjusted[i]!)).toBeLessThan(close);
  });
  return test;
}

/** Within five standard errors of the simulation. */
function expectSimulated(counts: readonly number[], around: Surroundings, { upper }: Told): void {
  const scores = scoresOf(counts);
  const odds = sumOdds(scores, 12);
  surroundingSums(around, scores).forEach((sum, i) => {
    const chance = odds.atLeast(surroundingCount(around, i), sum);
    const error = Math.sqrt((chance * (1 - chance)) / told.draws);
    expect(Math.abs(chance - upper[i]!)).toBeLessThanOrEqual(5 * error + 2 / told.draws);
  });
}

const hexagons = hexagonSurroundings(input.q.map((q, i) => ({ zoom: input.zoom, q, r: input.r[i]! })));
const outlines = readGeo<Topology<{ readonly id: string }>>('adm1.json');
const shapes = outlines.objects.adm1?.geometries ?? [];
const borders = borderSurroundings(
  bordering(shapes, arcOwners(shapes, outlines.arcs.length), decodeArcs(outlines)),
  input.regions,
);

describe('hot spots against R on UCDP events of Mexico and Colombia', () => {
  it('agree over 412 hexagons to 1e-9', () => {
    expect(input.q).toHaveLength(412);
    const { levels } = expectTold(input.counts, hexagons, told.cells);
    expect(levels.some((level) => level > 0)).toBe(true);
    expect(levels.some((level) => level < 0)).toBe(true);
  });

  it('agree over first-level regions to 1e-9, their borders included', () => {
    expectTold(input.regionCounts, borders, told.regions);
  });

  it('have the p that dealing out the values at random gives', () => {
    expectSimulated(input.counts, hexagons, told.cells);
    expectSimulated(input.regionCounts, borders, told.regions);
  });

  it('would be smoke on plain counts: the normal p calls hot what chance gives often', () => {
    const z = giStar(input.counts, hexagons);
    const adjusted = adjustForDiscovery(z.map(twoSidedP));
    const odds = sumOdds(input.counts, 7);
    const sums = surroundingSums(hexagons, input.counts);
    const exact = Float64Array.from(sums, (sum, i) =>
      Math.min(1, 2 * odds.atLeast(surroundingCount(hexagons, i), sum)),
    );
    const corrected = adjustForDiscovery(exact);
    expect(adjusted.filter((p, i) => p <= 0.05 && z[i]! > 0)).toHaveLength(12);
    expect(corrected.filter((p) => p <= 0.05)).toHaveLength(0);
  });
});

it('gives the tails of the normal curve that pnorm gives', () => {
  told.normal.z.forEach((z, i) => {
    expect(Math.abs(twoSidedP(z) / told.normal.p[i]! - 1)).toBeLessThan(1e-12);
  });
});

describe('the trend tests against R and SciPy on yearly UCDP events', () => {
  const years = input.yearly.length / input.seriesOf.length;
  const series = input.seriesOf.map((_, i) => input.yearly.slice(i * years, (i + 1) * years));

  it('gives the z and p of cor.test with ties and continuity correction', () => {
    series.forEach((values, i) => {
      const { z, p } = mannKendall(values);
      expect(Math.abs(z - told.kendall.z[i]!)).toBeLessThan(close);
      expect(Math.abs(p - told.kendall.p[i]!)).toBeLessThan(close);
    });
  });

  it('gives the slopes of theilslopes and the sign of kendalltau', () => {
    series.forEach((values, i) => {
      expect(Math.abs(senSlope(values, [...values.keys()]) - slopes.slopes[i]!)).toBeLessThan(close);
      expect(Math.sign(mannKendall(values).s)).toBe(Math.sign(slopes.tau[i]!));
    });
  });
});

describeWithShared('the counts behind the fixtures', () => {
  it('come from the shared files', () => {
    expect(countUcdp()).toEqual(input);
  });
});
