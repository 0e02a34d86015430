import { useEffect, useMemo } from 'react';
import { areaKey, MOST_WITHIN } from '#core/area.ts';
import type { EventFilter } from '#core/filter.ts';
import type { KnownArea, PageQuery } from '#core/query.ts';
import { useAsk } from '#state/engine-context.tsx';
import { hover } from '#state/hover-store.ts';
import { useExploreStore } from './explore-store.ts';
import { useShownFilter } from './surrounding.tsx';

/** At most as many rows as one call of the service gives. */
export const MOST_LISTED = 200;

/** The newest events of some areas under a filter. */
function eventsIn(filter: EventFilter, areas: readonly KnownArea[]): PageQuery {
  const within = [...new Set(areas.map(areaKey))].slice(0, MOST_WITHIN);
  return { kind: 'page', filter, within, sort: 'newest', offset: 0, limit: MOST_LISTED };
}

/** Rows of the newest events known no finer than some areas; null while they are asked for, and where that failed. */
export function useAreaRows(
  filter: EventFilter,
  areas: readonly KnownArea[],
): {
  readonly rows: readonly number[] | null;
  readonly error: Error | null;
  readonly retry: () => void;
} {
  const queries = useMemo(() => [eventsIn(filter, areas)] as const, [filter, areas]);
  const { data, refreshing, error, retry } = useAsk(queries, areas.length > 0);
  return useMemo(() => {
    if (areas.length === 0) return { rows: [], error: null, retry };
    return { rows: data && !refreshing && !error ? data.answers[0].rows : null, error, retry };
  }, [data, refreshing, error, retry, areas]);
}

/** Marks the events of a region or zone pointed at on the map in the other panes. */
export function PointedArea(): null {
  const areas = useExploreStore(({ pointed }) => pointed);
  const { rows } = useAreaRows(useShownFilter(), areas);
  useEffect(() => {
    if (areas.length > 0 && rows) hover('map', rows);
  }, [areas, rows]);
  return null;
}
