import fc from 'fast-check';
import { expect, test } from 'vitest';
import { project } from '#core/geo/mercator.ts';
import { SQUARE_SIDE, squareAt, squareCentrePoint } from '#core/geo/square.ts';

const lon = fc.double({ min: -179, max: 179, noNaN: true });
const lat = fc.double({ min: -80, max: 80, noNaN: true });
const zoom = fc.integer({ min: 0, max: 12 });

test('a place lies in its square: no further from the centre than half a side', () => {
  fc.assert(
    fc.property(lon, lat, zoom, (x, y, z) => {
      const centre = squareCentrePoint(squareAt(x, y, z));
      const point = project(x, y, z);
      expect(Math.abs(point.x - centre.x)).toBeLessThanOrEqual(SQUARE_SIDE / 2);
      expect(Math.abs(point.y - centre.y)).toBeLessThanOrEqual(SQUARE_SIDE / 2);
    }),
  );
});

test('four squares of one zoom make one of the zoom before', () => {
  fc.assert(
    fc.property(lon, lat, fc.integer({ min: 1, max: 12 }), (x, y, z) => {
      const fine = squareAt(x, y, z);
      expect(squareAt(x, y, z - 1)).toEqual({ x: Math.floor(fine.x / 2), y: Math.floor(fine.y / 2) });
    }),
  );
});
