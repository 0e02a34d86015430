import { describe, expect, it } from 'vitest';
import type { Cell } from '#core/geo/hexagon.ts';
import { adjustForDiscovery } from '#stats/false-discovery.ts';
import { giStar, testSpots } from '#stats/hot-spots.ts';
import { hexagonSurroundings, surroundingCount } from '#stats/surroundings.ts';

/** A parallelogram of hexagons. */
function grid(width: number, height: number): Cell[] {
  return Array.from({ length: width * height }, (_, i) => ({
    zoom: 5,
    q: i % width,
    r: Math.floor(i / width),
  }));
}

/** One event in each of eleven far corners, `many` in a cell of the middle and its six neighbours. */
function clustered(many: number): { counts: Float64Array; around: ReturnType<typeof hexagonSurroundings> } {
  const cells = grid(20, 20);
  const counts = new Float64Array(400);
  const around = hexagonSurroundings(cells);
  const centre = 10 * 20 + 10;
  for (let at = around.offsets[centre]!; at < around.offsets[centre + 1]!; at++) {
    counts[around.members[at]!] = many;
  }
  for (let i = 0; i < 400; i += 37) counts[i]! += 1;
  return { counts, around };
}

describe('the surroundings of hexagons', () => {
  it('are the cell and those of its six neighbours that are there', () => {
    const around = hexagonSurroundings(grid(5, 5));
    expect(surroundingCount(around, 12)).toBe(7);
    expect(surroundingCount(around, 0)).toBe(3);
    expect(
      [...around.members.subarray(around.offsets[12]!, around.offsets[13]!)].sort((a, b) => a - b),
    ).toEqual([7, 8, 11, 12, 13, 16, 17]);
  });
});

describe('the test of spots', () => {
  it('finds a planted cluster and nothing else', () => {
    const { counts, around } = clustered(40);
    const test = testSpots(counts, around);
    expect(test.problem).toBeNull();
    expect(test.levels[210]).toBe(2);
    const hot = [...test.levels.keys()].filter((i) => test.levels[i]! > 0);
    for (const i of hot) {
      expect(Math.abs((i % 20) - 10)).toBeLessThanOrEqual(2);
      expect(Math.abs(Math.floor(i / 20) - 10)).toBeLessThanOrEqual(2);
    }
    expect(test.levels.some((level) => level < 0)).toBe(false);
  });

  it('calls nothing a spot when one cell alone holds nearly everything', () => {
    const { around } = clustered(0);
    const counts = new Float64Array(400);
    for (let i = 0; i < 400; i += 23) counts[i] = 1;
    counts[210] = 5000;
    const test = testSpots(counts, around);
    expect(test.problem).toBeNull();
    expect(test.levels.every((level) => level === 0)).toBe(true);
    expect(giStar(counts, around)[210]!).toBeGreaterThan(5);
  });

  it('says why nothing is tested', () => {
    const few = hexagonSurroundings(grid(4, 4));
    expect(testSpots(new Float64Array(16).fill(9), few).problem).toBe('few-places');
    const around = hexagonSurroundings(grid(10, 10));
    expect(testSpots(new Float64Array(100).fill(7), around).problem).toBe('all-alike');
    const nine = new Float64Array(100);
    nine.fill(50, 0, 9);
    expect(testSpots(nine, around).problem).toBe('few-events');
    const thin = new Float64Array(100);
    thin.fill(1, 0, 12);
    const test = testSpots(thin, around);
    expect(test.problem).toBe('few-events');
    expect(test.testedCount).toBe(0);
    expect([...test.z, ...test.p, ...test.adjusted].every(Number.isNaN)).toBe(true);
  });

  it('leaves out an islet with fewer than two neighbours', () => {
    const cells = [...grid(10, 10), { zoom: 5, q: 40, r: 40 }];
    const counts = new Float64Array(101).map((_, i) => i % 4);
    counts[100] = 60;
    const test = testSpots(counts, hexagonSurroundings(cells));
    expect(test.tested[100]).toBe(0);
    expect(test.levels[100]).toBe(0);
    expect(test.testedCount).toBe(100);
  });

  it('knows no places', () => {
    expect(testSpots(new Float64Array(0), hexagonSurroundings([])).problem).toBe('few-places');
  });
});

describe('the control of false discoveries', () => {
  it('does what Benjamini and Hochberg showed with their fifteen p values', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ];
    const adjusted = adjustForDiscovery(Float64Array.from(p));
    expect(adjusted.filter((value) => value <= 0.05)).toHaveLength(4);
    expect(adjusted[0]).toBeCloseTo(0.0015, 12);
    expect(adjusted[14]).toBe(1);
  });

  it('does not count what was not tested', () => {
    expect([...adjustForDiscovery(Float64Array.of(Number.NaN, 0.04, Number.NaN))]).toEqual([
      Number.NaN,
      0.04,
      Number.NaN,
    ]);
  });
});
