import { useDeferredValue, useSyncExternalStore } from 'react';
import { onFirstGesture } from './first-gesture.ts';

let touched = false;
const listeners = new Set<() => void>();

if (typeof window !== 'undefined')
  onFirstGesture(() => {
    touched = true;
    for (const listener of listeners) listener();
  });

/** Whether the reader has touched the page. */
export const isHurried = (): boolean => touched;

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

/** Calls back at the first touch; returns what takes that back. */
export function whenHurried(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * What has arrived, drawn when there is time: until the reader first touches the page nothing answers a gesture, so React may
 * draw in slices that let the first gesture through, and skip what the next arrival replaces. From then on, at once.
 */
export function useUnhurried<T>(arrived: T): T {
  const settled = useDeferredValue(arrived);
  const hurried = useSyncExternalStore(whenHurried, isHurried);
  return hurried ? arrived : settled;
}
