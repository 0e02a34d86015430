import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CELL_RADIUS,
  cellAt,
  cellAtPoint,
  cellCentre,
  cellCentrePoint,
  cellCorners,
  cellKey,
  cellZoom,
  MAX_CELL_ZOOM,
  parseCellKey,
} from '#core/geo/hexagon.ts';
import { project } from '#core/geo/mercator.ts';

const lon = fc.double({ min: -170, max: 170, noNaN: true });
const lat = fc.double({ min: -80, max: 80, noNaN: true });
const zoom = fc.integer({ min: 2, max: 12 });
const cell = fc.record({
  zoom,
  q: fc.integer({ min: -5000, max: 5000 }),
  r: fc.integer({ min: -5000, max: 5000 }),
});

describe('hexagon cells', () => {
  test('the centre of a cell belongs to it', () => {
    fc.assert(
      fc.property(cell, (given) => {
        expect(cellAtPoint(cellCentrePoint(given), given.zoom)).toEqual(given);
      }),
    );
  });

  test('a place is nearer to the centre of its own cell than to any neighbour', () => {
    const steps = [
      [1, 0],
      [1, -1],
      [0, -1],
      [-1, 0],
      [-1, 1],
      [0, 1],
    ] as const;
    fc.assert(
      fc.property(lon, lat, zoom, (x, y, z) => {
        const point = project(x, y, z);
        const own = cellAt(x, y, z);
        const away = (q: number, r: number) => {
          const centre = cellCentrePoint({ zoom: z, q, r });
          return Math.hypot(centre.x - point.x, centre.y - point.y);
        };
        for (const [dq, dr] of steps) {
          expect(away(own.q, own.r)).toBeLessThanOrEqual(away(own.q + dq, own.r + dr) + 1e-6);
        }
        expect(away(own.q, own.r)).toBeLessThanOrEqual(CELL_RADIUS + 1e-6);
      }),
    );
  });

  test('never makes a negative zero, which would split a key', () => {
    fc.assert(
      fc.property(lon, lat, zoom, (x, y, z) => {
        const { q, r } = cellAt(x, y, z);
        expect(Object.is(q, -0) || Object.is(r, -0)).toBe(false);
      }),
    );
  });

  test('keys are read back, and nothing else is', () => {
    fc.assert(
      fc.property(cell, (given) => {
        expect(parseCellKey(cellKey(given))).toEqual(given);
      }),
    );
    for (const wrong of [
      '',
      '5',
      '5.1',
      '5.1.2.3',
      'a.1.2',
      '5.1.x',
      '17.1.2',
      '99.1.2',
      '5.1e3.2',
      '5.--1.2',
      ' 5.1.2',
    ]) {
      expect(parseCellKey(wrong), wrong).toBeNull();
    }
  });

  test('corners lie one radius around the centre', () => {
    const given = cellAt(-74.2, -13.1, 6);
    const middle = cellCentrePoint(given);
    for (const [x, y] of cellCorners(given)) {
      const corner = project(x, y, 6);
      expect(Math.hypot(corner.x - middle.x, corner.y - middle.y)).toBeCloseTo(CELL_RADIUS, 6);
    }
    expect(cellCorners(given)).toHaveLength(6);
    expect(cellAt(cellCentre(given).lon, cellCentre(given).lat, 6)).toEqual(given);
  });

  test('a cell is at least 24 px wide at its own zoom', () => {
    expect(CELL_RADIUS * Math.sqrt(3)).toBeGreaterThanOrEqual(24);
    expect(cellZoom(5.5)).toBe(5);
    expect(cellZoom(5.75)).toBe(6);
    expect(cellZoom(6)).toBe(6);
    expect(cellZoom(-3)).toBe(0);
    expect(cellZoom(40)).toBe(MAX_CELL_ZOOM);
  });
});
