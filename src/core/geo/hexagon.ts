import { project, unproject, type WorldPoint } from '#core/geo/mercator.ts';

/**
 * Pointy-top hexagons on the Web Mercator world of an integer zoom level. Their size in pixels is the
 * same at every zoom, so a cell covers a quarter of the ground when zooming in by one; cells of
 * different zooms do not nest. The grid is anchored at the world's north-west corner: a place is in
 * the same cell whatever the viewport.
 */
export type Cell = { readonly zoom: number; readonly q: number; readonly r: number };

/** Centre to corner, in pixels of the cell's own zoom level: a cell is 24.2 px wide, the least a target may be. */
export const CELL_RADIUS = 14;

const SQRT3 = Math.sqrt(3);
const KEY = /^(\d{1,2})\.(-?\d{1,7})\.(-?\d{1,7})$/;

/** Zoom levels at which cells may be asked for. */
export const MIN_CELL_ZOOM = 0;
export const MAX_CELL_ZOOM = 16;

/** The integer cell zoom for a map zoom, which may be fractional: cells are drawn at 0.84 to 1.41 of their own size. */
export function cellZoom(mapZoom: number): number {
  return Math.max(MIN_CELL_ZOOM, Math.min(MAX_CELL_ZOOM, Math.floor(mapZoom + 0.25 + 1e-6)));
}

/**
 * The cell that holds a world point of the given zoom. Never returns -0. Lines between neighbouring centres cut the plane into
 * triangles in three directions; which stripe of each a point is in tells its cell, without a choice that a processor could guess wrong.
 */
export function cellAtPoint(point: WorldPoint, zoom: number): Cell {
  const x = point.x / (SQRT3 * CELL_RADIUS);
  const y = point.y / CELL_RADIUS;
  const falling = Math.floor(y + x + 1);
  const rising = Math.floor(y - x + 1);
  const r = Math.floor((falling + rising) / 3);
  return { zoom, q: Math.floor((falling + Math.floor(2 * x + 1)) / 3) - r, r };
}

/** The cell that holds a place. */
export function cellAt(lon: number, lat: number, zoom: number): Cell {
  return cellAtPoint(project(lon, lat, zoom), zoom);
}

/** The cell's centre in pixels of its own zoom. */
export function cellCentrePoint(cell: Cell): WorldPoint {
  return { x: CELL_RADIUS * SQRT3 * (cell.q + cell.r / 2), y: CELL_RADIUS * 1.5 * cell.r };
}

/** The cell's centre in degrees. */
export function cellCentre(cell: Cell): { readonly lon: number; readonly lat: number } {
  const { x, y } = cellCentrePoint(cell);
  return unproject(x, y, cell.zoom);
}

/** Offsets of the six corners from the centre, in pixels, clockwise from the top. */
export function cornerOffsets(radius: number): readonly WorldPoint[] {
  const half = (radius * SQRT3) / 2;
  return [
    { x: 0, y: -radius },
    { x: half, y: -radius / 2 },
    { x: half, y: radius / 2 },
    { x: 0, y: radius },
    { x: -half, y: radius / 2 },
    { x: -half, y: -radius / 2 },
  ];
}

/** The six corners in degrees, clockwise from the top. */
export function cellCorners(cell: Cell): readonly (readonly [lon: number, lat: number])[] {
  const centre = cellCentrePoint(cell);
  return cornerOffsets(CELL_RADIUS).map((offset) => {
    const { lon, lat } = unproject(centre.x + offset.x, centre.y + offset.y, cell.zoom);
    return [lon, lat] as const;
  });
}

/** Text form "zoom.q.r", usable in an address. */
export function cellKey(cell: Cell): string {
  return `${cell.zoom}.${cell.q}.${cell.r}`;
}

/** The reverse of `cellKey`; null when the text is no cell key or its zoom is out of range. */
export function parseCellKey(key: string): Cell | null {
  const match = KEY.exec(key);
  if (!match) return null;
  const zoom = Number(match[1]);
  if (zoom > MAX_CELL_ZOOM) return null;
  return { zoom, q: Number(match[2]) + 0, r: Number(match[3]) + 0 };
}
