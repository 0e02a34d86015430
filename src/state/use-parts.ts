import { useEffect, useState } from 'react';
import { afterFrame, draw, isHurried, whenHurried } from './unhurried.ts';

/**
 * How many of a long page's parts, from the top, are to be drawn by now: until the reader's first touch one more after each
 * frame, so that no part's layout, effects and questions hold up a gesture together with all others; from then on all, as in a tab that
 * nobody sees, which has no frames.
 */
export function useParts(all: number): number {
  const [drawn, setDrawn] = useState(() => (isHurried() || document.hidden ? all : 1));
  useEffect(() => {
    if (drawn >= all) return;
    const next = afterFrame(() => draw(() => setDrawn(drawn + 1)));
    const drawRest = () => setDrawn(all);
    const rest = whenHurried(drawRest);
    document.addEventListener('visibilitychange', drawRest);
    return () => {
      next();
      rest();
      document.removeEventListener('visibilitychange', drawRest);
    };
  }, [drawn, all]);
  return drawn;
}
