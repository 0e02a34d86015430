import { useMemo } from 'react';
import { extentOf, mapModelOf, placesOf } from '#drawings/map/map-picture.ts';
import { isLate, type MapAsk, mapQueries } from '#drawings/map/map-queries.ts';
import { isHot } from '#figures/map/map-model.ts';
import { shownAnswers, useAskApart } from '#state/ask-apart.ts';
import { useGround } from '#state/ground-store.ts';
import { useView } from '#state/use-view.ts';
import { useHotSpots } from '#views/map/use-hot-spots.ts';
import { alsoAsked, usePopulation } from '#views/map/use-population.ts';
import { useExploreStore } from './explore-store.ts';
import { type Counts, useShownFilter } from './use-explore.ts';

/** The map's model and hotspots for what is shown, and how its question stands. */
export function useMap(counts: Counts) {
  const { view } = useView();
  const filter = useShownFilter();
  const { base, failed } = useGround();
  const cellZoom = useExploreStore((state) => state.cellZoom);
  const bbox = useExploreStore((state) => state.bbox);
  const { mapMode: mode, measure } = view;
  const ask = useMemo(
    (): MapAsk => ({ filter, mode, measure, cellZoom, bbox }),
    [filter, mode, measure, cellZoom, bbox],
  );
  const queries = useMemo(() => mapQueries(ask), [ask]);
  const drawn = useAskApart(queries, isLate);
  // A trend is not asked for anew at every step of a drag: it follows when the window is let go.
  const { hot, asked: tested } = useHotSpots({
    mode,
    filter: mode === 'trend' ? view.filter : filter,
    cellZoom,
    base,
  });
  const { population, asked: counted } = usePopulation(mode === 'rates', filter);
  const asked = isHot(mode)
    ? { ...tested, data: hot }
    : alsoAsked({ ...drawn, data: shownAnswers(drawn) }, counted);
  const { answers, complete } = drawn;
  const { count } = counts;
  const model = useMemo(
    () => mapModelOf({ ask, answers, complete, hot, population, count, base }),
    [ask, answers, complete, hot, population, count, base],
  );
  const hotspots = useMemo(() => placesOf(model, base), [model, base]);
  const extent = extentOf(answers);
  return { model, hotspots, base, groundFailed: failed, extent, asked };
}
