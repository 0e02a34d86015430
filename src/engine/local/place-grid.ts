import type { Bbox } from '#core/place.ts';
import type { EventColumns } from './columns.ts';
import { boxOfAll } from './extremes.ts';
import { newColumn } from './memory.ts';

/** Rows that have a point, bucketed by a square grid over the box they span, so that a viewport looks only at its own. */
export interface PlaceGrid {
  readonly west: number;
  readonly south: number;
  /** Squares per degree. */
  readonly perLon: number;
  readonly perLat: number;
  /** First entry in `rows` of each square, row by row from the south-west; one more at the end. */
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
}

const side = 256;

/** The grid of all live rows with a point. */
export function buildPlaceGrid(columns: EventColumns): PlaceGrid {
  const { lat, lon, start, capacity, shared } = columns;
  const [west, south, east, north] = boxOfAll(columns);
  let located = 0;
  for (let row = start; row < capacity; row++) if (!Number.isNaN(lat[row]!)) located++;
  const starts = newColumn(Uint32Array, side * side + 1, shared);
  const rows = newColumn(Uint32Array, located, shared);
  const grid = {
    west,
    south,
    perLon: side / Math.max(east - west, 1e-6),
    perLat: side / Math.max(north - south, 1e-6),
    starts,
    rows,
  };
  for (let row = start; row < capacity; row++) {
    if (!Number.isNaN(lat[row]!)) starts[squareOf(grid, lat[row]!, lon[row]!) + 1]!++;
  }
  for (let square = 0; square < side * side; square++) starts[square + 1]! += starts[square]!;
  const next = starts.slice();
  for (let row = start; row < capacity; row++) {
    if (!Number.isNaN(lat[row]!)) rows[next[squareOf(grid, lat[row]!, lon[row]!)]!++] = row;
  }
  return grid;
}

const clamped = (index: number): number => Math.max(0, Math.min(side - 1, Math.floor(index)));
const columnOf = (grid: PlaceGrid, lon: number): number => clamped((lon - grid.west) * grid.perLon);
const lineOf = (grid: PlaceGrid, lat: number): number => clamped((lat - grid.south) * grid.perLat);
const squareOf = (grid: PlaceGrid, lat: number, lon: number): number =>
  lineOf(grid, lat) * side + columnOf(grid, lon);

/**
 * Calls back for each stretch of `grid.rows` in squares that touch the box. `inside` says that every row of the stretch
 * lies in the box, so that only those at its rim need a look. Boxes across 180° are understood.
 */
export function eachSquare(
  grid: PlaceGrid,
  [west, south, east, north]: Bbox,
  visit: (first: number, end: number, inside: boolean) => void,
): void {
  if (west > east) {
    eachSquare(grid, [west, south, 180, north], visit);
    eachSquare(grid, [-180, south, east, north], visit);
    return;
  }
  const firstColumn = columnOf(grid, west);
  const lastColumn = columnOf(grid, east);
  const firstLine = lineOf(grid, south);
  const lastLine = lineOf(grid, north);
  for (let line = firstLine; line <= lastLine; line++) {
    const rim = line === firstLine || line === lastLine;
    const base = line * side;
    if (rim || lastColumn - firstColumn < 2) {
      visitStretch(grid, base + firstColumn, base + lastColumn, false, visit);
      continue;
    }
    visitStretch(grid, base + firstColumn, base + firstColumn, false, visit);
    visitStretch(grid, base + firstColumn + 1, base + lastColumn - 1, true, visit);
    visitStretch(grid, base + lastColumn, base + lastColumn, false, visit);
  }
}

function visitStretch(
  { starts }: PlaceGrid,
  firstSquare: number,
  lastSquare: number,
  inside: boolean,
  visit: (first: number, end: number, inside: boolean) => void,
): void {
  const first = starts[firstSquare]!;
  const end = starts[lastSquare + 1]!;
  if (first < end) visit(first, end, inside);
}
