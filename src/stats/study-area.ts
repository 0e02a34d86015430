import { CELL_RADIUS, type Cell, cellAtPoint, cellKey } from '#core/geo/hexagon.ts';
import type { MultiPolygon } from '#core/geo/lonlat.ts';
import { project, type WorldPoint } from '#core/geo/mercator.ts';
import { borderSurroundings, hexagonSurroundings, type Surroundings } from './surroundings.ts';

const width = CELL_RADIUS * Math.sqrt(3);
const rowHeight = CELL_RADIUS * 1.5;
/** How closely an outline is followed, in pixels of the cells' zoom: no cell it crosses by more is missed. */
const outlineStep = CELL_RADIUS / 4;

/**
 * All cells of a zoom that land lies in: the cell's centre is on land, or a coast or border runs through it. Whether events
 * are there plays no part, so that a cell without any is a true 0. Ordered from north to south, west to east.
 */
export function cellsOnLand(land: MultiPolygon, zoom: number): readonly Cell[] {
  const found = new Map<string, Cell>();
  const add = (cell: Cell): void => void found.set(cellKey(cell), cell);
  const crossings = new Map<number, number[]>();
  for (const ring of land.flat()) {
    const points = ring.map(([lon, lat]) => project(lon, lat, zoom));
    eachEdge(points, (a, b) => {
      followEdge(a, b, zoom, add);
      crossRows(a, b, crossings);
    });
  }
  for (const [r, xs] of crossings) {
    xs.sort((a, b) => a - b);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const last = Math.floor(xs[i + 1]! / width - r / 2);
      for (let q = Math.ceil(xs[i]! / width - r / 2); q <= last; q++) add({ zoom, q: q + 0, r });
    }
  }
  return [...found.values()].sort((a, b) => a.r - b.r || a.q - b.q);
}

type Edge = (a: WorldPoint, b: WorldPoint) => void;

function eachEdge(points: readonly WorldPoint[], visit: Edge): void {
  for (let i = 0, j = points.length - 1; i < points.length; j = i, i += 1) visit(points[j]!, points[i]!);
}

function followEdge(a: WorldPoint, b: WorldPoint, zoom: number, add: (cell: Cell) => void): void {
  const steps = Math.max(1, Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / outlineStep));
  for (let step = 0; step < steps; step++) {
    const t = step / steps;
    add(cellAtPoint({ x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) }, zoom));
  }
}

/** Notes where the edge crosses the lines that the centres of the cells lie on. */
function crossRows(a: WorldPoint, b: WorldPoint, crossings: Map<number, number[]>): void {
  const [top, bottom] = a.y < b.y ? [a, b] : [b, a];
  const last = Math.ceil(bottom.y / rowHeight) - 1;
  for (let r = Math.ceil(top.y / rowHeight); r <= last; r++) {
    const x = top.x + ((r * rowHeight - top.y) / (bottom.y - top.y)) * (bottom.x - top.x);
    const xs = crossings.get(r + 0);
    if (xs) xs.push(x);
    else crossings.set(r + 0, [x]);
  }
}

/** The cells that a test compares with one another, and who surrounds whom. */
export interface StudyArea {
  readonly zoom: number;
  readonly cells: readonly Cell[];
  readonly around: Surroundings;
  /** Position of a cell by its key. */
  readonly at: ReadonlyMap<string, number>;
}

export function studyArea(zoom: number, cells: readonly Cell[]): StudyArea {
  const at = new Map(cells.map((cell, i) => [cellKey(cell), i]));
  return { zoom, cells, around: hexagonSurroundings(cells), at };
}

/** The regions that a test compares with one another, and who borders whom. */
export interface StudyRegions {
  readonly ids: readonly string[];
  readonly around: Surroundings;
  /** Position of a region by its id. */
  readonly at: ReadonlyMap<string, number>;
}

/** `neighbours` as in `borderSurroundings`. */
export function studyRegions(
  neighbours: ReadonlyMap<string, ReadonlySet<string>>,
  ids: readonly string[],
): StudyRegions {
  return { ids, around: borderSurroundings(neighbours, ids), at: new Map(ids.map((id, i) => [id, i])) };
}

/** Cells finer than this would be smaller than what most places are known to. */
export const FINEST_ZOOM = 7;
export const COARSEST_ZOOM = 3;

/** How well a cell size serves: enough cells and events for a test with some power, just enough for any, or too few. */
export type Fit = 'well' | 'barely' | 'no';

/**
 * The cell size to test at: the map's own where it fits well; else one step finer (a small country holds few of the map's
 * cells), else coarser (few events), else two steps finer; else, in the same order, what barely fits. Null when no size will do.
 * A rule on totals alone, so that the size is never chosen by what it would show.
 */
export function zoomToTest(mapZoom: number, fitOf: (zoom: number) => Fit): number | null {
  const start = Math.max(COARSEST_ZOOM, Math.min(FINEST_ZOOM, mapZoom));
  const coarser = Array.from({ length: start - COARSEST_ZOOM }, (_, i) => start - 1 - i);
  const order = [start, start + 1, ...coarser, start + 2].filter((zoom) => zoom <= FINEST_ZOOM);
  const fits = order.map(fitOf);
  const best = fits.includes('well') ? fits.indexOf('well') : fits.indexOf('barely');
  return order[best] ?? null;
}
