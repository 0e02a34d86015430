import { project, type WorldPoint } from './mercator.ts';

/** One square of the density grid: column and row on the Web Mercator world of a whole zoom level, from its north-west corner. */
export type Square = { readonly x: number; readonly y: number };

/** Side of a square in pixels of its own zoom level: small enough to show where, large enough to be seen. */
export const SQUARE_SIDE = 4;

/** The square that holds a world point, in pixels of the squares' zoom level. */
export function squareAtPoint({ x, y }: WorldPoint): Square {
  return { x: Math.floor(x / SQUARE_SIDE), y: Math.floor(y / SQUARE_SIDE) };
}

/** The square that holds a place. */
export function squareAt(lon: number, lat: number, zoom: number): Square {
  return squareAtPoint(project(lon, lat, zoom));
}

/** The square's centre in pixels of its own zoom. */
export function squareCentrePoint({ x, y }: Square): WorldPoint {
  return { x: (x + 0.5) * SQUARE_SIDE, y: (y + 0.5) * SQUARE_SIDE };
}
