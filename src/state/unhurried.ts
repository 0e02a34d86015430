import { startTransition, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { onFirstGesture } from './first-gesture.ts';

let touched = false;
const listeners = new Set<() => void>();

if (typeof window !== 'undefined')
  onFirstGesture(() => {
    touched = true;
    for (const listener of listeners) listener();
  });

/** Lets gestures through between two pieces of work. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Begins what many parts of a page begin together: until the first touch each in a turn of its own, from then on at once. */
export function inTurn<T>(begin: () => Promise<T>): Promise<T> {
  return touched ? begin() : nextTurn().then(begin);
}

/** Calls back once the frame under way is laid out and drawn; returns what takes that back. */
export function afterFrame(listener: () => void): () => void {
  let timer = 0;
  const request = requestAnimationFrame(() => {
    timer = window.setTimeout(listener, 0);
  });
  return () => {
    cancelAnimationFrame(request);
    clearTimeout(timer);
  };
}

/** Whether the reader has touched the page. */
export const isHurried = (): boolean => touched;

/** Draws a change that no gesture asked for: in slices until the first touch, from then on at once. */
export function draw(change: () => void): void {
  if (touched) change();
  else startTransition(change);
}

/** Resolves at the first touch, or when the page has rested for so long. */
export function whenTouchedOrAfter(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    if (touched) resolve();
    const timer = setTimeout(resolve, milliseconds);
    whenHurried(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Resolves when the browser has nothing else to do, or after so many milliseconds. */
export function whenIdle(timeout: number): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout });
    else setTimeout(resolve, 100);
  });
}

/** Calls back at the first touch; returns what takes that back. */
export function whenHurried(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * A store outside React as `useSyncExternalStore` reads it, with one difference: until the reader first touches the page nothing
 * answers a gesture, so React may draw what has arrived in slices that let the first gesture through, and skip what the next
 * arrival replaces. From then on, at once.
 */
export function useArrivals<T>(subscribe: (listener: () => void) => () => void, read: () => T): T {
  const [shown, show] = useState(read);
  const reader = useRef(read);
  useEffect(() => {
    reader.current = read;
    // What came between drawing and now, or is read in another way since.
    if (!touched && !Object.is(read(), shown)) draw(() => show(read));
  });
  // The first touch changes nothing by itself: neither is the page drawn for it, nor a question left alone for a moment.
  const listen = useCallback(
    (listener: () => void) =>
      subscribe(() => {
        if (touched) listener();
        else draw(() => show(() => reader.current()));
      }),
    [subscribe],
  );
  return useSyncExternalStore(listen, () => (touched ? read() : shown));
}
