import type { EventFilter } from '#core/filter.ts';
import type { Measure } from '#core/measure.ts';
import type { CountAnswer, CountQuery, FacetAnswer, FacetQuery } from '#core/query.ts';

/** Events by value; `soFar` where they were counted from the rows so far. */
export type FacetCounts = ReadonlyMap<string, number> & { readonly soFar?: boolean };

/** Events of some values together; null while that is not known, which is not 0: where no row so far has one, the next may. */
export function eventsIn(counts: FacetCounts | null, keys: readonly string[]): number | null {
  const events = keys.reduce((sum, key) => sum + (counts?.get(key) ?? 0), 0);
  return counts === null || (events === 0 && counts.soFar) ? null : events;
}

/** What the words of a figure over events say about their number, where they are and who reports them. */
export interface Counted {
  readonly count: CountAnswer | null;
  /** Null while they are awaited, which is not the same as none. */
  readonly facets: Readonly<Record<'country' | 'adm1', FacetCounts | null>>;
  /** Sources behind what is shown, weightiest first. */
  readonly sourcesShown: readonly string[];
}

/** One count of events by a dimension. */
export function facetQuery(
  filter: EventFilter,
  dimension: FacetQuery['dimension'],
  measure: Measure = 'count',
): FacetQuery {
  return { kind: 'facet', filter, dimension, measure };
}

export const facetCounts = (answer: FacetAnswer): FacetCounts =>
  new Map(answer.values.map(({ key, total }) => [key, total.events]));

/** Who stands behind what is shown: of the chosen sources where some are chosen. */
export function sourcesShown(answer: FacetAnswer, filter: EventFilter): readonly string[] {
  const chosen = filter.sources;
  return answer.values.map(({ key }) => key).filter((key) => chosen.length === 0 || chosen.includes(key));
}

/** The questions behind `countedOf`. */
export function countedQueries(filter: EventFilter, measure: Measure) {
  const count: CountQuery = { kind: 'count', filter, measure };
  return [
    count,
    facetQuery(filter, 'country'),
    facetQuery(filter, 'adm1'),
    facetQuery(filter, 'source'),
  ] as const;
}

/** The answers to `countedQueries` as the words need them. */
export function countedOf(
  [count, country, adm1, source]: readonly [CountAnswer, FacetAnswer, FacetAnswer, FacetAnswer],
  filter: EventFilter,
): Counted {
  return {
    count,
    facets: { country: facetCounts(country), adm1: facetCounts(adm1) },
    sourcesShown: sourcesShown(source, filter),
  };
}
