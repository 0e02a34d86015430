import { useMemo } from 'react';
import { type EventFilter, withoutDimension } from '#core/filter.ts';
import type { Measure } from '#core/measure.ts';
import type { PlacePrecision } from '#core/place.ts';
import type { Answer, CountAnswer, Query } from '#core/query.ts';
import type { MapMode } from '#core/view.ts';
import { hotspotList } from '#figures/map/map-hotspots.ts';
import { buildMapModel, isHot } from '#figures/map/map-model.ts';
import { useAsk } from '#state/engine-context.tsx';
import { useGround } from '#state/ground-store.ts';
import { useHotSpots } from '#views/map/use-hot-spots.ts';

type Ask = {
  readonly filter: EventFilter;
  readonly mode: MapMode;
  readonly measure: Measure;
  readonly cellZoom: number;
  readonly count: CountAnswer | null;
};

/** Levels whose single events a mode draws over its cells or regions. */
const LEVELS: Partial<Record<MapMode, readonly PlacePrecision[]>> = { cells: [4, 5], regions: [5] };
const MOST_POINTS = 4000;

function queriesOf({ filter, mode, measure, cellZoom }: Ask): readonly Query[] {
  const points = (of: EventFilter): Query => ({
    kind: 'points',
    filter: of,
    viewport: null,
    precisions: LEVELS[mode] ?? [],
    limit: MOST_POINTS,
  });
  const cells = (of: EventFilter): Query => ({
    kind: 'cells',
    filter: of,
    zoom: cellZoom,
    viewport: null,
    measure,
  });
  if (isHot(mode)) return [];
  const all = withoutDimension(filter, 'time');
  const dated = filter.from !== null || filter.to !== null;
  if (mode === 'cells') return [points(filter), cells(filter), ...(dated ? [cells(all)] : [])];
  if (mode === 'regions') return [points(filter), { kind: 'facet', filter, dimension: 'adm1', measure }];
  return dated ? [points(filter), points(all)] : [points(filter)];
}

const ofKind = <K extends Answer['kind']>(answers: readonly Answer[], kind: K) =>
  answers.filter((answer): answer is Extract<Answer, { kind: K }> => answer.kind === kind);

/** The country's map without pixels. */
export function useCountryMap(ask: Ask) {
  const { base } = useGround();
  const { filter, mode, measure, cellZoom, count } = ask;
  const queries = useMemo(
    () => queriesOf({ filter, mode, measure, cellZoom, count: null }),
    [filter, mode, measure, cellZoom],
  );
  const drawn = useAsk(queries);
  const { hot, asked: tested } = useHotSpots({ mode, filter, cellZoom, base });
  const asked = isHot(mode) ? { ...tested, data: hot } : drawn;
  const { data } = drawn;
  const model = useMemo(() => {
    const answers: readonly Answer[] = data?.answers ?? [];
    const [cells = null, faintCells = null] = ofKind(answers, 'cells');
    const [points = null, faintPoints = null] = ofKind(answers, 'points');
    const [regions = null] = ofKind(answers, 'facet');
    const adm1 = base?.adm1 ?? null;
    const input = { mode, measure, cells, faintCells, points, faintPoints, regions };
    return buildMapModel({ ...input, hot, count, adm1 });
  }, [data, mode, measure, hot, count, base]);
  const hotspots = useMemo(() => hotspotList(model, base?.places ?? []), [model, base]);
  return { model, hotspots, base, asked };
}
