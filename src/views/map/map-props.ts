import type { ComponentType } from 'react';
import type { BaseMap } from '#core/geo/base-map.ts';
import type { Cell } from '#core/geo/hexagon.ts';
import type { Bbox, LatLon } from '#core/place.ts';
import type { Hotspot, HotspotTarget } from '#figures/map/map-hotspots.ts';
import type { MapModel } from '#figures/map/map-model.ts';

/** Centre and zoom of the map; zoom may be fractional. */
export interface MapCamera {
  readonly lat: number;
  readonly lon: number;
  readonly zoom: number;
}

/** What the visible part of the map is, told after it has come to rest. */
export interface MapRest {
  readonly camera: MapCamera;
  readonly bbox: Bbox;
  /** Whole zoom level to ask `cells` for. */
  readonly cellZoom: number;
}

/**
 * The map component. It fetches no events: the caller asks the engine, builds the model with `buildMapModel` and passes
 * both the model and the ground (`useGround()` of ground-store.ts). It never moves by itself while data arrives: only the
 * person, a changed `camera` or a changed `fitKey` move it.
 */
export interface MapProps {
  readonly model: MapModel;
  /** Tells the canvas the model of this very frame, where it changes faster than all else should be drawn anew; null = `model`. */
  readonly Follow?: ComponentType<{ readonly onModel: (model: MapModel | null) => void }>;
  /** Null while the outlines load: water and controls are shown. */
  readonly base: BaseMap | null;
  /** `hotspotList(model, base.places)`, the same list the "Places" pane shows. */
  readonly hotspots: readonly Hotspot[];
  /** Accessible name: what the map shows, e.g. the figure's title. */
  readonly label: string;
  /** Where to look. Null = all of Latin America, or `extent` at the first fit. A new value moves the map there. */
  readonly camera: MapCamera | null;
  /** Box of the matching events, for "Fit to results"; null = none. */
  readonly extent: Bbox | null;
  /**
   * When this text changes (say the chosen countries) the map fits to `extent` once; changes of `extent` alone never
   * move it. While `behind`, `extent` still belongs to the question before, so the fit waits.
   */
  readonly fitKey?: string;
  /** ISO2 of countries drawn as chosen land; empty = all of the focus countries. */
  readonly chosen: readonly string[];
  /** The drawn area of the filter, open ring; null = none. */
  readonly area: readonly LatLon[] | null;
  /** The filter's cell, outlined; null = none. */
  readonly cell?: Cell | null;
  /** Key of a hotspot to mark from outside (hover in the list or feed); null = none. */
  readonly marked?: string | null;
  /** A single event in focus elsewhere on the page, ringed on the map. */
  readonly pinned?: LatLon | null;
  /** True while a newer answer is on its way: the old one stays, slightly faded. */
  readonly busy?: boolean;
  /** Whether what it draws was counted; without it none may be said to be here. */
  readonly counted?: boolean;
  /** True while what is shown answers an earlier question. */
  readonly behind?: boolean;
  readonly onRest: (rest: MapRest) => void;
  /** Click or Enter on a hotspot. `hotspot` carries its count and place for titles. */
  readonly onOpen: (target: HotspotTarget, hotspot: Hotspot) => void;
  /** Pointer or keyboard moved onto a hotspot (null = left): for linked highlights. */
  readonly onMark?: (hotspot: Hotspot | null) => void;
  /** A polygon was closed, or null when the area was removed. Absent = no drawing on this map. */
  readonly onArea?: (area: readonly LatLon[] | null) => void;
  /** "Not placed: n" was pressed; absent = plain text. */
  readonly onNotPlaced?: () => void;
}

/** How the question behind a map stands. */
interface MapAsked {
  readonly data: unknown;
  readonly loading: boolean;
  readonly refreshing: boolean;
}

/** What a map says of the question behind it. */
export const mapState = ({ data, loading, refreshing }: MapAsked): Pick<MapProps, 'busy' | 'counted'> => ({
  busy: refreshing || loading,
  counted: Boolean(data),
});
