import { useCallback, useEffect, useRef, useState } from 'react';

/** Time between two steps, ms. */
const PACE = 700;

/** True where the reader asked for less motion. */
export function prefersStill(): boolean {
  return globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
}

/** The button stops by its own click; were its press heard here, the click would start anew. */
const isPlayButton = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-play]') !== null;

/**
 * Steps at a calm pace until `step` returns false or anything is pressed, then calls `stopped` once. Nothing plays by
 * itself.
 */
export function usePlay(step: () => boolean, stopped: () => void) {
  const [playing, setPlaying] = useState(false);
  const acts = useRef({ step, stopped });
  acts.current = { step, stopped };
  const stop = useCallback(() => {
    setPlaying((was) => {
      if (was) queueMicrotask(() => acts.current.stopped());
      return false;
    });
  }, []);
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      if (!acts.current.step()) stop();
    }, PACE);
    const inputs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
    const heard = (event: Event): void => {
      if (!isPlayButton(event.target)) stop();
    };
    for (const input of inputs) document.addEventListener(input, heard, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const input of inputs) document.removeEventListener(input, heard, { capture: true });
    };
  }, [playing, stop]);
  return { playing, play: () => setPlaying(true), stop };
}
