import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { project } from '#core/geo/mercator.ts';
import type { ModelSymbol } from '#figures/map/map-model.ts';
import { isCrowded } from '#figures/map/settle-symbols.ts';

const ZOOM = 5;
const symbolAt = (lon: number, lat: number): ModelSymbol => ({
  ...{ key: `4@${lon},${lat}`, lon, lat, area: null, place: null, others: 0 },
  ...{ style: 'region', precision: 4, parts: [], events: 1, atLeast: false, within: [], rows: [] },
});
/** Each against each other, as the rule says it: nearer than 22 pixels is too near. */
function crowdedByPairs(symbols: readonly ModelSymbol[]): boolean {
  const points = symbols.map(({ lon, lat }) => project(lon, lat, ZOOM));
  const close = points.filter((a, i) =>
    points.some((b, j) => i !== j && Math.hypot(a.x - b.x, a.y - b.y) < 22),
  );
  return points.length > 6 && close.length > points.length / 2;
}

describe('a crowd of symbols', () => {
  test('is one where most of more than six would overlap', () => {
    const apart = Array.from({ length: 7 }, (_, i) => symbolAt(-80 + i * 4, -10));
    const together = Array.from({ length: 7 }, (_, i) => symbolAt(-80 + i * 0.1, -10));
    expect(isCrowded(apart, ZOOM)).toBe(false);
    expect(isCrowded(together, ZOOM)).toBe(true);
    expect(isCrowded(together.slice(1), ZOOM)).toBe(false);
    expect(isCrowded([...apart, ...together.slice(0, 4)], ZOOM)).toBe(false);
  });

  test('is what looking at every pair calls one', () => {
    const degrees = fc.integer({ min: -60, max: 60 }).map((tenth) => tenth / 10);
    const places = fc.array(fc.tuple(degrees, degrees), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(places, (at) => {
        const symbols = at.map(([lon, lat]) => symbolAt(lon, lat));
        expect(isCrowded(symbols, ZOOM)).toBe(crowdedByPairs(symbols));
      }),
      { numRuns: 500 },
    );
  });
});
