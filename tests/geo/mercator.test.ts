import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_LATITUDE, metresPerPixel, project, unproject, worldSize } from '#core/geo/mercator.ts';

const lon = fc.double({ min: -180, max: 180, noNaN: true });
const lat = fc.double({ min: -85, max: 85, noNaN: true });
const zoom = fc.double({ min: 0, max: 16, noNaN: true });

describe('Web Mercator', () => {
  test('undoes itself', () => {
    fc.assert(
      fc.property(lon, lat, zoom, (x, y, z) => {
        const point = project(x, y, z);
        const back = unproject(point.x, point.y, z);
        expect(back.lon).toBeCloseTo(x, 6);
        expect(back.lat).toBeCloseTo(y, 6);
      }),
    );
  });

  test('keeps every place inside the world square, the poles at its edges', () => {
    fc.assert(
      fc.property(lon, fc.double({ min: -90, max: 90, noNaN: true }), zoom, (x, y, z) => {
        const point = project(x, y, z);
        expect(point.x).toBeGreaterThanOrEqual(0);
        expect(point.x).toBeLessThanOrEqual(worldSize(z) + 1e-6);
        expect(point.y).toBeGreaterThanOrEqual(-1e-6);
        expect(point.y).toBeLessThanOrEqual(worldSize(z) + 1e-6);
      }),
    );
    expect(project(0, MAX_LATITUDE, 0).y).toBeCloseTo(0, 6);
  });

  test('doubles with each zoom level', () => {
    fc.assert(
      fc.property(lon, lat, fc.integer({ min: 0, max: 15 }), (x, y, z) => {
        const near = project(x, y, z);
        const nearer = project(x, y, z + 1);
        expect(nearer.x).toBeCloseTo(near.x * 2, 4);
        expect(nearer.y).toBeCloseTo(near.y * 2, 4);
      }),
    );
  });

  test('knows the ground under a pixel', () => {
    expect(metresPerPixel(0, 0)).toBeCloseTo(156_543.03, 1);
    expect(metresPerPixel(60, 8)).toBeCloseTo(156_543.03 / 2 / 256, 1);
  });
});
