import { cornerOffsets } from '#core/geo/hexagon.ts';
import type { Palette } from '../palette.ts';
import type { HotCell, HotClass, HotModel } from './hot-model.ts';
import { cellRadius, type MapFrame, toFrame } from './map-frame.ts';
import { area, type MapMark, type TextMark } from './map-marks.ts';

/** How a class looks. The sign tells hot from cold and the trends apart without colour; the lightness tells how sure. */
export interface HotLook {
  readonly fill: ((palette: Palette) => string) | null;
  readonly ink: (palette: Palette) => string;
  readonly sign: string;
}

const MINUS = '\u2212';

export const HOT_LOOK: Readonly<Record<Exclude<HotClass, 'even' | 'untested'>, HotLook>> = {
  'strong-hot': { fill: (p) => p.hot.strongHot, ink: (p) => p.hot.strongInk, sign: '+' },
  hot: { fill: (p) => p.hot.hot, ink: (p) => p.hot.ink, sign: '+' },
  cold: { fill: (p) => p.hot.cold, ink: (p) => p.hot.ink, sign: MINUS },
  'strong-cold': { fill: (p) => p.hot.strongCold, ink: (p) => p.hot.strongInk, sign: MINUS },
  new: { fill: (p) => p.hot.fresh, ink: (p) => p.hot.strongInk, sign: '+' },
  intensifying: { fill: (p) => p.hot.strongHot, ink: (p) => p.hot.strongInk, sign: '\u2191' },
  persistent: { fill: (p) => p.hot.hot, ink: (p) => p.hot.ink, sign: '=' },
  diminishing: { fill: (p) => p.hot.cold, ink: (p) => p.hot.ink, sign: '\u2193' },
  sporadic: { fill: null, ink: (p) => p.text, sign: '~' },
};

/** Whether a cell is more than a place with reports: hot, cold, or with a history of being hot. */
export function isSpot(kind: HotClass): boolean {
  return kind !== 'even' && kind !== 'untested';
}

const lookOf = (kind: HotClass): HotLook | null =>
  kind === 'even' || kind === 'untested' ? null : HOT_LOOK[kind];

const isNear = (frame: MapFrame, x: number, y: number, margin: number): boolean =>
  x > -margin && y > -margin && x < frame.width + margin && y < frame.height + margin;

function cellMarks(cell: HotCell, frame: MapFrame, palette: Palette, unit: number): MapMark[] {
  const radius = cellRadius(frame, cell.cell.zoom);
  const { x, y } = toFrame(frame, cell.lon, cell.lat);
  if (!isNear(frame, x, y, radius)) return [];
  const inset = radius - 0.4 * unit;
  const outline = [cornerOffsets(inset).flatMap((corner) => [x + corner.x, y + corner.y])];
  const look = lookOf(cell.kind);
  if (!look) {
    const fill = cell.kind === 'untested' ? { hatch: palette.text3 } : palette.hot.even;
    return [area(outline, { fill, stroke: palette.coast, width: 0.5 * unit, opacity: 0.7 })];
  }
  const body = look.fill
    ? area(outline, { fill: look.fill(palette), stroke: palette.landChosen, width: 0.8 * unit })
    : area([cornerOffsets(inset - unit).flatMap((corner) => [x + corner.x, y + corner.y])], {
        fill: palette.landChosen,
        stroke: palette.hot.hot,
        width: 2 * unit,
      });
  const size = Math.min(radius * 1.05, 18 * unit);
  if (size < 6 * unit) return [body];
  const sign: TextMark = {
    type: 'text',
    x,
    y,
    text: look.sign,
    size,
    weight: 620,
    color: look.ink(palette),
    halo: null,
    anchor: 'middle',
    spacing: 0,
  };
  return [body, sign];
}

/** Cells of hot spots, the weakest first, so that none lies over a stronger one's edge. */
export function hotMarks(model: HotModel, frame: MapFrame, palette: Palette, unit: number): MapMark[] {
  return model.cells.toReversed().flatMap((cell) => cellMarks(cell, frame, palette, unit));
}
