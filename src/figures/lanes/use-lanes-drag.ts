import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Bin, CivilDay } from '#core/time.ts';
import { useSteady } from '#ui/use-steady.ts';
import type { LanesLayout } from './lanes-layout.ts';
import { binsBetween, movedWindow } from './lanes-model.ts';
import { type Edge, spannedWindow, withEdge } from './lanes-moves.ts';
import type { DaySpan } from './lanes-props.ts';

/** A pointer must travel this far, px, before a press becomes a drag. */
const THRESHOLD = 4;
/** After so long without a move, ms, the next one is followed when it is made. */
const RESTED_MS = 50;

interface Drag {
  readonly part: Edge | 'body' | 'new';
  readonly startX: number;
  readonly startDay: CivilDay;
  readonly window: DaySpan;
  readonly left: number;
  readonly top: number;
  moved: boolean;
}

interface Options {
  readonly layout: LanesLayout;
  readonly bin: Bin;
  readonly bounds: DaySpan;
  readonly chosen: DaySpan | null;
  readonly onDraft: (window: DaySpan | null) => void;
  readonly onWindow: (window: DaySpan) => void;
  /** A press that did not become a drag, in px of the drawing. */
  readonly onTap: (x: number, y: number) => void;
}

/**
 * Drag of the window's edges and body, and of a new window over the plot. The draft is drawn every frame and committed on
 * release; Esc or a lost pointer drops it.
 */
export function useLanesDrag(options: Options) {
  const [draft, setDraft] = useState<DaySpan | null>(null);
  const drag = useRef<Drag | null>(null);
  const latest = useRef<DaySpan | null>(null);
  const movedAt = useRef(0);
  const { chosen } = options;
  const key = chosen === null ? '' : `${chosen.from}_${chosen.to}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a committed window replaces the draft that led to it
  useEffect(() => setDraft(null), [key]);
  const hearing = useRef<(() => void)[]>([]);
  const stop = useCallback((): void => {
    drag.current = null;
    for (const end of hearing.current.splice(0)) end();
  }, []);
  useEffect(() => stop, [stop]);

  const show = (window: DaySpan): void => {
    const last = latest.current;
    if (last?.from === window.from && last.to === window.to) return;
    latest.current = window;
    // Browsers tell of a pointer once a frame: what follows it now is painted in this one.
    setDraft(window);
    options.onDraft(window);
  };
  const begin = (event: PointerEvent<HTMLElement>, part: Drag['part'], surface: Element): void => {
    if (event.button !== 0) return;
    const box = surface.getBoundingClientRect();
    event.currentTarget.setPointerCapture(event.pointerId);
    stop();
    latest.current = null;
    const onEscape = (): void => {
      if (drag.current?.moved) cancel();
    };
    const onEarly = (x: number): void => {
      if (performance.now() - movedAt.current > RESTED_MS) flushSync(() => follow(x));
    };
    hearing.current.push(hearEscape(onEscape), hearEarly(event.pointerId, onEarly));
    drag.current = {
      part,
      startX: event.clientX,
      startDay: options.layout.dayAt(event.clientX - box.left),
      window: chosen ?? options.bounds,
      left: box.left,
      top: box.top,
      moved: false,
    };
  };
  const moveTo = (x: number): boolean => {
    const current = drag.current;
    if (!current) return false;
    if (!current.moved && Math.abs(x - current.startX) < THRESHOLD) return true;
    current.moved = true;
    show(draggedWindow(current, options.layout.dayAt(x - current.left), options));
    movedAt.current = performance.now();
    return true;
  };
  const follow = useSteady(moveTo);
  const move = (event: PointerEvent<HTMLElement>): boolean => moveTo(event.clientX);
  const end = (event: PointerEvent<HTMLElement>): void => {
    const current = drag.current;
    stop();
    if (!current) return;
    if (!current.moved) options.onTap(event.clientX - current.left, event.clientY - current.top);
    else if (latest.current) {
      setDraft(latest.current);
      options.onWindow(latest.current);
      options.onDraft(null);
    }
  };
  const cancel = (): void => {
    if (drag.current === null) return;
    stop();
    setDraft(null);
    options.onDraft(null);
  };
  return { draft, begin, move, end, cancel, isDragging: () => drag.current?.moved === true };
}

/** Calls back at Escape wherever the focus is: a handle has it, the plot, or neither. Returns what ends that. */
function hearEscape(act: () => void): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  addEventListener('keydown', onKey, true);
  return () => removeEventListener('keydown', onKey, true);
}

/**
 * Calls back where a pointer is when it has moved, which some browsers tell some ten milliseconds before the frame in which they tell
 * of it as a move: a hand that rested is followed so much sooner. Returns what ends that.
 */
function hearEarly(pointer: number, act: (x: number) => void): () => void {
  // The types of the platform know the event only as one of any kind.
  const onMove = (event: Event): void => {
    const { pointerId, clientX } = event as globalThis.PointerEvent;
    if (pointerId === pointer) act(clientX);
  };
  addEventListener('pointerrawupdate', onMove);
  return () => removeEventListener('pointerrawupdate', onMove);
}

function draggedWindow(drag: Drag, day: CivilDay, { bin, bounds }: Options): DaySpan {
  if (drag.part === 'new') return spannedWindow(drag.startDay, day, bin);
  if (drag.part !== 'body') return withEdge(drag.window, drag.part, day, bin, bounds);
  const forward = day >= drag.startDay;
  const steps = binsBetween(Math.min(day, drag.startDay), Math.max(day, drag.startDay), bin) - 1;
  return movedWindow(drag.window, bin, forward ? steps : -steps, bounds);
}
