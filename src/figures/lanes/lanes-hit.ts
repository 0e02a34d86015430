import { markSpot } from './lanes-bars.ts';
import type { LaneRow, LanesLayout } from './lanes-layout.ts';
import { binAt, type LaneMark, type LanesModel } from './lanes-model.ts';

/** What lies under a point, or where the keyboard stands. */
export type Spot =
  | { readonly kind: 'bar'; readonly lane: number; readonly bin: number }
  | { readonly kind: 'mark'; readonly lane: number; readonly index: number };

/** How near a pointer must come to a mark, px; a target of 24 px across (WCAG 2.5.8). */
const REACH = 12;

/** The mark nearest to a point within reach, else the bar of the bin under it, else null. */
export function hitSpot(model: LanesModel, layout: LanesLayout, x: number, y: number): Spot | null {
  const { plot } = layout;
  if (x < plot.left || x > plot.right || y < plot.top || y > plot.bottom) return null;
  if (model.form === 'stacked') return stackSpot(model, layout, x, y);
  const lane = layout.rows.findIndex((row) => y <= row.base + 1);
  const row = layout.rows[lane];
  if (!row) return null;
  if (row.lane.form === 'marks') {
    const index = nearestMark(model, layout, row, x, y);
    return index === null ? null : { kind: 'mark', lane, index };
  }
  const bin = binAt(model, layout.dayAt(x));
  return bin === null ? null : { kind: 'bar', lane, bin };
}

/** The part of a stack that holds the point; above a stack its topmost part, in an empty bin the first lane. */
function stackSpot(model: LanesModel, layout: LanesLayout, x: number, y: number): Spot | null {
  const bin = binAt(model, layout.dayAt(x));
  const row = layout.rows[0];
  if (bin === null || !row) return null;
  const value = ((row.base - y) / row.height) * row.lane.top;
  const filled = model.lanes.flatMap((lane, index) => ((lane.values[bin] ?? 0) > 0 ? [index] : []));
  const lane = filled.find((index) => (model.lanes[index]?.offsets?.[bin] ?? 0) <= value);
  return { kind: 'bar', lane: lane ?? filled.at(-1) ?? 0, bin };
}

function nearestMark(
  model: LanesModel,
  layout: LanesLayout,
  row: LaneRow,
  x: number,
  y: number,
): number | null {
  let best: number | null = null;
  let least = REACH * REACH;
  row.lane.marks.forEach((mark, index) => {
    const spot = markSpot(model, layout, row, mark);
    const distance = (spot.x - x) ** 2 + (spot.y - y) ** 2;
    if (distance <= least) {
      least = distance;
      best = index;
    }
  });
  return best;
}

/** The mark of a spot, or null for bars. */
export function markOf(model: LanesModel, spot: Spot | null): LaneMark | null {
  if (spot?.kind !== 'mark') return null;
  return model.lanes[spot.lane]?.marks[spot.index] ?? null;
}

/** Where a spot's tooltip points, px. */
export function spotPoint(
  model: LanesModel,
  layout: LanesLayout,
  spot: Spot,
): { x: number; y: number } | null {
  const row = layout.rows[spot.lane];
  if (!row) return null;
  if (spot.kind === 'mark') {
    const mark = row.lane.marks[spot.index];
    return mark ? markSpot(model, layout, row, mark) : null;
  }
  const bin = model.bins[spot.bin];
  if (!bin) return null;
  const { left, right } = layout.plot;
  const middle = (layout.x(bin.from) + layout.x(bin.to + 1)) / 2;
  const value = (row.lane.values[spot.bin] ?? 0) + (row.lane.offsets?.[spot.bin] ?? 0);
  return {
    x: Math.max(left, Math.min(right, middle)),
    y: row.base - Math.min(1, value / row.lane.top) * row.height,
  };
}

/** The spot an arrow key leads to: along a lane to the next bar or mark, across lanes to the nearest in time. */
export function movedSpot(model: LanesModel, spot: Spot | null, key: string): Spot | null {
  const current = spot ?? firstSpot(model, 0, 0);
  if (spot === null || current === null) return current;
  if (key === 'ArrowLeft' || key === 'ArrowRight')
    return alongLane(model, current, key === 'ArrowRight' ? 1 : -1);
  if (key === 'Home' || key === 'End') return alongLane(model, current, key === 'End' ? Infinity : -Infinity);
  const lane = current.lane + (key === 'ArrowDown' ? 1 : -1);
  if (lane < 0 || lane >= model.lanes.length) return current;
  return firstSpot(model, lane, dayOfSpot(model, current));
}

function alongLane(model: LanesModel, spot: Spot, step: number): Spot {
  const lane = model.lanes[spot.lane];
  if (!lane) return spot;
  const last = (spot.kind === 'bar' ? model.bins.length : lane.marks.length) - 1;
  const clamp = (value: number): number => Math.max(0, Math.min(last, value));
  return spot.kind === 'bar'
    ? { ...spot, bin: clamp(spot.bin + step) }
    : { ...spot, index: clamp(spot.index + step) };
}

function dayOfSpot(model: LanesModel, spot: Spot): number {
  const mark = markOf(model, spot);
  if (mark) return mark.day;
  return spot.kind === 'bar' ? (model.bins[spot.bin]?.from ?? 0) : 0;
}

function firstSpot(model: LanesModel, lane: number, day: number): Spot | null {
  const row = model.lanes[lane];
  if (!row) return null;
  if (row.form === 'bars') return { kind: 'bar', lane, bin: binAt(model, day) ?? 0 };
  let best = 0;
  row.marks.forEach((mark, index) => {
    if (Math.abs(mark.day - day) < Math.abs((row.marks[best]?.day ?? 0) - day)) best = index;
  });
  return { kind: 'mark', lane, index: best };
}
