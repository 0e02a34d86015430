import { type CivilDay, isoOf, parseIsoDay } from '#core/time.ts';
import type { View } from '#core/view.ts';
import type { DaySpan } from '#figures/lanes/lanes-props.ts';

type Window = { readonly from: CivilDay | null; readonly to: CivilDay | null };

/**
 * The visible part of the time axis: what the address asks for as long as the chosen dates touch it; else the chosen dates
 * with as much time before and after, so that two years are not a hairline among forty; else all of it.
 */
export function shownAxis(asked: View['axis'], window: Window, extent: DaySpan): DaySpan {
  const open = window.from === null && window.to === null;
  const from = Math.max(window.from ?? extent.from, extent.from);
  const to = Math.min(window.to ?? extent.to, extent.to);
  const wanted = { from: parseIsoDay(asked?.from ?? ''), to: parseIsoDay(asked?.to ?? '') };
  if (wanted.from !== null && wanted.to !== null) {
    const within = { from: Math.max(wanted.from, extent.from), to: Math.min(wanted.to, extent.to) };
    const touched = open || (within.from <= to && within.to >= from);
    if (within.from < within.to && touched) return within;
  }
  if (open || from > to) return extent;
  const days = to - from + 1;
  return { from: Math.max(extent.from, from - days), to: Math.min(extent.to, to + days) };
}

/** An axis as the address keeps it. */
export function axisWords(axis: DaySpan): NonNullable<View['axis']> {
  return { from: isoOf(axis.from), to: isoOf(axis.to) };
}

/** The visible part of a country's time axis: what the address asks for, else all of it. */
export function countryAxis(asked: View['axis'], extent: DaySpan): DaySpan {
  const from = parseIsoDay(asked?.from ?? '');
  const to = parseIsoDay(asked?.to ?? '');
  return from === null || to === null ? extent : { from, to };
}
