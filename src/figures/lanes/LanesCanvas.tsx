import { useLayoutEffect, useRef } from 'react';
import type { Palette } from '../palette.ts';
import { FAINT } from './LanesInk.tsx';
import { forBars } from './lanes-bars.ts';
import type { LanesLayout } from './lanes-layout.ts';
import type { LanesModel } from './lanes-model.ts';
import type { DaySpan } from './lanes-props.ts';

/** Beyond this many bins the screen draws bars on a canvas. */
export const MOST_SVG_BINS = 200;

/** The bars of all lanes on a canvas; the names, scales and marks above stay SVG. */
export function LanesCanvas({
  model,
  layout,
  palette,
  window: chosen,
  className,
}: {
  model: LanesModel;
  layout: LanesLayout;
  palette: Palette;
  window: DaySpan | null;
  className: string | undefined;
}) {
  const element = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const canvas = element.current;
    const pen = canvas?.getContext('2d');
    if (!canvas || !pen) return;
    const ratio = globalThis.devicePixelRatio || 1;
    const { width, height } = layout.size;
    if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
    if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    for (const row of layout.rows) {
      if (row.lane.form !== 'bars') continue;
      pen.fillStyle = palette.category[row.lane.family];
      if (chosen !== null) {
        pen.globalAlpha = FAINT;
        forBars(model, layout, row, null, (x, y, w, h) => pen.fillRect(x, y, w, h));
      }
      pen.globalAlpha = 1;
      forBars(model, layout, row, chosen, (x, y, w, h) => pen.fillRect(x, y, w, h));
    }
  }, [model, layout, palette, chosen]);
  const { width, height } = layout.size;
  return <canvas ref={element} className={className} style={{ width, height }} />;
}
