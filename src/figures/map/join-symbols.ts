import { project, type WorldPoint } from '#core/geo/mercator.ts';
import type { Home } from './symbol-home.ts';

/** Two symbols of regions nearer than this, in pixels of the cells' zoom, cannot both be read: ring, signs and number take so much room. */
const ROOM = 30;

/** Places that share a symbol, and the one in their middle, where it stands. */
export interface JoinedHomes {
  readonly middle: Home;
  readonly homes: readonly Home[];
}

type Placed = { readonly home: Home; readonly at: WorldPoint };

/**
 * Groups of places whose symbols would hide one another. They are told by where the places are, so that no symbol moves for the
 * number of events: give the places of all dates.
 */
export function joinHomes(homes: readonly Home[], zoom: number): readonly JoinedHomes[] {
  const groups: Placed[][] = [];
  for (const home of homes.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const own = { home, at: project(home.lon, home.lat, zoom) };
    const group = groups.find(([first]) => first && apart(first.at, own.at) < ROOM);
    if (group) group.push(own);
    else groups.push([own]);
  }
  return groups.map((group) => ({ middle: middleOf(group), homes: group.map(({ home }) => home) }));
}

const apart = (a: WorldPoint, b: WorldPoint): number => Math.hypot(a.x - b.x, a.y - b.y);

function middleOf(group: readonly Placed[]): Home {
  const mean = {
    x: group.reduce((sum, { at }) => sum + at.x, 0) / group.length,
    y: group.reduce((sum, { at }) => sum + at.y, 0) / group.length,
  };
  return group.reduce((best, own) => (apart(own.at, mean) < apart(best.at, mean) ? own : best)).home;
}
