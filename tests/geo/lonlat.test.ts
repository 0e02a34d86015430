import { describe, expect, it } from 'vitest';
import { bboxesMeet, bboxOf, distanceKm, unionBbox } from '#core/geo/lonlat.ts';

describe('distances', () => {
  it('agree with the map', () => {
    expect(distanceKm([-77.04, -12.05], [-71.97, -13.52])).toBeCloseTo(575, -1);
    expect(distanceKm([0, 0], [0, 1])).toBeCloseTo(111.2, 1);
    expect(distanceKm([179.5, 0], [-179.5, 0])).toBeCloseTo(111.2, 1);
    expect(distanceKm([5, 5], [5, 5])).toBe(0);
  });
});

describe('boxes', () => {
  it('hold their points, and nothing holds none', () => {
    expect(
      bboxOf([
        [1, 2],
        [-3, 4],
      ]),
    ).toEqual([-3, 2, 1, 4]);
    expect(bboxOf([])).toBeNull();
  });

  it('meet at an edge, and join', () => {
    expect(bboxesMeet([0, 0, 1, 1], [1, 1, 2, 2])).toBe(true);
    expect(bboxesMeet([0, 0, 1, 1], [1.1, 0, 2, 1])).toBe(false);
    expect(unionBbox([0, 0, 1, 1], [5, -2, 6, 0])).toEqual([0, -2, 6, 1]);
  });
});
