import type { LonLat } from '#core/geo/lonlat.ts';
import { project } from '#core/geo/mercator.ts';
import type { GlyphShape } from '#core/taxonomy.ts';
import type { MapFrame } from './map-frame.ts';

/** Filled with diagonal lines of `color` instead of a flat colour: "no figure" or "somewhere in here". */
export interface Hatch {
  readonly hatch: string;
}

/** Lines and areas; `lines` hold x, y, x, y, … in frame pixels. Areas fill by the even-odd rule. */
export interface ShapeMark {
  readonly type: 'shape';
  readonly lines: readonly (readonly number[])[];
  readonly closed: boolean;
  readonly fill: string | Hatch | null;
  readonly stroke: string | null;
  readonly width: number;
  readonly dash: readonly number[];
  readonly opacity: number;
}

export interface CircleMark {
  readonly type: 'circle';
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly width: number;
  readonly dash: readonly number[];
  readonly opacity: number;
}

export interface TextMark {
  readonly type: 'text';
  readonly x: number;
  /** Vertical middle of the letters. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: number;
  readonly color: string;
  readonly halo: string | null;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly spacing: number;
}

export interface GlyphSign {
  readonly type: 'glyph';
  readonly shape: GlyphShape;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
  readonly halo: string | null;
  readonly opacity: number;
}

/** Equal squares side by side, each in the colour of its class: the corner at `x`, `y`, row by row from the top. */
export interface RasterMark {
  readonly type: 'raster';
  readonly x: number;
  readonly y: number;
  /** Side of a square in frame pixels. */
  readonly side: number;
  readonly columns: number;
  readonly rows: number;
  /** Per square its place in `colors` plus 1; 0 = nothing there. */
  readonly classes: Uint8Array;
  readonly colors: readonly string[];
}

/** One thing to draw. The screen's canvas and the exported SVG paint the same list, in order. */
export type MapMark = ShapeMark | CircleMark | TextMark | GlyphSign | RasterMark;

type ShapeStyle = Partial<Pick<ShapeMark, 'fill' | 'stroke' | 'width' | 'dash' | 'opacity'>>;

export function area(lines: ShapeMark['lines'], style: ShapeStyle): ShapeMark {
  return {
    type: 'shape',
    lines,
    closed: true,
    fill: null,
    stroke: null,
    width: 1,
    dash: [],
    opacity: 1,
    ...style,
  };
}

export function line(lines: ShapeMark['lines'], style: ShapeStyle): ShapeMark {
  return {
    type: 'shape',
    lines,
    closed: false,
    fill: null,
    stroke: null,
    width: 1,
    dash: [],
    opacity: 1,
    ...style,
  };
}

export function circle(
  x: number,
  y: number,
  r: number,
  style: Partial<Omit<CircleMark, 'type' | 'x' | 'y' | 'r'>>,
): CircleMark {
  return { type: 'circle', x, y, r, fill: null, stroke: null, width: 1, dash: [], opacity: 1, ...style };
}

/** Points nearer to the last kept one than this, in pixels, cannot be seen and are left out. */
const STEP = 0.6;

/** A line of degrees in frame pixels, without points too close to be seen. */
export function trace(points: readonly LonLat[], frame: MapFrame): number[] {
  const flat: number[] = [];
  let lastX = Infinity;
  let lastY = Infinity;
  for (let i = 0; i < points.length; i += 1) {
    const [lon, lat] = points[i]!;
    const world = project(lon, lat, frame.zoom);
    const x = world.x - frame.left;
    const y = world.y - frame.top;
    if (i > 0 && i < points.length - 1 && Math.abs(x - lastX) < STEP && Math.abs(y - lastY) < STEP) continue;
    flat.push(x, y);
    lastX = x;
    lastY = y;
  }
  return flat;
}
