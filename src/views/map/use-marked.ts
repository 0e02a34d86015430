import { useEffect, useRef } from 'react';
import type { Hotspot } from '#figures/map/map-hotspots.ts';

/** Tells the page which hotspot is pointed at, once for each change. */
export function useMarked(
  shown: Hotspot | null,
  onMark: ((hotspot: Hotspot | null) => void) | undefined,
): void {
  const tell = useRef(onMark);
  tell.current = onMark;
  const latest = useRef(shown);
  latest.current = shown;
  const key = shown?.key ?? null;
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (told.current === key) return;
    told.current = key;
    tell.current?.(latest.current);
  }, [key]);
  // A map that is left points at nothing, though what it told may outlive it.
  useEffect(
    () => () => {
      if (told.current !== null) tell.current?.(null);
      told.current = null;
    },
    [],
  );
}

/** Escape dismisses what a pointer brought up, wherever the focus is. */
export function useEscape(active: boolean, dismiss: () => void): void {
  const run = useRef(dismiss);
  run.current = dismiss;
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') run.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [active]);
}
