import type { LonLat, MultiPolygon, Ring } from '#core/geo/lonlat.ts';

/** A polygon shape of a quantised TopoJSON file; arc indexes below zero mean "reversed, ~index". */
export type TopologyShape<Properties> =
  | {
      readonly type: 'Polygon';
      readonly arcs: readonly (readonly number[])[];
      readonly properties: Properties;
    }
  | {
      readonly type: 'MultiPolygon';
      readonly arcs: readonly (readonly (readonly number[])[])[];
      readonly properties: Properties;
    };

/** The part of quantised TopoJSON (delta-encoded arcs) that our own geo files use. */
export type Topology<Properties> = {
  readonly type: 'Topology';
  readonly transform: {
    readonly scale: readonly [number, number];
    readonly translate: readonly [number, number];
  };
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  readonly objects: Readonly<Record<string, { readonly geometries: readonly TopologyShape<Properties>[] }>>;
};

/** Undoes quantisation: one line of degrees for each arc. */
export function decodeArcs(topology: Topology<unknown>): readonly (readonly LonLat[])[] {
  const [sx, sy] = topology.transform.scale;
  const [tx, ty] = topology.transform.translate;
  return topology.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]): LonLat => {
      x += dx;
      y += dy;
      return [x * sx + tx, y * sy + ty];
    });
  });
}

/** The shape's rings in degrees, stitched from decoded arcs. */
export function polygonsOf(
  shape: TopologyShape<unknown>,
  arcs: readonly (readonly LonLat[])[],
): MultiPolygon {
  const groups = shape.type === 'Polygon' ? [shape.arcs] : shape.arcs;
  return groups.map((rings) => rings.map((indexes) => stitch(indexes, arcs)));
}

function stitch(indexes: readonly number[], arcs: readonly (readonly LonLat[])[]): Ring {
  const ring: LonLat[] = [];
  for (const index of indexes) {
    const arc = arcs[index < 0 ? ~index : index] ?? [];
    const line = index < 0 ? arc.toReversed() : arc;
    for (let i = ring.length === 0 ? 0 : 1; i < line.length; i += 1) ring.push(line[i]!);
  }
  const first = ring[0];
  const last = ring.at(-1);
  if (ring.length > 1 && first && last && first[0] === last[0] && first[1] === last[1]) ring.pop();
  return ring;
}

/** For each arc, which shapes (by position) it bounds: one shape on a coast, two on a border. */
export function arcOwners(
  shapes: readonly TopologyShape<unknown>[],
  arcCount: number,
): readonly (readonly number[])[] {
  const owners: number[][] = Array.from({ length: arcCount }, () => []);
  shapes.forEach((shape, position) => {
    const rings = shape.type === 'Polygon' ? shape.arcs : shape.arcs.flat();
    for (const index of rings.flat()) {
      const list = owners[index < 0 ? ~index : index];
      if (list && !list.includes(position)) list.push(position);
    }
  });
  return owners;
}

/** Degrees are told apart to this part of one, some 10 m. */
const PER_DEGREE = 1e4;
const pointKey = ([lon, lat]: LonLat): number =>
  Math.round((lon + 180) * PER_DEGREE) * 4e6 + Math.round((lat + 90) * PER_DEGREE);

/**
 * For each shape, by id, those that share a stretch of border with it; touching at a single point is not enough. Shapes of one country
 * share arcs; those of two have each their own along the border, and share at least two of its points.
 */
export function bordering(
  shapes: readonly TopologyShape<{ readonly id: string }>[],
  owners: readonly (readonly number[])[],
  arcs: readonly (readonly LonLat[])[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const touching = shapes.map(() => new Set<number>());
  const join = (a: number, b: number): void => {
    touching[a]!.add(b);
    touching[b]!.add(a);
  };
  for (const sharing of owners)
    for (const [at, a] of sharing.entries()) for (const b of sharing.slice(at + 1)) join(a, b);
  for (const [pair, points] of sharedPoints(shapes.length, owners, arcs))
    if (points > 1) join(Math.floor(pair / shapes.length), pair % shapes.length);
  const idOf = (at: number): string => shapes[at]!.properties.id;
  return new Map(touching.map((others, at) => [idOf(at), new Set([...others].map(idOf))]));
}

/** How many points of their outer arcs two shapes share, by the number of the pair. */
function sharedPoints(
  size: number,
  owners: readonly (readonly number[])[],
  arcs: readonly (readonly LonLat[])[],
): ReadonlyMap<number, number> {
  const at = new Map<number, number[]>();
  for (const [arc, sharing] of owners.entries()) {
    const [own] = sharing;
    if (own === undefined || sharing.length > 1) continue;
    for (const point of arcs[arc] ?? []) {
      const key = pointKey(point);
      const there = at.get(key);
      if (!there) at.set(key, [own]);
      else if (!there.includes(own)) there.push(own);
    }
  }
  const shared = new Map<number, number>();
  for (const there of at.values())
    for (const [i, a] of there.entries())
      for (const b of there.slice(i + 1)) {
        const pair = Math.min(a, b) * size + Math.max(a, b);
        shared.set(pair, (shared.get(pair) ?? 0) + 1);
      }
  return shared;
}
