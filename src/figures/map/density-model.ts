import { metresPerPixel, unproject } from '#core/geo/mercator.ts';
import { SQUARE_SIDE } from '#core/geo/square.ts';
import type { DensityAnswer } from '#core/query.ts';
import type { Palette } from '../palette.ts';
import { type ClassScale, classOf, classScale } from './map-classes.ts';
import type { MapFrame } from './map-frame.ts';
import type { RasterMark } from './map-marks.ts';

/** Events counted in small squares, nothing smoothed: one shade means one range of counts. */
export interface DensityModel {
  readonly zoom: number;
  /** Column and row of the first square on the world of that zoom. */
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  /** Per square its class plus 1, row by row; 0 = no event. */
  readonly classes: Uint8Array;
  readonly scale: ClassScale;
  /** Squares with events, the most in one of them, and all together. */
  readonly squares: number;
  readonly most: number;
  readonly events: number;
  /** Events known only to about 25 km or to the municipality among them. */
  readonly vague: number;
  /** Width of a square on the ground, km, where it is least and where it is most. */
  readonly sideKm: { readonly least: number; readonly most: number };
}

/** Null where no event can be placed in view. */
export function densityModel(answer: DensityAnswer): DensityModel | null {
  const { zoom, x, y, events, vague } = answer;
  const scale = classScale(Array.from(Uint32Array.from(events).sort()));
  if (!scale || events.length === 0) return null;
  let [left, right, most, all] = [Infinity, -Infinity, 0, 0];
  for (let i = 0; i < x.length; i += 1) {
    left = Math.min(left, x[i]!);
    right = Math.max(right, x[i]!);
    most = Math.max(most, events[i]!);
    all += events[i]!;
  }
  const top = y[0]!;
  const bottom = y.at(-1)!;
  const columns = right - left + 1;
  const rows = bottom - top + 1;
  const classes = new Uint8Array(columns * rows);
  for (let i = 0; i < x.length; i += 1) {
    classes[(y[i]! - top) * columns + x[i]! - left] = (classOf(scale, events[i]!) ?? 0) + 1;
  }
  const sides = [top, bottom + 1, ...(crossesEquator(top, bottom, zoom) ? [equatorRow(zoom)] : [])].map(
    (row) => sideKm(row, zoom),
  );
  return {
    zoom,
    left,
    top,
    columns,
    rows,
    classes,
    scale,
    squares: x.length,
    most,
    events: all,
    vague,
    sideKm: { least: Math.min(...sides), most: Math.max(...sides) },
  };
}

const equatorRow = (zoom: number): number => (256 * 2 ** zoom) / SQUARE_SIDE / 2;
const crossesEquator = (top: number, bottom: number, zoom: number): boolean =>
  top < equatorRow(zoom) && bottom + 1 > equatorRow(zoom);

function sideKm(row: number, zoom: number): number {
  const { lat } = unproject(0, row * SQUARE_SIDE, zoom);
  return (metresPerPixel(lat, zoom) * SQUARE_SIDE) / 1000;
}

/** The squares as they lie in a frame; screen and export draw the same ones. */
export function densityMarks(model: DensityModel, frame: MapFrame, palette: Palette): RasterMark[] {
  const scale = 2 ** (frame.zoom - model.zoom);
  const side = SQUARE_SIDE * scale;
  const { left, top, columns, rows, classes } = model;
  return [
    {
      type: 'raster',
      x: left * side - frame.left,
      y: top * side - frame.top,
      side,
      columns,
      rows,
      classes,
      colors: palette.density,
    },
  ];
}
