import type { CircleMark, Hatch, MapMark, RasterMark, ShapeMark } from '#figures/map/map-marks.ts';
import { isHurried } from '#state/unhurried.ts';
import { settingWords, stampGlyph, stampWords } from './stamps.ts';

const HATCH_GAP = 5;

const hatches = new Map<string, HTMLCanvasElement>();

function hatchTile(color: string): HTMLCanvasElement {
  const known = hatches.get(color);
  if (known) return known;
  const tile = document.createElement('canvas');
  tile.width = HATCH_GAP;
  tile.height = HATCH_GAP;
  const pen = tile.getContext('2d');
  if (pen) {
    pen.strokeStyle = color;
    pen.lineWidth = 1;
    pen.beginPath();
    pen.moveTo(-1, 1);
    pen.lineTo(1, -1);
    pen.moveTo(0, HATCH_GAP);
    pen.lineTo(HATCH_GAP, 0);
    pen.moveTo(HATCH_GAP - 1, HATCH_GAP + 1);
    pen.lineTo(HATCH_GAP + 1, HATCH_GAP - 1);
    pen.stroke();
  }
  hatches.set(color, tile);
  return tile;
}

function fillStyle(pen: CanvasRenderingContext2D, fill: string | Hatch): string | CanvasPattern {
  if (typeof fill === 'string') return fill;
  return pen.createPattern(hatchTile(fill.hatch), 'repeat') ?? fill.hatch;
}

function shape(pen: CanvasRenderingContext2D, mark: ShapeMark): void {
  pen.beginPath();
  for (const flat of mark.lines) {
    for (let i = 0; i + 1 < flat.length; i += 2) {
      if (i === 0) pen.moveTo(flat[0]!, flat[1]!);
      else pen.lineTo(flat[i]!, flat[i + 1]!);
    }
    if (mark.closed) pen.closePath();
  }
  fillAndStroke(pen, mark);
}

function disc(pen: CanvasRenderingContext2D, mark: CircleMark): void {
  pen.beginPath();
  pen.arc(mark.x, mark.y, mark.r, 0, 2 * Math.PI);
  fillAndStroke(pen, mark);
}

function fillAndStroke(pen: CanvasRenderingContext2D, mark: ShapeMark | CircleMark): void {
  pen.globalAlpha = mark.opacity;
  if (mark.fill) {
    pen.fillStyle = fillStyle(pen, mark.fill);
    pen.fill('evenodd');
  }
  if (mark.stroke) {
    pen.strokeStyle = mark.stroke;
    pen.lineWidth = mark.width;
    pen.setLineDash([...mark.dash]);
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

/** One pixel a square on a small canvas, drawn larger without smoothing: its cost does not grow with the events. */
function raster(pen: CanvasRenderingContext2D, mark: RasterMark): void {
  const { columns, rows, classes, colors, side } = mark;
  const tile = document.createElement('canvas');
  tile.width = columns;
  tile.height = rows;
  const small = tile.getContext('2d');
  if (!small || columns === 0 || rows === 0) return;
  const image = small.createImageData(columns, rows);
  const parts = colors.map((color) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)));
  for (let i = 0; i < classes.length; i += 1) {
    const color = parts[classes[i]! - 1];
    if (!color) continue;
    image.data[4 * i] = color[0]!;
    image.data[4 * i + 1] = color[1]!;
    image.data[4 * i + 2] = color[2]!;
    image.data[4 * i + 3] = 255;
  }
  small.putImageData(image, 0, 0);
  pen.imageSmoothingEnabled = false;
  pen.drawImage(tile, mark.x, mark.y, columns * side, rows * side);
  pen.imageSmoothingEnabled = true;
}

/** Paints marks on a canvas whose unit is already one CSS pixel, one each time it is asked to go on. */
export function* paintingMarks(pen: CanvasRenderingContext2D, marks: readonly MapMark[]): Generator<void> {
  pen.lineJoin = 'round';
  const ratio = pen.getTransform().a;
  for (const mark of marks) {
    if (mark.type === 'shape') shape(pen, mark);
    else if (mark.type === 'circle') disc(pen, mark);
    else if (mark.type === 'text') {
      if (!isHurried()) yield* settingWords(mark, ratio);
      stampWords(pen, mark, ratio);
    } else if (mark.type === 'raster') raster(pen, mark);
    else stampGlyph(pen, mark, ratio);
    yield;
  }
}
