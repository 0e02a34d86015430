import type { BaseMap } from '#core/geo/base-map.ts';
import { type Cell, cellCentre, cornerOffsets } from '#core/geo/hexagon.ts';
import { shapeOf } from '../glyph.tsx';
import type { Palette } from '../palette.ts';
import { densityMarks } from './density-model.ts';
import { hotMarks } from './hot-marks.ts';
import { cellRadius, type MapFrame, perceivedZoom, pixelsOf, placesInSight, toFrame } from './map-frame.ts';
import { area, circle, type MapMark, type TextMark, trace } from './map-marks.ts';
import type { MapModel, ModelCell, ModelSymbol } from './map-model.ts';

export interface DataStyle {
  readonly palette: Palette;
  /** Scales strokes, glyphs and numbers; 1 on screen. */
  readonly unit: number;
  /** A value in few characters: "44", "1.2k". */
  readonly short: (value: number) => string;
}

/** How much of the lowest class's colour cells outside the selected dates keep. */
export const FAINT = 0.3;
const NEAR_KM = 25;
/** Hatched regions show where they are few in sight; further out the dashed ring alone says "region only". */
const HATCH_FROM_ZOOM = 6.4;
const GLYPH = 11;
const MAX_PARTS = 3;

function hexagon(x: number, y: number, radius: number): number[] {
  return cornerOffsets(radius).flatMap((corner) => [x + corner.x, y + corner.y]);
}

function isNear(frame: MapFrame, x: number, y: number, margin: number): boolean {
  return x > -margin && y > -margin && x < frame.width + margin && y < frame.height + margin;
}

function faintMarks(cells: readonly Cell[], frame: MapFrame, { palette, unit }: DataStyle): MapMark[] {
  const lines: number[][] = [];
  const [first] = cells;
  if (!first) return [];
  const radius = cellRadius(frame, first.zoom);
  const isInSight = placesInSight(frame, radius);
  for (const cell of cells) {
    const centre = centreOf(cell);
    if (!isInSight(centre.lon, centre.lat)) continue;
    const { x, y } = toFrame(frame, centre.lon, centre.lat);
    if (isNear(frame, x, y, radius)) lines.push(hexagon(x, y, radius - 0.5 * unit));
  }
  return lines.length > 0
    ? [area(lines, { fill: palette.sequential[0], stroke: palette.coast, width: 0.5 * unit, opacity: FAINT })]
    : [];
}

const centres = new WeakMap<Cell, ReturnType<typeof cellCentre>>();

/** A model's cells are the same objects from one move of a window to the next. */
function centreOf(cell: Cell): ReturnType<typeof cellCentre> {
  const known = centres.get(cell) ?? cellCentre(cell);
  centres.set(cell, known);
  return known;
}

/** The cells of a class are one mark: they do not touch, and one path is drawn faster than hundreds. */
function cellMarks(cells: readonly ModelCell[], frame: MapFrame, { palette, unit }: DataStyle): MapMark[] {
  const lines = new Map<number | null, number[][]>();
  for (const { cell, lon, lat, level } of cells) {
    const radius = cellRadius(frame, cell.zoom);
    const { x, y } = toFrame(frame, lon, lat);
    if (!isNear(frame, x, y, radius)) continue;
    const line = hexagon(x, y, radius - 0.4 * unit);
    const same = lines.get(level);
    if (same) same.push(line);
    else lines.set(level, [line]);
  }
  return [...lines].map(([level, own]) => {
    const fill = level === null ? { hatch: palette.text3 } : (palette.sequential[level] ?? palette.text3);
    return area(own, { fill, stroke: palette.coast, width: 0.6 * unit });
  });
}

/** Written after the symbols, so that a count stays readable where a symbol could not make way. */
function numberMarks(cell: ModelCell, frame: MapFrame, { palette, unit, short }: DataStyle): TextMark[] {
  if (!cell.labelled || cell.value === null || cell.level === null) return [];
  const { x, y } = toFrame(frame, cell.lon, cell.lat);
  const radius = cellRadius(frame, cell.cell.zoom);
  if (!isNear(frame, x, y, radius)) return [];
  const text = short(cell.value);
  const size = Math.min(10.5 * unit, (radius * 1.6) / Math.max(1.4, text.length * 0.62));
  if (size < 8 * unit) return [];
  const color = palette.sequentialInk[cell.level] ?? palette.text;
  const halo = palette.sequential[cell.level] ?? null;
  return [{ type: 'text', x, y, text, size, weight: 620, color, halo, anchor: 'middle', spacing: 0 }];
}

