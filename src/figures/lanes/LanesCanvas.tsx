import { useLayoutEffect, useRef } from 'react';
import type { Palette } from '../palette.ts';
import { usePixelRatio } from '../pixel-ratio.ts';
import { FAINT } from './LanesInk.tsx';
import { forBars } from './lanes-bars.ts';
import type { LanesLayout } from './lanes-layout.ts';
import type { LanesModel } from './lanes-model.ts';
import type { DaySpan } from './lanes-props.ts';

/** Beyond this many bins the screen draws bars on a canvas. */
export const MOST_SVG_BINS = 200;

interface Bars {
  readonly model: LanesModel;
  readonly layout: LanesLayout;
  readonly palette: Palette;
}

/** All bars in full colour, as large as the figure; painted once for all windows that are dragged over them. */
interface Sheet extends Bars {
  readonly ratio: number;
  readonly canvas: HTMLCanvasElement;
}

/** The bars of all lanes on a canvas; the names, scales and marks above stay SVG. */
export function LanesCanvas({
  model,
  layout,
  palette,
  window: chosen,
  className,
}: Bars & {
  window: DaySpan | null;
  className: string | undefined;
}) {
  const element = useRef<HTMLCanvasElement>(null);
  const sheet = useRef<Sheet | null>(null);
  const ratio = usePixelRatio();
  useLayoutEffect(() => {
    const canvas = element.current;
    const pen = canvas && fitted(canvas, layout, ratio);
    if (!pen) return;
    const bars = { model, layout, palette };
    sheet.current = isOf(sheet.current, bars, ratio) ? sheet.current : paintSheet(bars, ratio);
    if (!sheet.current) return;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.globalAlpha = chosen === null ? 1 : FAINT;
    pen.drawImage(sheet.current.canvas, 0, 0);
    if (chosen === null) return;
    pen.globalAlpha = 1;
    pen.save();
    const [left, right] = [layout.x(chosen.from), layout.x(chosen.to + 1)];
    pen.beginPath();
    pen.rect(left * ratio, 0, (right - left) * ratio, canvas.height);
    pen.clip();
    pen.drawImage(sheet.current.canvas, 0, 0);
    pen.restore();
  }, [model, layout, palette, chosen, ratio]);
  const { width, height } = layout.size;
  return <canvas ref={element} className={className} style={{ width, height }} />;
}

const isOf = (sheet: Sheet | null, { model, layout, palette }: Bars, ratio: number): boolean =>
  sheet?.model === model && sheet.layout === layout && sheet.palette === palette && sheet.ratio === ratio;

function paintSheet(bars: Bars, ratio: number): Sheet | null {
  const { model, layout, palette } = bars;
  const canvas = document.createElement('canvas');
  const pen = fitted(canvas, layout, ratio);
  if (!pen) return null;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  for (const row of layout.rows) {
    if (row.lane.form !== 'bars') continue;
    pen.fillStyle = palette.category[row.lane.family];
    forBars(model, layout, row, null, (x, y, width, height) => pen.fillRect(x, y, width, height));
  }
  return { ...bars, ratio, canvas };
}

function fitted(
  canvas: HTMLCanvasElement,
  { size }: LanesLayout,
  ratio: number,
): CanvasRenderingContext2D | null {
  const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  return canvas.getContext('2d');
}
