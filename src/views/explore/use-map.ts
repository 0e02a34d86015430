import { useMemo } from 'react';
import type { Answer, Query } from '#core/query.ts';
import { extentOf, mapModelOf, placesOf } from '#drawings/map/map-picture.ts';
import { mapQueries } from '#drawings/map/map-queries.ts';
import { isHot } from '#figures/map/map-model.ts';
import { useAsk, useEngineStatus } from '#state/engine-context.tsx';
import { useGround } from '#state/ground-store.ts';
import { useView } from '#state/use-view.ts';
import { useHotSpots } from '#views/map/use-hot-spots.ts';
import { useExploreStore } from './explore-store.ts';
import { type Counts, useShownFilter } from './use-explore.ts';

/**
 * Where the server answers, bodies follow a brush from tiles held here at once, while single marks come when it rests: they are
 * asked apart, so that none waits for the other. Elsewhere all is one batch.
 */
function useApart(
  queries: readonly Query[],
): readonly [followers: readonly Query[], later: readonly Query[]] {
  const status = useEngineStatus();
  const apart = status.state === 'ready' && status.ranOn === 'server';
  return useMemo(() => {
    const isLate = ({ kind }: Query): boolean => kind === 'points' || kind === 'extent';
    return apart && !queries.every(isLate)
      ? [queries.filter((query) => !isLate(query)), queries.filter(isLate)]
      : [queries, []];
  }, [queries, apart]);
}

/** The map's model and hotspots for what is shown, and how its question stands. */
export function useMap(counts: Counts) {
  const { view } = useView();
  const filter = useShownFilter();
  const { base, failed } = useGround();
  const { cellZoom, bbox } = useExploreStore();
  const { mapMode: mode, measure } = view;
  const queries = useMemo(
    () => mapQueries({ filter, mode, measure, cellZoom, bbox }),
    [filter, mode, measure, cellZoom, bbox],
  );
  const [followers, later] = useApart(queries);
  const drawn = useAsk(followers);
  const marks = useAsk(later, later.length > 0);
  const lateAnswers = later.length > 0 ? marks.data?.answers : undefined;
  const { data } = drawn;
  // A trend is not asked for anew at every step of a drag: it follows when the window is let go.
  const { hot, asked: tested } = useHotSpots({
    mode,
    filter: mode === 'trend' ? view.filter : filter,
    cellZoom,
    base,
  });
  const asked = isHot(mode) ? { ...tested, data: hot } : drawn;
  const answers = useMemo(
    (): readonly Answer[] => [...(data?.answers ?? []), ...(lateAnswers ?? [])],
    [data, lateAnswers],
  );
  const { count } = counts;
  const model = useMemo(
    () => mapModelOf({ mode, measure, answers, hot, count, base }),
    [mode, measure, answers, hot, count, base],
  );
  const hotspots = useMemo(() => placesOf(model, base), [model, base]);
  const extent = extentOf(answers);
  return { model, hotspots, base, groundFailed: failed, extent, asked };
}
