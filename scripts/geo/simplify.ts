import { feature, quantize } from 'topojson-client';
import { topology as buildTopology } from 'topojson-server';
import { filter, presimplify } from 'topojson-simplify';

export type SimplifyRule = {
  /** Effective triangle area (square degrees) below which a vertex is dropped, by place. */
  readonly minWeight: (lon: number, lat: number) => number;
  /** Rings of a smaller area (square degrees) are dropped, by place. */
  readonly minRing: (lon: number, lat: number) => number;
  /** Steps along each axis of the file's grid. */
  readonly steps: number;
};

function ringSize(ring: readonly number[][]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    sum += (ring[j]?.[0] ?? 0) * (ring[i]?.[1] ?? 0) - (ring[i]?.[0] ?? 0) * (ring[j]?.[1] ?? 0);
  }
  return Math.abs(sum / 2);
}

/** Drops light vertices; a closed arc keeps at least its four heaviest corners, so that no small island collapses. */
function thinArc(arc: readonly number[][], rule: SimplifyRule): number[][] {
  const strong = arc.filter(([lon = 0, lat = 0, weight = 0]) => weight >= rule.minWeight(lon, lat));
  const first = arc[0];
  const last = arc.at(-1);
  const closed = first?.[0] === last?.[0] && first?.[1] === last?.[1];
  if (!closed || strong.length >= 5 || arc.length <= 5)
    return (closed && arc.length <= 5 ? [...arc] : strong).map(plain);
  const limit = arc.map(([, , weight = 0]) => weight).sort((a, b) => b - a)[5] ?? 0;
  return arc.filter(([, , weight = 0]) => weight >= limit).map(plain);
}

function plain([lon = 0, lat = 0]: readonly number[]): number[] {
  return [lon, lat];
}

/** For every shape the ring that must stay, however small: its largest. */
function largestRings(topology: TopologyLike, name: string): Set<readonly number[]> {
  const kept = new Set<readonly number[]>();
  for (const shape of topology.objects[name]?.geometries ?? []) {
    const outer = (shape.type === 'Polygon' ? [shape.arcs] : shape.arcs) as number[][][];
    const rings = outer.map((rings) => rings[0] ?? []);
    const sizes = rings.map((ring) => ringSize(ringPoints(topology, ring)));
    const largest = rings[sizes.indexOf(Math.max(...sizes))];
    if (largest) kept.add(largest);
  }
  return kept;
}

function ringPoints(topology: TopologyLike, ring: readonly number[]): GeoJSON.Position[] {
  const shape = feature(
    topology as never,
    { type: 'Polygon', arcs: [ring] } as never,
  ) as unknown as GeoJSON.Feature;
  return (shape.geometry as GeoJSON.Polygon).coordinates[0] ?? [];
}

/** Shared borders stay shared: shapes are cut into common arcs first, then every arc is thinned once. */
export function simplifyShapes(
  name: string,
  features: readonly GeoJSON.Feature[],
  rule: SimplifyRule,
): TopologyLike {
  const collection: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [...features] };
  const weighed = presimplify(buildTopology({ [name]: collection }));
  const arcs = weighed.arcs.map((arc) => thinArc(arc, rule));
  const thinned: TopologyLike = { type: 'Topology', objects: weighed.objects, arcs };
  const needed = largestRings(thinned, name);
  const kept = filter(thinned, (ring) => {
    const points = ringPoints(thinned, ring);
    const [lon = 0, lat = 0] = points[0] ?? [];
    return needed.has(ring) || (points.length > 3 && ringSize(points) >= rule.minRing(lon, lat));
  });
  if (kept.objects[name]?.geometries.length !== features.length) throw new Error(`${name}: a shape vanished`);
  const {
    type,
    transform,
    arcs: lines,
    objects,
  } = quantize(kept as never, rule.steps) as unknown as TopologyLike;
  return { type, ...(transform ? { transform } : {}), arcs: lines, objects };
}
