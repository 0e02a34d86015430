import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type FigureRef, figureAddress, openFigureRef } from '#core/figure-ref.ts';
import type { View } from '#core/view.ts';
import { drawContext } from '#drawings/draw-context.ts';
import { makeFigure } from '#drawings/draw-figure.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useEngine } from '#state/engine-context.tsx';

/** The figure of an embed, made anew for what its reader moves: the map's camera, the timeline's window and axis. */
export function useEmbed(given: FigureRef) {
  const engine = useEngine();
  const client = useQueryClient();
  const i18n = useI18n();
  const [ref, setRef] = useState(given);
  const made = useQuery({
    queryKey: ['figure', i18n.lang, ref.figure, ref.address],
    queryFn: async () =>
      makeFigure(ref, await drawContext({ engine, client, i18n, origin: location.origin })),
    placeholderData: keepPreviousData,
    retry: false,
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const change = (part: Partial<View> | ((view: View) => Partial<View>)) =>
    setRef((now) => {
      const { page, id, view, part: chart } = openFigureRef(now);
      const next = typeof part === 'function' ? part(view) : part;
      return { ...now, address: figureAddress(page, id, { ...view, ...next }, chart) };
    });
  return { made, open: openFigureRef(ref), change };
}
