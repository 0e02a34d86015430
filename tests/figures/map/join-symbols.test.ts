import { describe, expect, it } from 'vitest';
import { project } from '#core/geo/mercator.ts';
import { joinHomes } from '#figures/map/join-symbols.ts';
import type { Home } from '#figures/map/symbol-home.ts';

/** Places spread like departments: a fixed pattern without order. */
const homes: readonly Home[] = Array.from({ length: 60 }, (_, i) => ({
  ...{ key: `4@${String((i * 37) % 60).padStart(2, '0')}`, area: null, place: null },
  lon: -78 + ((i * 29) % 47) / 4,
  lat: -4 + ((i * 31) % 53) / 4,
}));

describe('places that share a symbol', () => {
  it.each([3, 4, 5, 7])('stand apart at zoom %i, and none is lost or told twice', (zoom) => {
    const joined = joinHomes(homes, zoom);
    expect(joined.flatMap((group) => group.homes.map(({ key }) => key)).sort()).toEqual(
      homes.map(({ key }) => key).sort(),
    );
    const at = joined.map(({ middle }) => project(middle.lon, middle.lat, zoom));
    for (const [i, a] of at.entries())
      for (const b of at.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(40);
    for (const { middle, homes: own } of joined) expect(own).toContain(middle);
  });

  it('are the same in whatever order they come', () => {
    expect(joinHomes(homes.toReversed(), 4)).toEqual(joinHomes(homes, 4));
  });

  it('are each its own from close by', () => {
    expect(joinHomes(homes, 12)).toHaveLength(homes.length);
  });
});
