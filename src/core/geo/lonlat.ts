/** A place on the globe, degrees: longitude first, as in GeoJSON. */
export type LonLat = readonly [lon: number, lat: number];

/** A closed ring: the first point is not repeated at the end. */
export type Ring = readonly LonLat[];

/** One or more polygons, each an outer ring and its holes. */
export type MultiPolygon = readonly (readonly Ring[])[];

/** Degrees; west may not be greater than east: areas across the antimeridian are not supported. */
export type BBox = { readonly west: number; readonly south: number; readonly east: number; readonly north: number };

const EARTH_RADIUS_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/** Great-circle distance in kilometres (haversine, mean Earth radius). */
export function distanceKm(a: LonLat, b: LonLat): number {
  const dLat = (b[1] - a[1]) * RADIANS;
  const dLon = (b[0] - a[0]) * RADIANS;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a[1] * RADIANS) * Math.cos(b[1] * RADIANS) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The smallest box around the points; null when there is none. */
export function bboxOf(points: Iterable<LonLat>): BBox | null {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const [lon, lat] of points) {
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  return west <= east ? { west, south, east, north } : null;
}

/** Whether the point lies in the box, edges included. */
export function inBBox(box: BBox, lon: number, lat: number): boolean {
  return lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north;
}

/** Whether two boxes share at least a point. */
export function bboxesMeet(a: BBox, b: BBox): boolean {
  return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}

/** The smallest box around both. */
export function unionBBox(a: BBox, b: BBox): BBox {
  return {
    west: Math.min(a.west, b.west),
    south: Math.min(a.south, b.south),
    east: Math.max(a.east, b.east),
    north: Math.max(a.north, b.north),
  };
}
