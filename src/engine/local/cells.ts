import { CELL_RADIUS, cellCentrePoint } from '#core/geo/hexagon.ts';
import { project, worldSize } from '#core/geo/mercator.ts';
import type { Measure } from '#core/measure.ts';
import type { Bbox } from '#core/place.ts';
import type { CellsAnswer, CellsQuery } from '#core/query.ts';
import type { Bitset } from './bitset.ts';
import type { CellIndexes, CellSet, NearCells } from './cell-index.ts';
import type { EventColumns } from './columns.ts';
import type { Selections } from './masks.ts';
import type { Tallies } from './tallies.ts';
import { countTotal, type Tally, tallyRows, totalOver } from './tally.ts';

/** Above every index that shares a float with a count of up to 2³² events. */
const indexScale = 2 ** 21;
const lastIndex = indexScale - 1;

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
  return listCells(index, tallies.of('cells', index.cellOf, index.codes, rows, measure), query);
}

function tallyNear(columns: EventColumns, near: NearCells, rows: Bitset, measure: Measure): Tally {
  return tallyRows(columns, near.rows, near.codes, near.q.length * 2, rows, measure);
}

/** The hexagons of a set that hold events of a tally and touch the viewport, largest first. */
export function listCells(cells: CellSet, tally: Tally, { zoom, viewport }: CellsQuery): CellsAnswer {
  const inView = cellFilter(viewport, zoom);
  const shown: number[] = [];
  for (let i = 0; i < cells.q.length; i++) {
    const events = tally.events[2 * i]! + tally.events[2 * i + 1]!;
    if (events > 0 && inView(cells.q[i]!, cells.r[i]!)) shown.push(i);
  }
  return { kind: 'cells', zoom, cells: largestFirst(tally, shown).map((i) => cellAnswer(cells, tally, i)) };
}

function cellAnswer(cells: CellSet, tally: Tally, i: number): CellsAnswer['cells'][number] {
  const byArea = tally.events[2 * i + 1]!;
  const total =
    tally.measure === 'count'
      ? countTotal(tally.events[2 * i]! + byArea)
      : totalOver(tally, [2 * i, 2 * i + 1]);
  return { q: cells.q[i]!, r: cells.r[i]!, lat: cells.lat[i]!, lon: cells.lon[i]!, total, byArea };
}

/** By figure, then events, then by index: from north to south, west to east. */
function largestFirst(tally: Tally, shown: readonly number[]): number[] {
  const { events, best, measure } = tally;
  const eventsOf = (i: number): number => events[2 * i]! + events[2 * i + 1]!;
  if (measure === 'count' && events.length < indexScale) {
    // Count and index in one float: a native sort, several times faster than one that calls back.
    const keys = new Float64Array(shown.length);
    for (let at = 0; at < keys.length; at++)
      keys[at] = eventsOf(shown[at]!) * indexScale + lastIndex - shown[at]!;
    keys.sort();
    const order = new Array<number>(keys.length);
    for (let at = 0; at < keys.length; at++) {
      const key = keys[keys.length - 1 - at]!;
      order[at] = lastIndex - (key - Math.floor(key / indexScale) * indexScale);
    }
    return order;
  }
  const figures = measure === 'count' ? events : best;
  const figureOf = (i: number): number => figures[2 * i]! + figures[2 * i + 1]!;
  return [...shown].sort((a, b) => figureOf(b) - figureOf(a) || eventsOf(b) - eventsOf(a) || a - b);
}

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
