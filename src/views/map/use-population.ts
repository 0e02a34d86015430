import { useMemo } from 'react';
import type { EventFilter } from '#core/filter.ts';
import { lastYearOf, POPULATION, type Population, populationIn } from '#figures/map/rates.ts';
import { apiOptions } from '#state/queries.ts';
import { useQuery } from '#state/use-query.ts';

/** How a question stands, as cards show it. */
interface Asked {
  readonly error: Error | null;
  readonly refreshing: boolean;
  readonly retry: () => void;
}

/** The population that rates are taken of: of the year in which the chosen dates end, or the latest published. */
export function usePopulation(
  wanted: boolean,
  filter: Pick<EventFilter, 'to'>,
): { readonly population: Population | null; readonly asked: Asked } {
  const { data, error, isFetching, refetch } = useQuery({
    ...apiOptions('indicator', { id: POPULATION }),
    enabled: wanted,
  });
  const lastYear = lastYearOf(filter);
  const population = useMemo(
    () => (wanted && data ? populationIn(data, lastYear) : null),
    [wanted, data, lastYear],
  );
  return {
    population,
    asked: { error: wanted ? error : null, refreshing: wanted && isFetching, retry: () => void refetch() },
  };
}

/** Two questions that a figure needs both of. */
export function alsoAsked<First extends Asked & { readonly data: unknown }>(first: First, second: Asked) {
  return {
    ...first,
    error: first.error ?? second.error,
    data: second.error ? null : first.data,
    refreshing: first.refreshing || second.refreshing,
    retry: () => {
      first.retry();
      if (second.error) second.retry();
    },
  };
}