function countMark(
  symbol: ModelSymbol,
  x: number,
  y: number,
  { palette, unit, short }: DataStyle,
): TextMark[] {
  const { events, atLeast } = symbol;
  if (events < 2 && !atLeast) return [];
  const text = `${short(events)}${atLeast ? '+' : ''}`;
  return [
    {
      type: 'text',
      x,
      y,
      text,
      size: 10.5 * unit,
      weight: 620,
      color: palette.text,
      halo: palette.landChosen,
      anchor: 'start',
      spacing: 0,
    },
  ];
}

/** Up to three family glyphs side by side, so that one region's kinds can be told apart. */
function glyphRow(
  symbol: ModelSymbol,
  x: number,
  y: number,
  size: number,
  { palette }: DataStyle,
): MapMark[] {
  const parts = symbol.parts.slice(0, MAX_PARTS);
  const step = size * 1.15;
  const start = x - ((parts.length - 1) * step) / 2;
  return parts.map(({ family }, i) => ({
    type: 'glyph',
    shape: shapeOf(family),
    x: start + i * step,
    y,
    size,
    color: palette.category[family],
    halo: palette.bg,
    opacity: 1,
  }));
}

function vagueMarks(symbol: ModelSymbol, x: number, y: number, style: DataStyle): MapMark[] {
  const { palette, unit } = style;
  const parts = Math.min(MAX_PARTS, symbol.parts.length);
  const size = GLYPH * unit;
  const half = symbolReach(symbol) * unit;
  const family = symbol.parts[0]?.family ?? 'policy';
  const color = palette.category[family];
  const ring = parts === 1 ? null : capsule(x, y, half + (parts - 1) * size * 0.35, half - 3 * unit);
  const style2 = { stroke: color, width: 1.2 * unit, dash: [3 * unit, 2.5 * unit] };
  return [
    ring ? area([ring], style2) : circle(x, y, half, style2),
    ...glyphRow(symbol, x, y, size, style),
    ...countMark(symbol, x + half + (parts - 1) * size * 0.35 + 2 * unit, y - half * 0.6, style),
  ];
}

function capsule(x: number, y: number, halfWidth: number, halfHeight: number): number[] {
  const flat: number[] = [];
  const inner = halfWidth - halfHeight;
  for (let i = 0; i <= 24; i += 1) {
    const angle = (i / 24) * 2 * Math.PI - Math.PI / 2;
    flat.push(
      x + (i <= 12 ? inner : -inner) + halfHeight * Math.cos(angle),
      y + halfHeight * Math.sin(angle),
    );
  }
  return flat;
}

/** Half the width of a symbol with its ring, in pixels at unit 1. */
export function symbolReach(symbol: ModelSymbol): number {
  if (symbol.style === 'region' || symbol.style === 'zone') return 13;
  return symbol.style === 'hollow' ? 9 : 8;
}

/** Signs are smaller on a map of the whole continent, where they would hide one another. */
export function symbolUnit(frame: MapFrame, unit: number): number {
  return unit * (perceivedZoom(frame, unit) < 4.4 ? 0.74 : 1);
}

