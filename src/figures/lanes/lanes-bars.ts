import type { LaneRow, LanesLayout } from './lanes-layout.ts';
import { hasScale, type LaneMark, type LanesModel } from './lanes-model.ts';
import type { DaySpan } from './lanes-props.ts';

/** One rectangle per bin above 0, cut to the chosen dates. */
export function barsPath(
  model: LanesModel,
  layout: LanesLayout,
  row: LaneRow,
  window: DaySpan | null,
): string {
  let d = '';
  forBars(model, layout, row, window, (x, y, width, height) => {
    d += `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}z`;
  });
  return d;
}

/** Calls back with the box of each bar; shared by path and canvas. */
export function forBars(
  model: LanesModel,
  layout: LanesLayout,
  row: LaneRow,
  window: DaySpan | null,
  draw: (x: number, y: number, width: number, height: number) => void,
): void {
  const { lane } = row;
  const first = window?.from ?? Number.NEGATIVE_INFINITY;
  const end = window === null ? Number.POSITIVE_INFINITY : window.to + 1;
  const { left, right } = layout.plot;
  for (let index = 0; index < model.bins.length; index += 1) {
    const bin = model.bins[index]!;
    const value = lane.values[index] ?? 0;
    if (value <= 0 || bin.from >= end || bin.to + 1 <= first) continue;
    const binLeft = layout.x(bin.from);
    const binRight = layout.x(bin.to + 1);
    const gap = Math.min(0.12 * layout.font, (binRight - binLeft) * 0.14);
    const x1 = Math.max(binLeft + gap / 2, left, layout.x(first));
    const x2 = Math.min(binRight - gap / 2, right, layout.x(end));
    if (x2 <= x1) continue;
    const height = Math.min(1, value / lane.top) * row.height;
    const foot = row.base - ((lane.offsets?.[index] ?? 0) / lane.top) * row.height;
    // On the foot a small value stays visible; on others it would hide them.
    const shown = lane.offsets ? height : Math.max(1, height);
    draw(x1, foot - shown, x2 - x1, shown);
  }
}

/** Where a mark's sign stands; unreported quantities stand on the foot of the lane. */
export function markSpot(
  model: LanesModel,
  layout: LanesLayout,
  row: LaneRow,
  mark: LaneMark,
): { x: number; y: number } {
  const x = clamp(layout.x(mark.day + 0.5), layout.plot.left, layout.plot.right);
  if (!hasScale(row.lane, model.measure)) return { x, y: row.base - row.height / 2 };
  const share = mark.value === null ? 0 : Math.min(1, mark.value / row.lane.top);
  const inset = 0.55 * layout.font;
  return { x, y: row.base - inset - share * Math.max(0, row.height - 2 * inset) };
}

/** Lines at 45° clipped to a box by arithmetic. */
export function hatchPath(left: number, right: number, top: number, bottom: number, gap: number): string {
  const height = bottom - top;
  let d = '';
  for (let start = left - height; start < right; start += gap) {
    const x1 = Math.max(start, left);
    const x2 = Math.min(start + height, right);
    if (x2 > x1) d += `M${n(x1)} ${n(bottom - (x1 - start))}L${n(x2)} ${n(bottom - (x2 - start))}`;
  }
  return d;
}

const n = (value: number): number => Math.round(value * 100) / 100;
const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
