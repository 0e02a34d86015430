/** A point on the square world of one zoom level: x grows east, y grows south, both in pixels. */
export type WorldPoint = { readonly x: number; readonly y: number };

/** Beyond these latitudes (degrees) Web Mercator is cut, so that the world is a square. */
export const MAX_LATITUDE = 85.0511287798066;

const TILE = 256;
const RADIANS = Math.PI / 180;
const EQUATOR_METRES = 40_075_016.685_578_5;

/** Width of the whole world in pixels at a zoom level (which may be fractional). Whole levels, asked for at every row, need no power. */
export function worldSize(zoom: number): number {
  return zoom >= 0 && zoom < 23 && Math.floor(zoom) === zoom ? TILE << zoom : TILE * 2 ** zoom;
}

/** Web Mercator (EPSG:3857) in the pixel frame Leaflet uses: 256 px for the world at zoom 0. */
export function project(lon: number, lat: number, zoom: number): WorldPoint {
  const size = worldSize(zoom);
  const clipped = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat));
  const sine = Math.sin(clipped * RADIANS);
  return {
    x: size * (lon / 360 + 0.5),
    y: size * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)),
  };
}

/** The reverse of `project`; degrees. */
export function unproject(
  x: number,
  y: number,
  zoom: number,
): { readonly lon: number; readonly lat: number } {
  const size = worldSize(zoom);
  return {
    lon: (x / size - 0.5) * 360,
    lat: Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / size))) / RADIANS,
  };
}

/** Metres on the ground that one pixel covers at this latitude and zoom. */
export function metresPerPixel(lat: number, zoom: number): number {
  return (EQUATOR_METRES * Math.cos(lat * RADIANS)) / worldSize(zoom);
}
