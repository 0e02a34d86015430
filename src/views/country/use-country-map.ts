import { useMemo } from 'react';
import type { EventFilter } from '#core/filter.ts';
import type { Measure } from '#core/measure.ts';
import type { CountAnswer } from '#core/query.ts';
import { isHot, type MapMode } from '#core/view.ts';
import { mapModelOf, placesOf } from '#drawings/map/map-picture.ts';
import { isLate, type MapAsk, mapQueries } from '#drawings/map/map-queries.ts';
import type { MapSight } from '#drawings/map/map-sight.ts';

import { shownAnswers, useAskApart } from '#state/ask-apart.ts';
import { useGround } from '#state/ground-store.ts';
import { useHotSpots } from '#views/map/use-hot-spots.ts';

type Ask = {
  readonly filter: EventFilter;
  readonly mode: MapMode;
  readonly measure: Measure;
  readonly sight: MapSight;
  readonly count: CountAnswer | null;
};

/** The country's map without pixels. */
export function useCountryMap({ filter, mode, measure, sight, count }: Ask) {
  const { base } = useGround();
  const { cellZoom, bbox } = sight;
  const ask = useMemo(
    (): MapAsk => ({ filter, mode, measure, cellZoom, bbox }),
    [filter, mode, measure, cellZoom, bbox],
  );
  const queries = useMemo(() => mapQueries(ask), [ask]);
  const drawn = useAskApart(queries, isLate);
  const { hot, asked: tested } = useHotSpots({ mode, filter, cellZoom, base });
  const { answers, complete } = drawn;
  const asked = isHot(mode) ? { ...tested, data: hot } : { ...drawn, data: shownAnswers(drawn) };
  const model = useMemo(
    () =>
      mapModelOf({
        ask,
        answers,
        complete,
        ...{ hot, population: null, count, base },
      }),
    [answers, complete, ask, hot, count, base],
  );
  const hotspots = useMemo(() => placesOf(model, base), [model, base]);
  return { model, hotspots, base, asked };
}
