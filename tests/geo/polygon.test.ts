import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bboxesMeet, bboxOf, distanceKm, unionBbox } from '#core/geo/lonlat.ts';
import { bboxOfPolygons, labelPoint, pointInPolygons, pointInRing, ringArea } from '#core/geo/polygon.ts';

const square = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
] as const;
const hole = [
  [4, 4],
  [6, 4],
  [6, 6],
  [4, 6],
] as const;
const horseshoe = [
  [0, 0],
  [10, 0],
  [10, 10],
  [8, 10],
  [8, 2],
  [2, 2],
  [2, 10],
  [0, 10],
] as const;

describe('polygons', () => {
  test('points in the square, in its hole, outside', () => {
    expect(pointInPolygons([[square, hole]], 2, 2)).toBe(true);
    expect(pointInPolygons([[square, hole]], 5, 5)).toBe(false);
    expect(pointInPolygons([[square, hole]], 11, 5)).toBe(false);
    expect(pointInPolygons([], 0, 0)).toBe(false);
  });

  test('two squares that share an edge never both hold a point on it', () => {
    const east = square.map(([x, y]) => [x + 10, y] as const);
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 9.99, noNaN: true }), (y) => {
        const both = [square, east].filter((ring) => pointInRing(ring, 10, y));
        expect(both).toHaveLength(1);
      }),
    );
  });

  test('area has a sign by direction', () => {
    expect(ringArea(square)).toBe(100);
    expect(ringArea(square.toReversed())).toBe(-100);
  });

  test('the label point of a horseshoe is on the shoe, of two islands on the larger', () => {
    const point = labelPoint([[horseshoe]]);
    expect(point && pointInRing(horseshoe, point[0], point[1])).toBe(true);
    const islet = square.map(([x, y]) => [x / 100 + 50, y / 100] as const);
    const large = labelPoint([[islet], [square]]);
    expect(large && pointInRing(square, large[0], large[1])).toBe(true);
    expect(labelPoint([])).toBeNull();
  });

  test('boxes', () => {
    expect(bboxOf([])).toBeNull();
    expect(bboxOf([[3, 4]])).toEqual([3, 4, 3, 4]);
    expect(bboxOfPolygons([[square, hole]])).toEqual([0, 0, 10, 10]);
    expect(bboxesMeet([0, 0, 1, 1], [1, 1, 2, 2])).toBe(true);
    expect(bboxesMeet([0, 0, 1, 1], [1.1, 0, 2, 2])).toBe(false);
    expect(unionBbox([0, 0, 1, 1], [-1, 0.5, 0.5, 3])).toEqual([-1, 0, 1, 3]);
  });

  test('a degree on the equator is 111 km; distance is the same both ways', () => {
    expect(distanceKm([0, 0], [1, 0])).toBeCloseTo(111.195, 2);
    const lon = fc.double({ min: -180, max: 180, noNaN: true });
    const lat = fc.double({ min: -90, max: 90, noNaN: true });
    fc.assert(
      fc.property(lon, lat, lon, lat, (a, b, c, d) => {
        expect(distanceKm([a, b], [c, d])).toBeCloseTo(distanceKm([c, d], [a, b]), 6);
      }),
    );
  });
});
