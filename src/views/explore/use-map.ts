import { useMemo } from 'react';
import type { Answer } from '#core/query.ts';
import { hotspotList } from '#figures/map/map-hotspots.ts';
import { buildMapModel } from '#figures/map/map-model.ts';
import { useAsk } from '#state/engine-context.tsx';
import { useView } from '#state/use-view.ts';
import { useGround } from '#views/map/geo-store.ts';
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
  const asked = useAsk(queries);
  const { data } = asked;
  const model = useMemo(() => {
    const answers: readonly Answer[] = data?.answers ?? [];
    const [cells = null, faintCells = null] = ofKind(answers, 'cells');
    const [points = null, faintPoints = null] = ofKind(answers, 'points');
    const [regions = null] = ofKind(answers, 'facet');
    const input = { mode, measure, cells, faintCells, points, faintPoints, regions };
    return buildMapModel({
      ...input,
      count: counts.count,
      adm1: base?.adm1 ?? null,
      zones: base?.zones ?? [],
    });
  }, [data, mode, measure, counts.count, base]);
  const hotspots = useMemo(() => hotspotList(model, base?.places ?? []), [model, base]);
  const extent = ofKind(data?.answers ?? [], 'extent')[0]?.bbox ?? null;
  return { model, hotspots, base, groundFailed: failed, extent, asked };
}
