import { useMemo } from 'react';
import type { Answer, Query } from '#core/query.ts';
import { extentOf, mapModelOf, placesOf } from '#drawings/map/map-picture.ts';
import { type MapAsk, mapQueries } from '#drawings/map/map-queries.ts';
import { isHot } from '#figures/map/map-model.ts';
import { useAsk, useEngineStatus } from '#state/engine-context.tsx';
import { useGround } from '#state/ground-store.ts';
import { useView } from '#state/use-view.ts';
import { useHotSpots } from '#views/map/use-hot-spots.ts';
import { alsoAsked, usePopulation } from '#views/map/use-population.ts';
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
  const ask = useMemo(
    (): MapAsk => ({ filter, mode, measure, cellZoom, bbox }),
    [filter, mode, measure, cellZoom, bbox],
  );
  const queries = useMemo(() => mapQueries(ask), [ask]);
  const [followers, later] = useApart(queries);
  const drawn = useAsk(followers);
  const marks = useAsk(later, later.length > 0);
  const late = later.length > 0 ? marks.data : undefined;
  const { data } = drawn;
  // A trend is not asked for anew at every step of a drag: it follows when the window is let go.
  const { hot, asked: tested } = useHotSpots({
    mode,
    filter: mode === 'trend' ? view.filter : filter,
    cellZoom,
    base,
  });
  const { population, asked: counted } = usePopulation(mode === 'rates', filter);
  const asked = isHot(mode) ? { ...tested, data: hot } : alsoAsked(drawn, counted);
  const answers = useMemo(
    (): readonly Answer[] => [...(data?.answers ?? []), ...(late?.answers ?? [])],
    [data, late],
  );
  const complete = (data?.complete ?? false) && (late?.complete ?? true);
  const { count } = counts;
  const model = useMemo(
    () => mapModelOf({ ask, answers, complete, hot, population, count, base }),
    [ask, answers, complete, hot, population, count, base],
  );
  const hotspots = useMemo(() => placesOf(model, base), [model, base]);
  const extent = extentOf(answers);
  return { model, hotspots, base, groundFailed: failed, extent, asked };
}
