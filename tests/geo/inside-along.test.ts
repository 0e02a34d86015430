import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LonLat, MultiPolygon } from '#core/geo/lonlat.ts';
import { insideAlong, pointInPolygons } from '#core/geo/polygon.ts';

const degree = fc.integer({ min: -20, max: 20 });
/** Star-shaped around the middle, so that half of it is a hole within it. */
const ring = fc.array(fc.integer({ min: 5, max: 20 }), { minLength: 3, maxLength: 9 }).map((reaches) =>
  reaches.map((reach, i): LonLat => {
    const angle = (2 * Math.PI * i) / reaches.length;
    return [reach * Math.cos(angle), reach * Math.sin(angle)];
  }),
);
const polygons: fc.Arbitrary<MultiPolygon> = fc.array(
  ring.map((outer) => [outer, outer.map(([lon, lat]): LonLat => [lon / 2, lat / 2])]),
  { maxLength: 3 },
);

it('points of one latitude are inside exactly where the test of single points says so', () => {
  fc.assert(
    fc.property(polygons, degree, fc.array(degree, { maxLength: 12 }), (land, lat, lons) => {
      const isInside = insideAlong(land, lat);
      for (const lon of lons) expect(isInside(lon)).toBe(pointInPolygons(land, lon, lat));
    }),
  );
});
