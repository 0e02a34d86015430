import { useState } from 'react';
import { type FigureRef, figureAddress, openFigureRef } from '#core/figure-ref.ts';
import type { View } from '#core/view.ts';
import { useMadeFigure } from '#drawings/use-made-figure.ts';

/** The figure of an embed, made anew for what its reader moves: the map's camera, the timeline's window and axis. */
export function useEmbed(given: FigureRef) {
  const [ref, setRef] = useState(given);
  const made = useMadeFigure(ref);
  const change = (part: Partial<View> | ((view: View) => Partial<View>)) =>
    setRef((now) => {
      const { page, id, view, part: chart } = openFigureRef(now);
      const next = typeof part === 'function' ? part(view) : part;
      return { ...now, address: figureAddress(page, id, { ...view, ...next }, chart) };
    });
  return { made, open: openFigureRef(ref), change };
}
