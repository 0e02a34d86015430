/**
 * Where something happened and how well that is known. Levels P1–P7 follow ux.md M4; the UCDP `where_prec` mapping is
 * 1→1, 2→2, 3→3, 4→4, 5→5, 6→6, 7→7.
 */

export const placePrecisions = [
  { level: 1, key: 'exact', placed: true },
  { level: 2, key: 'near', placed: true },
  { level: 3, key: 'municipality', placed: true },
  { level: 4, key: 'region', placed: false },
  { level: 5, key: 'zone', placed: false },
  { level: 6, key: 'country', placed: false },
  { level: 7, key: 'waters', placed: true },
] as const;

export type PlacePrecision = (typeof placePrecisions)[number]['level'];
export type PlacePrecisionKey = (typeof placePrecisions)[number]['key'];

export interface LatLon {
  readonly lat: number;
  readonly lon: number;
}

/** West, south, east, north in degrees. West may exceed east when the box crosses 180°. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

export interface Place {
  /** ISO 3166-1 alpha-2, or null where even the country is unknown. */
  readonly country: string | null;
  /** Id in public/geo/adm1-index.json ("PE.AY"), or null. */
  readonly adm1: string | null;
  /** Municipality or district name as our gazetteer writes it, or null. */
  readonly adm2: string | null;
  /** Place name for people, in the source's words. */
  readonly name: string | null;
  /** Id in public/geo/zones.json for P5 places ("VRAEM"), or null. */
  readonly zone: string | null;
  /** Degrees; null where no point may stand for the place. A P4 or P5 point is only where its symbol sits. */
  readonly lat: number | null;
  readonly lon: number | null;
  readonly precision: PlacePrecision;
}

/** True for levels that count in hotspot cells (P1, P2, P3, P7); regions, zones and countries are never pins. */
export function isPlaced(precision: number): boolean {
  return precision <= 3 || precision === 7;
}

/** The key of a precision level, e.g. 4 → "region"; null for numbers outside 1–7. */
export function placePrecisionKey(level: number): PlacePrecisionKey | null {
  return placePrecisions.find((entry) => entry.level === level)?.key ?? null;
}

/** The box around two. */
export function aroundBoth(a: Bbox | null, b: Bbox): Bbox {
  if (a === null) return b;
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** True when the point lies in the box, edges included; boxes across 180° are understood. */
export function inBbox(lat: number, lon: number, [west, south, east, north]: Bbox): boolean {
  if (lat < south || lat > north) return false;
  return west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
}

/** Even-odd point in polygon on plain degrees; the ring need not be closed. Fewer than 3 corners hold nothing. */
export function inArea(lat: number, lon: number, ring: readonly LatLon[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i];
    const b = ring[j];
    if (!a || !b || ring.length < 3) return false;
    const crosses = a.lat > lat !== b.lat > lat;
    if (crosses && lon < ((b.lon - a.lon) * (lat - a.lat)) / (b.lat - a.lat) + a.lon) inside = !inside;
  }
  return inside;
}

/** Degrees as the snapshot carries them: whole ten-thousandths (at most 5.6 m off), in 32 bits. */
export function degreesInSnapshot(degrees: number | null): number | null {
  return degrees === null ? null : Math.fround(Math.round(degrees * 10_000) / 10_000);
}
