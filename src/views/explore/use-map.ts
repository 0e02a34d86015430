import { useCallback, useMemo } from 'react';
import type { EventFilter } from '#core/filter.ts';
import { hotFormOf, isHot, type View } from '#core/view.ts';
import { extentOf, mapModelOf, type PictureInput, placesOf } from '#drawings/map/map-picture.ts';
import { isLate, type MapAsk, mapQueries } from '#drawings/map/map-queries.ts';
import { countedMap, type MapModel } from '#figures/map/map-model.ts';
import { shownAnswers, useAskAhead, useAskApart } from '#state/ask-apart.ts';
import { useGround } from '#state/ground-store.ts';
import { useView } from '#state/use-view.ts';
import { useHotSpots } from '#views/map/use-hot-spots.ts';
import { alsoAsked, usePopulation } from '#views/map/use-population.ts';
import { useExploreStore } from './explore-store.ts';
import { useShownFilter } from './surrounding.tsx';
import type { Counts } from './use-explore.ts';

/** What a model is made of, what matches apart: that is counted for the card's words, not for the canvas. */
type Drawn = Omit<PictureInput, 'count'>;

let lastMade: { readonly input: Drawn; readonly model: MapModel } | null = null;

const sameEach = (a: object, b: object): boolean =>
  Object.entries(a).every(([key, value]) => Reflect.get(b, key) === value);

/** The card's words and the canvas ask for the same model, which is made once. */
function modelOf(input: Drawn): MapModel {
  const { ask, answers, ...rest } = input;
  const last = lastMade?.input;
  if (
    lastMade &&
    last &&
    sameEach(rest, last) &&
    sameEach(ask, last.ask) &&
    answers.length === last.answers.length &&
    sameEach(answers, last.answers)
  )
    return lastMade.model;
  const model = mapModelOf({ ...input, count: null });
  lastMade = { input, model };
  return model;
}

/** The map's model for what is shown, and how its question stands. */
export function useMapModel() {
  const { view } = useView();
  const filter = useShownFilter();
  const { base, failed } = useGround();
  const cellZoom = useExploreStore((state) => state.cellZoom);
  const bbox = useExploreStore((state) => state.bbox);
  const { mapMode: mode, measure } = view;
  const ask = useMemo(
    (): MapAsk => ({ filter, fitted: view.filter, mode, measure, cellZoom, bbox }),
    [filter, view.filter, mode, measure, cellZoom, bbox],
  );
  const queries = useMemo(() => mapQueries(ask), [ask]);
  const drawn = useAskApart(queries, isLate);
  // A trend is not asked for anew at every step of a drag: it follows when the window is let go.
  const { hot, asked: tested } = useHotSpots({
    mode,
    filter: isHot(mode) && hotFormOf(mode).view === 'trend' ? view.filter : filter,
    cellZoom,
    base,
  });
  const { population, asked: counted } = usePopulation(mode === 'rates', filter);
  const asked = isHot(mode)
    ? { ...tested, data: hot, behind: tested.behind || drawn.behind }
    : alsoAsked({ ...drawn, data: shownAnswers(drawn) }, counted);
  const { answers, complete } = drawn;
  const model = useMemo(
    () => modelOf({ ask, answers, complete, hot, population, base }),
    [ask, answers, complete, hot, population, base],
  );
  // A map of hot spots is fitted once they are tested, for they may lie where no event does.
  const untested = isHot(mode) && hot === null && tested.error === null && !failed;
  const extent = useMemo(
    () => (untested ? null : extentOf(answers, base, model.hot)),
    [untested, answers, base, model.hot],
  );
  return { model, base, groundFailed: failed, extent, asked };
}

/** The same with what matches counted, and with the places that can be pointed at. */
export function useMap({ count }: Pick<Counts, 'count'>) {
  const map = useMapModel();
  const { base } = map;
  const model = useMemo(() => countedMap(map.model, count), [map.model, count]);
  const hotspots = useMemo(() => placesOf(map.model, base), [map.model, base]);
  return { ...map, model, hotspots };
}

/** Has the map of a changed filter or a dragged window answered before it is shown; once on the screen. */
export function useMapAskedAhead(): void {
  const cellZoom = useExploreStore((state) => state.cellZoom);
  const bbox = useExploreStore((state) => state.bbox);
  useAskAhead(
    useCallback(
      (filter: EventFilter, { filter: fitted, mapMode: mode, measure }: View) =>
        mapQueries({ filter, fitted, mode, measure, cellZoom, bbox }),
      [cellZoom, bbox],
    ),
    isLate,
  );
}
