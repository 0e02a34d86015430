import { bboxesMeet, distanceKm, type LonLat, type MultiPolygon } from '#core/geo/lonlat.ts';
import { bboxOfPolygons, pointInPolygons } from '#core/geo/polygon.ts';
import { decodeArcs, polygonsOf, type Topology, type TopologyShape } from '#core/geo/topology.ts';
import type { Bbox } from '#core/place.ts';

/** One first-level unit (department, state, province) with its outline in degrees. */
export type Adm1Unit = { readonly id: string; readonly bbox: Bbox; readonly polygons: MultiPolygon };

/** A row of public/geo/adm1-index.json; the point is a label point inside the unit. */
export type Adm1Entry = {
  readonly id: string;
  readonly country: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
};

const KM_PER_DEGREE = 111.2;

/** Decodes public/geo/adm1.json. Outlines are simplified to roughly a kilometre. */
export function decodeAdm1(topology: Topology<{ readonly id: string }>): readonly Adm1Unit[] {
  const arcs = decodeArcs(topology);
  return (topology.objects.adm1?.geometries ?? []).flatMap((shape) => adm1Unit(shape, arcs) ?? []);
}

/** One unit of the file from its decoded arcs; null where it has no outline. */
export function adm1Unit(
  shape: TopologyShape<{ readonly id: string }>,
  arcs: readonly (readonly LonLat[])[],
): Adm1Unit | null {
  const polygons = polygonsOf(shape, arcs);
  const bbox = bboxOfPolygons(polygons);
  return bbox ? { id: shape.properties.id, bbox, polygons } : null;
}

/**
 * Finds the unit of many points: each is looked for only among the units near it. Points and tolerance as `adm1At` takes them, and
 * the same answer.
 */
export function adm1Finder(
  units: readonly Adm1Unit[],
  toleranceKm: number,
): (lon: number, lat: number) => string | null {
  const buckets = new Map<number, Adm1Unit[]>();
  const bucketOf = (column: number, row: number): number => (row + 90) * 1000 + column + 500;
  for (const unit of units) {
    const [west, south, east, north] = reachOf(unit.bbox, toleranceKm).map(Math.floor) as unknown as Bbox;
    for (let column = west; column <= east; column += 1) {
      for (let row = south; row <= north; row += 1) {
        const bucket = buckets.get(bucketOf(column, row));
        if (bucket) bucket.push(unit);
        else buckets.set(bucketOf(column, row), [unit]);
      }
    }
  }
  return (lon, lat) =>
    adm1At(buckets.get(bucketOf(Math.floor(lon), Math.floor(lat))) ?? [], lon, lat, toleranceKm);
}

/** The box from which a unit may be the nearest within a tolerance. */
function reachOf([west, south, east, north]: Bbox, toleranceKm: number): Bbox {
  const dLat = toleranceKm / KM_PER_DEGREE;
  const dLon = degreesOfLongitude(toleranceKm, Math.max(Math.abs(south), Math.abs(north)) + dLat);
  return [west - dLon, south - dLat, east + dLon, north + dLat];
}

function degreesOfLongitude(km: number, lat: number): number {
  return km / KM_PER_DEGREE / Math.max(0.2, Math.cos((lat * Math.PI) / 180));
}

/**
 * The unit that holds the point, or null. With a tolerance, a point outside all units (a harbour, a border
 * river, an islet the simplified outline lost) falls to the unit whose outline passes nearest within it.
 */
export function adm1At(units: readonly Adm1Unit[], lon: number, lat: number, toleranceKm = 0): string | null {
  for (const unit of units) {
    const [west, south, east, north] = unit.bbox;
    if (lon < west || lon > east || lat < south || lat > north) continue;
    if (pointInPolygons(unit.polygons, lon, lat)) return unit.id;
  }
  return toleranceKm > 0 ? nearestUnit(units, lon, lat, toleranceKm) : null;
}

function nearestUnit(
  units: readonly Adm1Unit[],
  lon: number,
  lat: number,
  toleranceKm: number,
): string | null {
  const dLat = toleranceKm / KM_PER_DEGREE;
  const dLon = degreesOfLongitude(toleranceKm, lat);
  const around: Bbox = [lon - dLon, lat - dLat, lon + dLon, lat + dLat];
  let found: string | null = null;
  let nearest = toleranceKm;
  for (const unit of units) {
    if (!bboxesMeet(unit.bbox, around)) continue;
    const away = outlineDistanceKm(unit.polygons, [lon, lat]);
    if (away <= nearest) {
      nearest = away;
      found = unit.id;
    }
  }
  return found;
}

function outlineDistanceKm(polygons: MultiPolygon, point: LonLat): number {
  const stretch = Math.cos((point[1] * Math.PI) / 180);
  let nearest = Infinity;
  let closest: LonLat | null = null;
  for (const ring of polygons.flat()) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [lon, lat] = closestOnSegment(ring[j]!, ring[i]!, point, stretch);
      const away = ((lon - point[0]) * stretch) ** 2 + (lat - point[1]) ** 2;
      if (away >= nearest) continue;
      nearest = away;
      closest = [lon, lat];
    }
  }
  return closest ? distanceKm(point, closest) : Infinity;
}

function closestOnSegment(a: LonLat, b: LonLat, point: LonLat, stretch: number): LonLat {
  const dx = (b[0] - a[0]) * stretch;
  const dy = b[1] - a[1];
  const length = dx * dx + dy * dy;
  const along = (point[0] - a[0]) * stretch * dx + (point[1] - a[1]) * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, along / length));
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
}
