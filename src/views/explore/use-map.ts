import { useMemo } from 'react';
import type { Answer } from '#core/query.ts';
import { hotspotList } from '#figures/map/map-hotspots.ts';
import { buildMapModel, isHot } from '#figures/map/map-model.ts';
import { useAsk } from '#state/engine-context.tsx';
import { useView } from '#state/use-view.ts';
import { useGround } from '#views/map/geo-store.ts';
import { useHotSpots } from '#views/map/use-hot-spots.ts';
import { useExploreStore } from './explore-store.ts';
import { mapQueries } from './map-queries.ts';
import { type Counts, useShownFilter } from './use-explore.ts';

const ofKind = <K extends Answer['kind']>(answers: readonly Answer[], kind: K) =>
  answers.filter((answer): answer is Extract<Answer, { kind: K }> => answer.kind === kind);

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
  const drawn = useAsk(queries);
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
    const answers: readonly Answer[] = data?.answers ?? [];
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
  }, [data, mode, measure, hot, counts.count, base]);
  const hotspots = useMemo(() => hotspotList(model, base?.places ?? []), [model, base]);
  const extent = ofKind(data?.answers ?? [], 'extent')[0]?.bbox ?? null;
  return { model, hotspots, base, groundFailed: failed, extent, asked };
}
