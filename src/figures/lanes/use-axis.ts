import { type RefObject, useEffect, useRef, useState } from 'react';
import type { LanesLayout } from './lanes-layout.ts';
import { axisAround, pannedAxis, zoomedAxis } from './lanes-moves.ts';
import type { DaySpan } from './lanes-props.ts';

/** A wheel has come to rest after this long, ms; then the axis is committed. */
const REST = 180;
const WHEEL_RATE = 0.0022;

/**
 * The visible part of the time axis: drawn at once from the data at hand, committed when it rests. Ctrl with the wheel
 * zooms at the pointer, a sideways wheel pans; a plain wheel scrolls the page.
 */
export function useAxis(
  axis: DaySpan,
  bounds: DaySpan,
  chosen: DaySpan | null,
  onAxis: (axis: DaySpan | null) => void,
) {
  const [draft, setDraft] = useState<DaySpan | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const now = useRef({ axis: draft ?? axis, bounds, onAxis });
  now.current = { axis: draft ?? axis, bounds, onAxis };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a committed axis replaces the draft that led to it
  useEffect(() => setDraft(null), [axis.from, axis.to]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const set = (next: DaySpan | null, rest: number): void => {
    const span = next ?? now.current.bounds;
    if (span.from === now.current.axis.from && span.to === now.current.axis.to) return;
    setDraft(span);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => now.current.onAxis(next), rest);
  };
  const zoom = (how: 'in' | 'out' | 'fit' | 'window'): void => {
    const { axis: shown, bounds: all } = now.current;
    if (how === 'fit' || how === 'window') {
      set(how === 'window' && chosen ? axisAround(chosen, all) : null, 0);
      return;
    }
    const middle = chosen ? (chosen.from + chosen.to) / 2 : (shown.from + shown.to) / 2;
    const around = Math.max(shown.from, Math.min(shown.to, Math.round(middle)));
    set(zoomedAxis(shown, how === 'in' ? 0.5 : 2, around, all), 0);
  };
  const pan = (share: number): void => set(pannedAxis(now.current.axis, share, now.current.bounds), 0);
  const wheel = (event: WheelEvent, layout: LanesLayout, left: number): void => {
    const { axis: shown, bounds: all } = now.current;
    const sideways = event.shiftKey ? event.deltaY : event.deltaX;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const factor = Math.exp(Math.max(-120, Math.min(120, event.deltaY)) * WHEEL_RATE);
      set(zoomedAxis(shown, factor, layout.dayAt(event.clientX - left), all), REST);
    } else if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
      event.preventDefault();
      set(pannedAxis(shown, sideways / 800, all), REST);
    }
  };
  return { axis: draft ?? axis, zoom, pan, wheel };
}

/** Listens to the wheel as a listener that may prevent scrolling, which React's own cannot. */
export function useWheel(element: RefObject<HTMLElement | null>, onWheel: (event: WheelEvent) => void): void {
  const act = useRef(onWheel);
  act.current = onWheel;
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const listen = (event: WheelEvent): void => act.current(event);
    target.addEventListener('wheel', listen, { passive: false });
    return () => target.removeEventListener('wheel', listen);
  }, [element]);
}
