import type { BaseMap } from '#core/geo/base-map.ts';
import { cellAt, cellKey } from '#core/geo/hexagon.ts';
import { pointInPolygons } from '#core/geo/polygon.ts';
import type { Hotspot } from '#figures/map/map-hotspots.ts';
import { isRegional, type MapModel } from '#figures/map/map-model.ts';
import { outlineOf } from '#figures/map/outline.ts';

/** A spot in pixels, and the same on the globe. */
export interface Pointed {
  readonly x: number;
  readonly y: number;
  readonly lon: number;
  readonly lat: number;
}

export type ToPixels = (lon: number, lat: number) => { readonly x: number; readonly y: number };

/** Half of the least target size, in px: 24 px by mouse, 44 px by finger. */
export const REACH = { mouse: 13, touch: 22 } as const;

/**
 * The hotspot under a pointer: a symbol within reach first, then the cell or province that holds the point, then the
 * nearest cell within reach.
 */
export function findHotspot(
  at: Pointed,
  hotspots: readonly Hotspot[],
  model: MapModel,
  base: BaseMap | null,
  toPixels: ToPixels,
  reach: number,
): Hotspot | null {
  const symbol = nearest(
    at,
    hotspots.filter((hotspot) => hotspot.symbol),
    toPixels,
    reach,
  );
  if (symbol) return symbol;
  if (isRegional(model.mode) || model.hot?.over === 'regions') return regionAt(at, hotspots, base);
  if (model.cellZoom === null) return null;
  const key = cellKey(cellAt(at.lon, at.lat, model.cellZoom));
  const held = hotspots.find((hotspot) => hotspot.key === key);
  return (
    held ??
    nearest(
      at,
      hotspots.filter((hotspot) => !hotspot.symbol),
      toPixels,
      reach,
    )
  );
}

function regionAt(at: Pointed, hotspots: readonly Hotspot[], base: BaseMap | null): Hotspot | null {
  return (
    hotspots.find((hotspot) => {
      const unit = hotspot.target.kind === 'region' ? outlineOf(base, hotspot.target.id) : null;
      if (!unit) return false;
      const [west, south, east, north] = unit.bbox;
      if (at.lon < west || at.lon > east || at.lat < south || at.lat > north) return false;
      return pointInPolygons(unit.polygons, at.lon, at.lat);
    }) ?? null
  );
}

function nearest(
  at: Pointed,
  hotspots: readonly Hotspot[],
  toPixels: ToPixels,
  reach: number,
): Hotspot | null {
  let found: Hotspot | null = null;
  let least = reach;
  for (const hotspot of hotspots) {
    const { x, y } = toPixels(hotspot.lon, hotspot.lat);
    const away = Math.hypot(x - at.x, y - at.y);
    if (away <= least) {
      least = away;
      found = hotspot;
    }
  }
  return found;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

const UNIT: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** The next hotspot when an arrow key is pressed: the nearest in that direction, straight ahead preferred. */
export function stepHotspot(
  from: Hotspot,
  direction: Direction,
  hotspots: readonly Hotspot[],
  toPixels: ToPixels,
): Hotspot | null {
  const [ux, uy] = UNIT[direction];
  const start = toPixels(from.lon, from.lat);
  let found: Hotspot | null = null;
  let least = Infinity;
  for (const hotspot of hotspots) {
    if (hotspot.key === from.key) continue;
    const { x, y } = toPixels(hotspot.lon, hotspot.lat);
    const ahead = (x - start.x) * ux + (y - start.y) * uy;
    const aside = Math.abs((x - start.x) * uy) + Math.abs((y - start.y) * ux);
    if (ahead <= 0.5 || aside > ahead * 2) continue;
    const cost = ahead + 2 * aside;
    if (cost < least) {
      least = cost;
      found = hotspot;
    }
  }
  return found;
}