function symbolMarks(symbol: ModelSymbol, frame: MapFrame, given: DataStyle): MapMark[] {
  const style = { ...given, unit: symbolUnit(frame, given.unit) };
  const { palette, unit } = style;
  const { x, y } = toFrame(frame, symbol.lon, symbol.lat);
  if (!isNear(frame, x, y, 40 * unit)) return [];
  if (symbol.style === 'region' || symbol.style === 'zone') return vagueMarks(symbol, x, y, style);
  const color = palette.category[symbol.parts[0]?.family ?? 'policy'];
  const marks: MapMark[] = [];
  if (symbol.style === 'near') {
    const radius = Math.max(9 * unit, pixelsOf(frame, NEAR_KM, symbol.lat));
    marks.push(
      circle(x, y, radius, { stroke: color, width: unit, dash: [3 * unit, 3 * unit], opacity: 0.8 }),
    );
  }
  if (symbol.style === 'hollow') {
    marks.push(
      circle(x, y, 9 * unit, { fill: palette.bg, opacity: 0.85 }),
      circle(x, y, 8 * unit, { stroke: color, width: 1.6 * unit }),
    );
  }
  if (symbol.style === 'waters') marks.push(wave(x, y + 9 * unit, unit, color));
  const size = (symbol.style === 'hollow' ? 7.5 : GLYPH) * unit;
  marks.push(...glyphRow({ ...symbol, parts: symbol.parts.slice(0, 1) }, x, y, size, style));
  marks.push(...countMark(symbol, x + symbolReach(symbol) * unit, y - 7 * unit, style));
  return marks;
}

/** A small wave under the sign of an event at sea or in the air. */
function wave(x: number, y: number, unit: number, color: string): MapMark {
  const flat: number[] = [];
  for (let i = 0; i <= 16; i += 1)
    flat.push(x + (i - 8) * unit, y + Math.sin((i / 16) * 4 * Math.PI) * 1.6 * unit);
  return { ...area([flat], { stroke: color, width: 1.3 * unit }), closed: false };
}

/** Regions that region-only events lie somewhere in, hatched; events mode only. */
function hatchedRegions(
  base: BaseMap | null,
  model: MapModel,
  frame: MapFrame,
  { palette, unit: scale }: DataStyle,
): MapMark[] {
  if (model.mode !== 'events' || !base?.adm1 || perceivedZoom(frame, scale) < HATCH_FROM_ZOOM) return [];
  const ground = base.adm1;
  const lines = model.symbols.flatMap(({ style, area: id }) => {
    const unit = style === 'region' && id ? ground.units.get(id) : undefined;
    return unit?.polygons.flat().map((ring) => trace(ring, frame)) ?? [];
  });
  return lines.length > 0 ? [area(lines, { fill: { hatch: palette.control }, opacity: 0.35 })] : [];
}

const isText = ({ type }: MapMark): boolean => type === 'text';

/** Cells, faint rest and symbols, in drawing order. */
export function dataMarks(
  base: BaseMap | null,
  model: MapModel,
  frame: MapFrame,
  style: DataStyle,
): MapMark[] {
  if (model.hot) return hotMarks(model.hot, base, frame, style.palette, style.unit);
  if (model.mode === 'density') return model.density ? densityMarks(model.density, frame, style.palette) : [];
  const fewLast = [...model.symbols].sort((a, b) => b.events - a.events || (a.key < b.key ? -1 : 1));
  const symbols = fewLast.map((symbol) => symbolMarks(symbol, frame, style));
  // No symbol lies over a number, and of numbers that meet the larger is the one to be read.
  const counts = symbols.flatMap((marks) => marks.filter(isText)).toReversed();
  const isInSight = placesInSight(frame, cellRadius(frame, model.cellZoom ?? frame.zoom));
  const cells = model.cells.filter(({ lon, lat }) => isInSight(lon, lat));
  return [
    ...hatchedRegions(base, model, frame, style),
    ...faintMarks(model.faintCells, frame, style),
    ...model.faintSymbols.flatMap((symbol) => faintSymbol(symbol, frame, style)),
    ...cellMarks(cells, frame, style),
    ...symbols.flatMap((marks) => marks.filter((mark) => !isText(mark))),
    ...counts,
    ...cells.flatMap((cell) => numberMarks(cell, frame, style)),
  ];
}

function faintSymbol(symbol: ModelSymbol, frame: MapFrame, { palette, unit }: DataStyle): MapMark[] {
  const { x, y } = toFrame(frame, symbol.lon, symbol.lat);
  return isNear(frame, x, y, 10) ? [circle(x, y, 2.6 * unit, { fill: palette.text3, opacity: 0.2 })] : [];
}
