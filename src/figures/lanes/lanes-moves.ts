import { addBins, type Bin, binEnd, binStart, type CivilDay } from '#core/time.ts';
import { binsBetween, movedWindow } from './lanes-model.ts';
import type { DaySpan } from './lanes-props.ts';

export type Edge = 'from' | 'to';

/** Bins that make a year, for PgUp and PgDn. */
const yearInBins: Readonly<Record<Bin, number>> = { day: 365, week: 52, month: 12, quarter: 4, year: 1 };
/** A window that steps when none is set: about a year, or ten bins where bins are years. */
const firstStep: Readonly<Record<Bin, number>> = { day: 30, week: 13, month: 12, quarter: 4, year: 5 };
/** The axis shows no less than this many days. */
const LEAST_DAYS = 14;

/** The days chosen, with open ends closed by the bounds. */
export function closedWindow(
  window: { readonly from: CivilDay | null; readonly to: CivilDay | null },
  bounds: DaySpan,
): DaySpan {
  const from = window.from ?? bounds.from;
  const to = window.to ?? bounds.to;
  return from <= to ? { from, to } : { from: to, to: from };
}

/** The window after a key on one of its edges, or null for a key that means nothing here. */
export function keyedWindow(
  window: DaySpan,
  edge: Edge,
  key: { readonly key: string; readonly shift: boolean },
  bin: Bin,
  bounds: DaySpan,
): DaySpan | null {
  const year = yearInBins[bin];
  const steps: Record<string, number> = {
    ArrowLeft: key.shift ? -10 : -1,
    ArrowDown: key.shift ? -10 : -1,
    ArrowRight: key.shift ? 10 : 1,
    ArrowUp: key.shift ? 10 : 1,
    PageDown: -year,
    PageUp: year,
  };
  if (key.key === 'Home')
    return withEdge(window, edge, edge === 'from' ? bounds.from : window.from, bin, bounds);
  if (key.key === 'End') return withEdge(window, edge, edge === 'to' ? bounds.to : window.to, bin, bounds);
  const step = steps[key.key];
  if (step === undefined) return null;
  return withEdge(window, edge, addBins(binStart(window[edge], bin), bin, step), bin, bounds);
}

/** The window with one edge set to the bin that holds `day`; edges meet but never cross, and stay within the bounds. */
export function withEdge(window: DaySpan, edge: Edge, day: CivilDay, bin: Bin, bounds: DaySpan): DaySpan {
  const inside = Math.max(binStart(bounds.from, bin), Math.min(binEnd(bounds.to, bin), day));
  if (edge === 'from') return { ...window, from: Math.min(binStart(inside, bin), binStart(window.to, bin)) };
  return { ...window, to: Math.max(binEnd(inside, bin), binEnd(window.from, bin)) };
}

/** The window from one day to another in whole bins, whichever comes first. */
export function spannedWindow(a: CivilDay, b: CivilDay, bin: Bin): DaySpan {
  return { from: binStart(Math.min(a, b), bin), to: binEnd(Math.max(a, b), bin) };
}

/** The next period of the same length; without a window the first or last stretch of the bounds. */
export function steppedWindow(window: DaySpan | null, bin: Bin, direction: 1 | -1, bounds: DaySpan): DaySpan {
  if (window !== null) {
    const length = binsBetween(window.from, window.to, bin);
    return movedWindow(window, bin, direction * length, bounds);
  }
  const length = firstStep[bin];
  const last = binEnd(bounds.to, bin);
  if (direction < 0) {
    const from = Math.max(addBins(binStart(last, bin), bin, 1 - length), binStart(bounds.from, bin));
    return { from, to: last };
  }
  const from = binStart(bounds.from, bin);
  return { from, to: Math.min(addBins(from, bin, length) - 1, last) };
}

/** The axis scaled by `factor` (below 1 = closer) around a day, kept within the bounds; null = all of it. */
export function zoomedAxis(axis: DaySpan, factor: number, around: CivilDay, bounds: DaySpan): DaySpan | null {
  const days = axis.to - axis.from + 1;
  const wanted = Math.max(LEAST_DAYS, Math.round(days * factor));
  if (wanted >= bounds.to - bounds.from + 1) return null;
  const share = (around - axis.from) / days;
  return shifted(Math.round(around - share * wanted), wanted, bounds);
}

/** The axis moved by a share of its own length. */
export function pannedAxis(axis: DaySpan, share: number, bounds: DaySpan): DaySpan {
  const days = axis.to - axis.from + 1;
  return shifted(axis.from + Math.round(share * days), days, bounds);
}

/** The axis that shows a window with a tenth of air on each side; null = all. */
export function axisAround(window: DaySpan, bounds: DaySpan): DaySpan | null {
  const days = window.to - window.from + 1;
  const air = Math.max(7, Math.round(days / 10));
  const wanted = Math.max(LEAST_DAYS, days + 2 * air);
  if (wanted >= bounds.to - bounds.from + 1) return null;
  return shifted(window.from - Math.round((wanted - days) / 2), wanted, bounds);
}

function shifted(from: CivilDay, days: number, bounds: DaySpan): DaySpan {
  const start = Math.max(bounds.from, Math.min(from, bounds.to - days + 1));
  return { from: start, to: Math.min(start + days - 1, bounds.to) };
}
