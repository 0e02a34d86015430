import { bboxOf, type LonLat, type MultiPolygon, type Ring, unionBbox } from '#core/geo/lonlat.ts';
import type { Bbox } from '#core/place.ts';

/**
 * Even-odd test in the plane of degrees. A point exactly on an edge belongs to one side only,
 * the same one each time, so that two polygons sharing a border never both claim it.
 */
export function pointInRing(ring: Ring, lon: number, lat: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (yi > lat !== yj > lat && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

const boxes = new WeakMap<Ring, Bbox>();

/** The ring's box, worked out once: most points asked about lie outside of it. */
function boxOfRing(ring: Ring): Bbox | null {
  const known = boxes.get(ring) ?? bboxOf(ring);
  if (known) boxes.set(ring, known);
  return known;
}

/** Whether the point lies inside an outer ring and outside its holes. */
export function pointInPolygons(polygons: MultiPolygon, lon: number, lat: number): boolean {
  for (const rings of polygons) {
    const box = rings[0] ? boxOfRing(rings[0]) : null;
    if (!box || lon < box[0] || lat < box[1] || lon > box[2] || lat > box[3]) continue;
    let inside = false;
    for (const ring of rings) if (pointInRing(ring, lon, lat)) inside = !inside;
    if (inside) return true;
  }
  return false;
}

/** Planar area in square degrees; positive when the ring runs counter-clockwise. */
export function ringArea(ring: Ring): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    sum += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1];
  }
  return sum / 2;
}

/** The smallest box around all rings; null when there is no point. */
export function bboxOfPolygons(polygons: MultiPolygon): Bbox | null {
  let box: Bbox | null = null;
  for (const rings of polygons) {
    for (const ring of rings) {
      const own = bboxOf(ring);
      box = box && own ? unionBbox(box, own) : (own ?? box);
    }
  }
  return box;
}

/**
 * A test of points on one line of latitude: whether the longitude lies inside an outer ring and outside its holes, as
 * `pointInPolygons` says it. One pass over the outlines serves all points of the line.
 */
export function insideAlong(polygons: MultiPolygon, lat: number): (lon: number) => boolean {
  const crossings = polygons.map((rings) => rings.flatMap((ring) => crossingsOf(ring, lat)));
  return (lon) =>
    crossings.some((own) => {
      let inside = false;
      for (const crossing of own) if (lon < crossing) inside = !inside;
      return inside;
    });
}

/** Longitudes at which a ring crosses a line of latitude, in the order of the ring. */
function crossingsOf(ring: Ring, lat: number): number[] {
  const crossings: number[] = [];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (yi > lat !== yj > lat) crossings.push(((xj - xi) * (lat - yi)) / (yj - yi) + xi);
  }
  return crossings;
}

/**
 * A point well inside the largest polygon, fit for a label: on each of several horizontal lines
 * through it, the middle of the widest inside stretch; of these the one with most room around it.
 */
export function labelPoint(polygons: MultiPolygon): LonLat | null {
  let largest: readonly Ring[] | null = null;
  let area = -1;
  for (const rings of polygons) {
    const own = rings[0] ? Math.abs(ringArea(rings[0])) : 0;
    if (own > area) {
      area = own;
      largest = rings;
    }
  }
  const box = largest ? bboxOfPolygons([largest]) : null;
  if (!largest || !box) return null;
  let best: LonLat | null = null;
  let bestRoom = -1;
  for (let step = 1; step < 24; step += 1) {
    const lat = box[1] + ((box[3] - box[1]) * step) / 24;
    const found = widestStretch(largest, lat);
    if (!found) continue;
    const room = Math.min(found.width / 2, clearance(largest, found.lon, lat));
    if (room > bestRoom) {
      bestRoom = room;
      best = [found.lon, lat];
    }
  }
  return best ?? largest[0]?.[0] ?? null;
}

function widestStretch(rings: readonly Ring[], lat: number): { lon: number; width: number } | null {
  const crossings = rings.flatMap((ring) => crossingsOf(ring, lat)).sort((a, b) => a - b);
  let best: { lon: number; width: number } | null = null;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const width = crossings[i + 1]! - crossings[i]!;
    if (!best || width > best.width) best = { lon: (crossings[i]! + crossings[i + 1]!) / 2, width };
  }
  return best;
}

function clearance(rings: readonly Ring[], lon: number, lat: number): number {
  let nearest = Infinity;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      nearest = Math.min(nearest, segmentDistance(ring[j]!, ring[i]!, lon, lat));
    }
  }
  return nearest;
}

function segmentDistance(a: LonLat, b: LonLat, lon: number, lat: number): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((lon - a[0]) * dx + (lat - a[1]) * dy) / length));
  return Math.hypot(a[0] + t * dx - lon, a[1] + t * dy - lat);
}
