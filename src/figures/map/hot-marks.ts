import type { BaseMap } from '#core/geo/base-map.ts';
import { cornerOffsets } from '#core/geo/hexagon.ts';
import type { Palette } from '../palette.ts';
import type { HotClass, HotModel, HotPlace } from './hot-model.ts';
import { cellRadius, type MapFrame, toFrame } from './map-frame.ts';
import { area, type MapMark, type TextMark, trace } from './map-marks.ts';
import { outlineOf } from './outline.ts';

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

/** A place of no spot: with events no more than chance, or hatched where it was not tested. */
function quietBody(kind: HotClass, outline: number[][], palette: Palette, unit: number): MapMark {
  const fill = kind === 'untested' ? { hatch: palette.text3 } : palette.hot.even;
  return area(outline, { fill, stroke: palette.coast, width: 0.5 * unit, opacity: 0.7 });
}

function cellMarks(
  place: HotPlace,
  zoom: number,
  frame: MapFrame,
  palette: Palette,
  unit: number,
): MapMark[] {
  const radius = cellRadius(frame, zoom);
  const { x, y } = toFrame(frame, place.lon, place.lat);
  if (!isNear(frame, x, y, radius)) return [];
  const inset = radius - 0.4 * unit;
  const outline = [cornerOffsets(inset).flatMap((corner) => [x + corner.x, y + corner.y])];
  const look = lookOf(place.kind);
  if (!look) return [quietBody(place.kind, outline, palette, unit)];
  const body = look.fill
    ? area(outline, { fill: look.fill(palette), stroke: palette.landChosen, width: 0.8 * unit })
    : area([cornerOffsets(inset - unit).flatMap((corner) => [x + corner.x, y + corner.y])], {
        fill: palette.landChosen,
        stroke: palette.hot.hot,
        width: 2 * unit,
      });
  return [body, ...signOf(look, { x, y }, Math.min(radius * 1.05, 18 * unit), palette, unit)];
}

function signOf(
  look: HotLook,
  { x, y }: { readonly x: number; readonly y: number },
  size: number,
  palette: Palette,
  unit: number,
): TextMark[] {
  if (size < 6 * unit) return [];
  return [
    {
      ...{ type: 'text', x, y, text: look.sign, size, weight: 620, color: look.ink(palette) },
      ...{ halo: null, anchor: 'middle', spacing: 0 },
    },
  ];
}

/** The part of a region's smaller side that its sign may take, and the least size at which it is told from others. */
const SIGN_SHARE = 0.5;
const LEAST_SIGN = 8;

function regionMarks(
  place: HotPlace,
  id: string,
  base: BaseMap | null,
  frame: MapFrame,
  palette: Palette,
  unit: number,
): MapMark[] {
  const found = outlineOf(base, id);
  if (!found) return [];
  const [west, south, east, north] = found.bbox;
  const [low, high] = [toFrame(frame, west, south), toFrame(frame, east, north)];
  if (high.x < 0 || low.x > frame.width || low.y < 0 || high.y > frame.height) return [];
  const outline = found.polygons.flat().map((ring) => trace(ring, frame));
  const look = lookOf(place.kind);
  if (!look) return [quietBody(place.kind, outline, palette, unit)];
  const body = area(outline, {
    fill: look.fill ? look.fill(palette) : palette.landChosen,
    stroke: look.fill ? palette.landChosen : palette.hot.hot,
    width: (look.fill ? 0.8 : 2) * unit,
  });
  const size = Math.min(SIGN_SHARE * Math.min(high.x - low.x, low.y - high.y), 18 * unit);
  if (size < LEAST_SIGN * unit) return [body];
  return [body, ...signOf(look, toFrame(frame, place.lon, place.lat), size, palette, unit)];
}

/** Places of hot spots, the weakest first, so that none lies over a stronger one's edge; no sign lies under a place. */
export function hotMarks(
  model: HotModel,
  base: BaseMap | null,
  frame: MapFrame,
  palette: Palette,
  unit: number,
): MapMark[] {
  const marks = model.shown.toReversed().flatMap((place) => {
    if (place.cell) return cellMarks(place, place.cell.zoom, frame, palette, unit);
    return place.region ? regionMarks(place, place.region.id, base, frame, palette, unit) : [];
  });
  return model.over === 'cells'
    ? marks
    : marks.toSorted((a, b) => Number(a.type === 'text') - Number(b.type === 'text'));
}
