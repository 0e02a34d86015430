import { useCallback, useEffect, useRef, useState } from 'react';

/** Time between two steps, ms. */
const PACE = 700;

/** True where the reader asked for less motion. */
export function prefersStill(): boolean {
  return globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
}

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
    for (const input of inputs) document.addEventListener(input, stop, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const input of inputs) document.removeEventListener(input, stop, { capture: true });
    };
  }, [playing, stop]);
  return { playing, play: () => setPlaying(true), stop };
}
