import type { Country } from '#core/country.ts';
import { cellZoom } from '#core/geo/hexagon.ts';
import type { Bbox } from '#core/place.ts';
import type { View } from '#core/view.ts';
import { frameAround, frameBbox, frameOf, type MapFrame } from '#figures/map/map-frame.ts';

/** What of the world is in sight, and the zoom that its cells are sized for. */
export interface MapSight {
  readonly bbox: Bbox;
  readonly cellZoom: number;
}

/** Latin America: what is in sight where nothing else is asked. */
export const LATIN_AMERICA: Bbox = [-118, -56, -34, 33];
/** The window that a map without a screen is thought to have, in CSS px. */
const STAGE = { width: 800, height: 560 };
const FIT_PADDING = 22;
const MAX_FIT_ZOOM = 8;
/** Degrees around a box, so that a single point has a neighbourhood. */
const GROW = 0.15;

const sightOf = (frame: MapFrame): MapSight => ({
  bbox: frameBbox(frame),
  cellZoom: cellZoom(frame.zoom),
});

/** The closest sight of a box: what the screen's map does when it fits to results. */
export function fittedSight([west, south, east, north]: Bbox, stage = STAGE): MapSight {
  const { width, height } = stage;
  const frame = frameOf([west - GROW, south - GROW, east + GROW, north + GROW], width, height, FIT_PADDING);
  if (frame.zoom <= MAX_FIT_ZOOM) return sightOf(frame);
  return sightOf(frameAround((west + east) / 2, (south + north) / 2, MAX_FIT_ZOOM, width, height));
}

/** The sight that a view's address asks for: its camera, else all of what was found. */
export function sightOfView({ map }: Pick<View, 'map'>, extent: Bbox | null): MapSight {
  if (map) return sightOf(frameAround(map.lon, map.lat, map.zoom, STAGE.width, STAGE.height));
  return fittedSight(extent ?? LATIN_AMERICA);
}

/** The sight of a whole country. */
export const sightOfCountry = ({ bbox }: Pick<Country, 'bbox'>): MapSight => fittedSight(bbox);
