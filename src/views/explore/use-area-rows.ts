import { useEffect, useMemo } from 'react';
import type { KnownArea } from '#core/query.ts';
import { useAsk } from '#state/engine-context.tsx';
import { hover } from '#state/hover-store.ts';
import { areaQueries, rowsIn } from './area-queries.ts';
import { useExploreStore } from './explore-store.ts';
import { useShownFilter } from './surrounding.tsx';

/** Rows of the newest events known no finer than some areas; null while they are asked for, and where that failed. */
export function useAreaRows(within: readonly KnownArea[]): {
  readonly rows: readonly number[] | null;
  readonly error: Error | null;
  readonly retry: () => void;
} {
  const filter = useShownFilter();
  const queries = useMemo(() => areaQueries(filter, within), [filter, within]);
  const { data, refreshing, error, retry } = useAsk(queries, within.length > 0);
  return useMemo(() => {
    if (within.length === 0) return { rows: [], error: null, retry };
    return { rows: data && !refreshing && !error ? rowsIn(data.answers) : null, error, retry };
  }, [data, refreshing, error, retry, within]);
}

/** Marks the events of a region or zone pointed at on the map in the other panes. */
export function PointedArea(): null {
  const within = useExploreStore(({ pointed }) => pointed);
  const { rows } = useAreaRows(within);
  useEffect(() => {
    if (within.length > 0 && rows) hover('map', rows);
  }, [within, rows]);
  return null;
}
