import { project, type WorldPoint } from '#core/geo/mercator.ts';
import type { Home } from './symbol-home.ts';

/** Two symbols of regions nearer than this, in pixels of the cells' zoom, cannot both be read: three signs in a ring take so much room. */
const ROOM = 40;

/** Places that share a symbol, and the one in their middle, where it stands. */
export interface JoinedHomes {
  readonly middle: Home;
  readonly homes: readonly Home[];
}

type Placed = { readonly home: Home; readonly at: WorldPoint };

/**
 * Groups of places whose symbols would hide one another: those too near join until all stand apart. They are told by where the
 * places are, so that no symbol moves for the number of events: give the places of all dates.
 */
export function joinHomes(homes: readonly Home[], zoom: number): readonly JoinedHomes[] {
  let groups: Group[] = [];
  for (const home of homes.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const own = { home, at: project(home.lon, home.lat, zoom) };
    const near = groups.find(({ middle }) => apart(middle.at, own.at) < ROOM);
    if (near) near.members.push(own);
    else groups.push({ members: [own], middle: own });
  }
  groups = groups.map(({ members }) => grouped(members));
  for (let pair = tooNear(groups); pair; pair = tooNear(groups)) {
    const [a, b] = pair;
    groups = [...groups.filter((group) => group !== a && group !== b), grouped([...a.members, ...b.members])];
  }
  return groups.map(({ members, middle }) => ({
    middle: middle.home,
    homes: members.map(({ home }) => home),
  }));
}

interface Group {
  readonly members: Placed[];
  readonly middle: Placed;
}

const grouped = (members: Placed[]): Group => ({ members, middle: middleOf(members) });

/** The first two groups that stand too near; null where none do. */
function tooNear(groups: readonly Group[]): readonly [Group, Group] | null {
  for (const [i, a] of groups.entries())
    for (const b of groups.slice(i + 1)) if (apart(a.middle.at, b.middle.at) < ROOM) return [a, b];
  return null;
}

const apart = (a: WorldPoint, b: WorldPoint): number => Math.hypot(a.x - b.x, a.y - b.y);

function middleOf(group: readonly Placed[]): Placed {
  const mean = {
    x: group.reduce((sum, { at }) => sum + at.x, 0) / group.length,
    y: group.reduce((sum, { at }) => sum + at.y, 0) / group.length,
  };
  return group.reduce((best, own) => (apart(own.at, mean) < apart(best.at, mean) ? own : best));
}
