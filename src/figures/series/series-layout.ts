import { addBins, binStart, type CivilDay, civilOf } from '#core/time.ts';
import type { I18n } from '#i18n/i18n.tsx';
import type { FigureSize } from '../figure.ts';
import { shortNumber } from '../lanes/lanes-words.ts';
import { textWidth } from '../text-width.ts';
import type { DrawnLine, SeriesModel } from './series-model.ts';

export interface SeriesLayout {
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly x: (day: CivilDay) => number;
  readonly y: (value: number) => number;
  readonly xTicks: readonly { readonly day: CivilDay; readonly x: number; readonly label: string }[];
  readonly yTicks: readonly { readonly value: number; readonly y: number; readonly label: string }[];
  readonly labels: readonly {
    readonly line: DrawnLine;
    readonly x: number;
    readonly y: number;
    readonly text: string;
  }[];
}

/** Places a series at a size; labels stand at the ends of their lines and give way to one another. */
export function layoutSeries(model: SeriesModel, size: FigureSize, font: number, i18n: I18n): SeriesLayout {
  const labels = endLabels(model, i18n);
  const widest = Math.max(0, ...labels.map(({ text }) => textWidth(text, font, 'bold')));
  const yLabels = model.axis.ticks.map((value) => shortNumber(value, i18n));
  const left = Math.ceil(Math.max(...yLabels.map((text) => textWidth(text, font * 0.92))) + 0.8 * font);
  const right = Math.floor(size.width - Math.min(widest + 1.2 * font, size.width * 0.35));
  const top = 1.5 * font;
  const bottom = size.height - 2 * font;
  const pad = seriesPad(model);
  const span = model.to - model.from + 2 * pad;
  const x = (day: CivilDay): number => left + ((day - model.from + pad) / span) * (right - left);
  const { low, high } = model.axis;
  const y = (value: number): number => bottom - ((value - low) / (high - low || 1)) * (bottom - top);
  return {
    plot: { left, right, top, bottom },
    x,
    y,
    xTicks: yearTicks(model, x, right - left, font),
    yTicks: model.axis.ticks.map((value, index) => ({ value, y: y(value), label: yLabels[index] ?? '' })),
    labels: spread(
      labels.map(({ line, text }) => {
        const last = line.points.at(-1)!;
        return { line, text, x: x(last.day) + 0.6 * font, y: y(last.value) + 0.35 * font };
      }),
      1.2 * font,
      top,
      bottom,
    ),
  };
}

/** Values where one line stands alone, names (and values, up to four lines) where there are more. */
function endLabels(model: SeriesModel, i18n: I18n): { line: DrawnLine; text: string }[] {
  return model.lines.map((line) => {
    const last = line.points.at(-1);
    const value = last ? shortNumber(last.value, i18n) : '';
    if (model.form === 'bars') return { line, text: '' };
    if (model.lines.length === 1) return { line, text: value };
    return {
      line,
      text: model.lines.length <= 4 ? `${line.label} ${value}` : line.label,
    };
  });
}

function yearTicks(
  model: SeriesModel,
  x: (day: CivilDay) => number,
  width: number,
  font: number,
): SeriesLayout['xTicks'] {
  const first = civilOf(model.from).year;
  const years = civilOf(model.to).year - first + 1;
  const most = Math.max(1, Math.floor(width / (3.6 * font)));
  const step = [1, 2, 5, 10, 20, 50].find((candidate) => Math.ceil(years / candidate) <= most) ?? 100;
  const ticks: { day: CivilDay; x: number; label: string }[] = [];
  let day = binStart(model.from, 'year');
  if (step > 1) day = addBins(day, 'year', (step - (first % step)) % step);
  for (; day <= model.to; day = addBins(day, 'year', step)) {
    const middle = day + 182;
    ticks.push({ day: middle, x: x(middle), label: String(civilOf(day).year) });
  }
  return ticks;
}

/** Moves labels apart so that none covers another, keeping their order. */
function spread<L extends { readonly y: number }>(
  labels: readonly L[],
  gap: number,
  top: number,
  bottom: number,
): L[] {
  const sorted = [...labels].sort((a, b) => a.y - b.y).map((label) => ({ ...label }));
  let floor = top;
  const placed = sorted.map((label) => {
    const y = Math.max(label.y, floor);
    floor = y + gap;
    return { ...label, y };
  });
  let ceiling = bottom + gap / 2;
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    const label = placed[index]!;
    placed[index] = { ...label, y: Math.min(label.y, ceiling) };
    ceiling = (placed[index]?.y ?? ceiling) - gap;
  }
  return placed;
}

/** Air on both sides of the time axis, days. */
export function seriesPad(model: SeriesModel): number {
  return Math.max(20, (model.to - model.from) * 0.02);
}
