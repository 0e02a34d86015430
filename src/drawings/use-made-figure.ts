import { keepPreviousData, useQueryClient } from '@tanstack/react-query';
import { type FigureRef, openFigureRef } from '#core/figure-ref.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useEngine, useEngineValue } from '#state/engine-context.tsx';
import { useQuery } from '#state/use-query.ts';
import { contextFor } from './draw-context.ts';
import { makeFigure } from './draw-figure.ts';

/** A figure of a page or an embed as its maker gives it; the one before stays while the next is made. */
export function useMadeFigure(ref: FigureRef) {
  const engine = useEngine();
  const client = useQueryClient();
  const i18n = useI18n();
  const version = useEngineValue((status) => (status.state === 'ready' ? status.dataVersion : ''));
  return useQuery({
    queryKey: ['figure', i18n.lang, version, ref.figure, ref.address],
    queryFn: async () =>
      makeFigure(
        ref,
        await contextFor(openFigureRef(ref), { engine, client, i18n, origin: location.origin }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
