import { CELL_RADIUS } from '#core/geo/hexagon.ts';
import { metresPerPixel, project, unproject, worldSize } from '#core/geo/mercator.ts';
import type { Bbox } from '#core/place.ts';

/** A window onto the Mercator world: `left` and `top` are the window's corner in world pixels of `zoom`. */
export interface MapFrame {
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  readonly left: number;
  readonly top: number;
}

const MIN_ZOOM = 1;
const MAX_FIT_ZOOM = 10;

/** Pixel place of a point in the frame. */
export function toFrame(
  frame: MapFrame,
  lon: number,
  lat: number,
): { readonly x: number; readonly y: number } {
  const point = project(lon, lat, frame.zoom);
  return { x: point.x - frame.left, y: point.y - frame.top };
}

/** The part of the world in the frame; a little wider by `margin` pixels on each side. */
export function frameBbox(frame: MapFrame, margin = 0): Bbox {
  const northWest = unproject(frame.left - margin, frame.top - margin, frame.zoom);
  const southEast = unproject(
    frame.left + frame.width + margin,
    frame.top + frame.height + margin,
    frame.zoom,
  );
  return [northWest.lon, southEast.lat, southEast.lon, northWest.lat];
}

/** Whether a place may be in the frame or within `margin` pixels of it: told by degrees, which costs no projecting. */
export function placesInSight(frame: MapFrame, margin: number): (lon: number, lat: number) => boolean {
  const [west, south, east, north] = frameBbox(frame, margin);
  return (lon, lat) => lon >= west && lon <= east && lat >= south && lat <= north;
}

/** The closest frame of this size that shows the whole box, with `padding` pixels around it. */
export function frameOf(bbox: Bbox, width: number, height: number, padding: number): MapFrame {
  const [west, south, east, north] = bbox;
  const northWest = project(west, north, 0);
  const southEast = project(east, south, 0);
  const fit = Math.min(
    Math.max(1, width - 2 * padding) / Math.max(1e-6, southEast.x - northWest.x),
    Math.max(1, height - 2 * padding) / Math.max(1e-6, southEast.y - northWest.y),
  );
  const zoom = Math.max(MIN_ZOOM, Math.min(MAX_FIT_ZOOM, Math.log2(fit)));
  const scale = 2 ** zoom;
  return {
    width,
    height,
    zoom,
    left: ((northWest.x + southEast.x) / 2) * scale - width / 2,
    top: ((northWest.y + southEast.y) / 2) * scale - height / 2,
  };
}

/** The frame of this size around a centre. */
export function frameAround(lon: number, lat: number, zoom: number, width: number, height: number): MapFrame {
  const centre = project(lon, lat, zoom);
  return { width, height, zoom, left: centre.x - width / 2, top: centre.y - height / 2 };
}

/** The zoom a reader perceives: on a large export everything is drawn larger, as if seen from further off. */
export function perceivedZoom(frame: MapFrame, unit: number): number {
  return frame.zoom - Math.log2(unit);
}

/** Radius in the frame's pixels of a hexagon that belongs to a cell zoom. */
export function cellRadius(frame: MapFrame, cellZoom: number): number {
  return CELL_RADIUS * 2 ** (frame.zoom - cellZoom);
}

/** Pixels that a distance takes at a latitude. */
export function pixelsOf(frame: MapFrame, km: number, lat: number): number {
  return (km * 1000) / metresPerPixel(lat, frame.zoom);
}

/** Kilometres of the longest round bar (1, 2, 5, 10, …) that fits `maxPixels` in the middle of the frame, and its length. */
export function scaleBar(
  frame: MapFrame,
  maxPixels: number,
): { readonly km: number; readonly pixels: number } {
  const { lat } = unproject(frame.left + frame.width / 2, frame.top + frame.height / 2, frame.zoom);
  const kmPerPixel = metresPerPixel(lat, frame.zoom) / 1000;
  const most = maxPixels * kmPerPixel;
  const power = 10 ** Math.floor(Math.log10(most));
  const km = power * ([5, 2, 1].find((step) => step * power <= most) ?? 1);
  return { km, pixels: km / kmPerPixel };
}

/** Whether the whole world is narrower than the frame: a frame of no use. */
export function isTooWide(frame: MapFrame): boolean {
  return worldSize(frame.zoom) < frame.width;
}
