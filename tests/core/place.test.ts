import { describe, expect, it } from 'vitest';
import { inArea, inBbox, isPlaced, placePrecisionKey, placePrecisions } from '#core/place.ts';

describe('place precision', () => {
  it('has seven levels; regions, zones and countries are never pins', () => {
    expect(placePrecisions.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(placePrecisions.filter(({ placed }) => placed).map(({ key }) => key)).toEqual([
      'exact',
      'near',
      'municipality',
      'waters',
    ]);
    for (const { level, placed } of placePrecisions) expect(isPlaced(level)).toBe(placed);
  });

  it('names its levels, and nothing else', () => {
    expect(placePrecisionKey(4)).toBe('region');
    expect(placePrecisionKey(8)).toBeNull();
  });
});

describe('a box', () => {
  it('holds its edges', () => {
    expect(inBbox(-9, -75, [-75, -9, -70, 0])).toBe(true);
    expect(inBbox(-9.0001, -75, [-75, -9, -70, 0])).toBe(false);
  });

  it('may cross 180 degrees', () => {
    const pacific = [170, -10, -170, 10] as const;
    expect([175, -175, 0].map((lon) => inBbox(0, lon, pacific))).toEqual([true, true, false]);
  });
});

describe('a drawn area', () => {
  const corners = (...pairs: [number, number][]) => pairs.map(([lat, lon]) => ({ lat, lon }));

  it('holds what lies inside, also when it is not convex', () => {
    const horseshoe = corners([0, 0], [0, 6], [6, 6], [6, 4], [2, 4], [2, 2], [6, 2], [6, 0]);
    expect(inArea(1, 3, horseshoe)).toBe(true);
    expect(inArea(4, 3, horseshoe)).toBe(false);
    expect(inArea(4, 1, horseshoe)).toBe(true);
  });

  it('of fewer than three corners holds nothing', () => {
    expect(inArea(0, 0, corners([-1, -1], [1, 1]))).toBe(false);
    expect(inArea(0, 0, [])).toBe(false);
  });
});
