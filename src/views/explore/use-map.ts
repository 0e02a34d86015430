import { useMemo } from 'react';
import type { Answer, Query } from '#core/query.ts';
import { mapQueries } from '#drawings/map/map-queries.ts';
import { hotspotList } from '#figures/map/map-hotspots.ts';
import { buildMapModel, isHot } from '#figures/map/map-model.ts';
import { useAsk, useEngineStatus } from '#state/engine-context.tsx';
import { useGround } from '#state/ground-store.ts';
import { useView } from '#state/use-view.ts';
import { useHotSpots } from '#views/map/use-hot-spots.ts';
import { useExploreStore } from './explore-store.ts';
import { type Counts, useShownFilter } from './use-explore.ts';

const ofKind = <K extends Answer['kind']>(answers: readonly Answer[], kind: K) =>
  answers.filter((answer): answer is Extract<Answer, { kind: K }> => answer.kind === kind);

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
  const model = useMemo(() => {
    const answers: readonly Answer[] = [...(data?.answers ?? []), ...(lateAnswers ?? [])];
    const [cells = null, faintCells = null] = ofKind(answers, 'cells');
    const [points = null, faintPoints = null] = ofKind(answers, 'points');
    const [regions = null] = ofKind(answers, 'facet');
    const input = { mode, measure, cells, faintCells, points, faintPoints, regions };
    return buildMapModel({
      ...input,
      hot,
      count: counts.count,
      adm1: base?.adm1 ?? null,
      zones: base?.zones ?? [],
    });
  }, [data, lateAnswers, mode, measure, hot, counts.count, base]);
  const hotspots = useMemo(() => hotspotList(model, base?.places ?? []), [model, base]);
  const extent = ofKind([...(data?.answers ?? []), ...(lateAnswers ?? [])], 'extent')[0]?.bbox ?? null;
  return { model, hotspots, base, groundFailed: failed, extent, asked };
}
