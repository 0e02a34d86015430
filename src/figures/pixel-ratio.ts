import { useSyncExternalStore } from 'react';

/**
 * Calls back each time a pixel of the page comes to be another number of the screen's: the window moved to another screen, or the
 * page was enlarged. Returns what ends it.
 */
export function onPixelRatio(changed: () => void): () => void {
  const over = new AbortController();
  const listen = () => {
    const list = globalThis.matchMedia?.(`(resolution: ${devicePixelRatio}dppx)`);
    list?.addEventListener('change', heard, { once: true, signal: over.signal });
  };
  const heard = () => {
    listen();
    changed();
  };
  listen();
  return () => over.abort();
}

/** Pixels of the screen to one of the page, followed as it changes. */
export function usePixelRatio(): number {
  return useSyncExternalStore(onPixelRatio, () => globalThis.devicePixelRatio || 1);
}
