import { createStore } from 'zustand/vanilla';
import type { EventFilter } from '#core/filter.ts';
import type { Bbox } from '#core/place.ts';
import type { KnownArea } from '#core/query.ts';
import { fittedSight, LATIN_AMERICA } from '#drawings/map/map-sight.ts';
import { useArrivals } from '#state/unhurried.ts';

/** Events at one spot: single ones, those known no finer than some areas, and how many there are. */
type Spot = {
  /** Under which they were counted. */
  readonly filter: EventFilter;
  readonly rows: readonly number[];
  readonly events: number;
  readonly atLeast: boolean;
  readonly within: readonly KnownArea[];
  readonly title: string;
};

type ExploreState = {
  /** What the map shows at rest: the box for "only what is on the map", the zoom that cells are sized for. */
  readonly bbox: Bbox | null;
  readonly cellZoom: number;
  /** Px that the timeline's bars have; null until it is laid out. */
  readonly plotWidth: number | null;
  /** Events of one spot, listed in a dialog; null = none. */
  readonly spot: Spot | null;
  /** Areas of the region or zone that is pointed at. */
  readonly pointed: readonly KnownArea[];
};

/** The share of the window's height that the map has in every layout, about. */
const MAP_SHARE = 0.42;

/** The cells of a map that is not there yet: those of all events in a window of this size, so that nothing is asked twice. */
function firstCellZoom(): number {
  const stage = { width: window.innerWidth, height: MAP_SHARE * window.innerHeight };
  return fittedSight(LATIN_AMERICA, stage).cellZoom;
}

const store = createStore<ExploreState>(() => ({
  bbox: null,
  cellZoom: firstCellZoom(),
  plotWidth: null,
  spot: null,
  pointed: [],
}));

/** What Explore's panes tell one another and nobody would send to a colleague. */
export const useExploreStore = Object.assign(
  <T>(select: (state: ExploreState) => T): T => useArrivals(store.subscribe, () => select(store.getState())),
  store,
);

/** A rest of the map this soon after a key, a wheel or a pointer is the person's doing, not a fit of the page's own. */
const BY_HAND_MS = 2500;
let touchedAt = Number.NEGATIVE_INFINITY;

export function noteTouch(): void {
  touchedAt = performance.now();
}

export function movedByHand(): boolean {
  return performance.now() - touchedAt < BY_HAND_MS;
}
