import { project, unproject, worldSize } from '#core/geo/mercator.ts';
import { SQUARE_SIDE, squareAtPoint, squareCentrePoint } from '#core/geo/square.ts';
import type { Bbox } from '#core/place.ts';
import type { DensityAnswer, DensityQuery } from '#core/query.ts';
import type { CellIndexes, CellSet, Tiling } from './cell-index.ts';
import type { Selections } from './masks.ts';
import type { Tallies } from './tallies.ts';
import { tallyRows } from './tally.ts';

/** The squares of core/geo/square.ts; what is known to 25 km or to a municipality is vaguer than most of them are wide. */
export const squares: Tiling = {
  at: (x, y) => {
    const square = squareAtPoint({ x, y });
    return { q: square.x, r: square.y };
  },
  centre: (q, r, zoom) => {
    const { x, y } = squareCentrePoint({ x: q, y: r });
    return unproject(x, y, zoom);
  },
  isVague: (level) => level === 2 || level === 3,
  rim: 2 * SQUARE_SIDE,
};

/** How many matching events lie in each square that touches the viewport. Counts follow a moving selection like those of cells. */
export function answerDensity(
  selections: Selections,
  tallies: Tallies,
  indexes: CellIndexes,
  { zoom, viewport, filter }: DensityQuery,
): DensityAnswer {
  const rows = selections.of(filter);
  const near = indexes.around(zoom, viewport);
  const index = near ?? indexes.at(zoom);
  const { events: counts } = near
    ? tallyRows(selections.columns, near.rows, near.codes, near.q.length * 2, rows, 'count')
    : tallies.of(`squares/${zoom}`, indexes.at(zoom).cellOf, indexes.at(zoom).codes, rows, 'count');
  return listSquares(index, counts, { zoom, viewport });
}

/** The squares of a set that hold events and are in view, from their counts (two codes each: those known too vaguely apart). */
export function listSquares(
  { q, r }: Pick<CellSet, 'q' | 'r'>,
  counts: Uint32Array,
  { zoom, viewport }: Pick<DensityQuery, 'zoom' | 'viewport'>,
): DensityAnswer {
  const inView = squareFilter(viewport, zoom);
  const x: number[] = [];
  const y: number[] = [];
  const events: number[] = [];
  let vague = 0;
  for (let i = 0; i < q.length; i++) {
    const total = counts[2 * i]! + counts[2 * i + 1]!;
    if (total === 0 || !inView(q[i]!, r[i]!)) continue;
    x.push(q[i]!);
    y.push(r[i]!);
    events.push(total);
    vague += counts[2 * i + 1]!;
  }
  return { kind: 'density', zoom, x, y, events, vague };
}

/** Whether a square touches the viewport; longitudes may run past ±180, or west may exceed east across 180°. */
export function squareFilter(viewport: Bbox | null, zoom: number): (x: number, y: number) => boolean {
  if (!viewport) return () => true;
  const [west, south, east, north] = viewport;
  const across = worldSize(zoom) / SQUARE_SIDE;
  const top = Math.floor(project(0, north, zoom).y / SQUARE_SIDE);
  const bottom = Math.floor(project(0, south, zoom).y / SQUARE_SIDE);
  const left = Math.floor(project(west, 0, zoom).x / SQUARE_SIDE);
  const right = Math.floor(project(west <= east ? east : east + 360, 0, zoom).x / SQUARE_SIDE);
  return (x, y) => {
    if (y < top || y > bottom) return false;
    return right - left >= across || (((x - left) % across) + across) % across <= right - left;
  };
}
