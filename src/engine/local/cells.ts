import { CELL_RADIUS, cellCentrePoint } from '#core/geo/hexagon.ts';
import { project, worldSize } from '#core/geo/mercator.ts';
import type { Measure } from '#core/measure.ts';
import type { Bbox } from '#core/place.ts';
import type { CellsAnswer, CellsQuery } from '#core/query.ts';
import type { Bitset } from './bitset.ts';
import type { CellIndexes, CellSet, NearCells } from './cell-index.ts';
import { CellListing } from './cell-listing.ts';
import type { EventColumns } from './columns.ts';
import type { Selections } from './masks.ts';
import type { Tallies } from './tallies.ts';
import { type Tally, tallyRows } from './tally.ts';

/** Counts and sums per hexagon that touches the viewport, largest figure first, ties from north to south, west to east. */
export function answerCells(
  selections: Selections,
  tallies: Tallies,
  indexes: CellIndexes,
  query: CellsQuery,
): CellsAnswer {
  const { zoom, measure, viewport } = query;
  const rows = selections.of(query.filter);
  const near = indexes.around(zoom, viewport);
  if (near) return listCells(near, tallyNear(selections.columns, near, rows, measure), query);
  const index = indexes.at(zoom);
  return listCells(index, tallies.of(`cells/${zoom}`, index.cellOf, index.codes, rows, measure), query);
}

function tallyNear(columns: EventColumns, near: NearCells, rows: Bitset, measure: Measure): Tally {
  return tallyRows(columns, near.rows, near.codes, near.q.length * 2, rows, measure);
}

/** The hexagons of a set that hold events of a tally and touch the viewport, largest first. */
export function listCells(cells: CellSet, tally: Tally, { zoom, viewport }: CellsQuery): CellsAnswer {
  const lists = listings.get(cells) ?? new Map<Measure, CellListing>();
  listings.set(cells, lists);
  const before = lists.get(tally.measure);
  const listing = before?.isOf(viewport)
    ? before
    : new CellListing(cells, tally, viewport, cellFilter(viewport, zoom));
  lists.set(tally.measure, listing);
  return { kind: 'cells', zoom, cells: listing.of(tally) };
}

/** The last listing of each set by measure: a small move changes few of its hexagons, and the others are given as they were. */
const listings = new WeakMap<CellSet, Map<Measure, CellListing>>();

/**
 * Whether a hexagon's bounding box touches the viewport. Longitudes may run past ±180 as a scrolled map gives them, or
 * west may exceed east across 180°.
 */
export function cellFilter(viewport: Bbox | null, zoom: number): (q: number, r: number) => boolean {
  if (!viewport) return () => true;
  const [west, south, east, north] = viewport;
  const size = worldSize(zoom);
  const top = project(0, north, zoom).y - CELL_RADIUS;
  const bottom = project(0, south, zoom).y + CELL_RADIUS;
  const halfWidth = (CELL_RADIUS * Math.sqrt(3)) / 2;
  const left = project(west, 0, zoom).x - halfWidth;
  const width = project(west <= east ? east : east + 360, 0, zoom).x + halfWidth - left;
  return (q, r) => {
    const { x, y } = cellCentrePoint({ zoom, q, r });
    if (y < top || y > bottom) return false;
    const offset = (((x - left) % size) + size) % size;
    return width >= size || offset <= width;
  };
}
