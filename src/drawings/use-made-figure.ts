import { keepPreviousData, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
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
  const { data, error, refetch, isFetching, isPlaceholderData } = useQuery({
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
  const key = `${ref.figure} ${ref.address}`;
  const shown = useRef<string | null>(null);
  if (data && !isPlaceholderData) shown.current = key;
  const isOther = shown.current !== key;
  // One of another address does not outlast the failure of the next, nor come back while that is tried again.
  if (error && isOther) shown.current = null;
  const kept = !isPlaceholderData || shown.current !== null;
  return { data: kept ? data : undefined, error, refetch, isFetching, behind: isPlaceholderData && isOther };
}
