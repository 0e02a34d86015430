import { type EventFilter, withoutDimension } from '#core/filter.ts';
import type { Measure } from '#core/measure.ts';
import type { CountQuery, EventSort, FacetQuery, PageQuery } from '#core/query.ts';

/** Rows that one "load more" brings. */
export const FEED_STEP = 50;

const facet = (filter: EventFilter, dimension: FacetQuery['dimension']): FacetQuery => ({
  kind: 'facet',
  filter,
  dimension,
  measure: 'count',
});

/** Total and facet counts of the filter panel, in the order `useCounts` reads them. */
export function countQueries(filter: EventFilter, measure: Measure) {
  const count: CountQuery = { kind: 'count', filter, measure };
  return [
    count,
    facet(filter, 'country'),
    facet(filter, 'adm1'),
    facet(filter, 'kind'),
    facet(filter, 'substance'),
    facet(filter, 'group'),
    facet(filter, 'source'),
    facet(filter, 'precision'),
    facet(filter, 'reported'),
  ] as const;
}

/** One page of the feed, from its start. */
export function feedQuery(filter: EventFilter, sort: EventSort, limit: number): PageQuery {
  return { kind: 'page', filter, sort, offset: 0, limit };
}

/** Everything but the dates: what a chart over time and the faint rest of the map are asked for. */
export function timeless(filter: EventFilter): EventFilter {
  return withoutDimension(filter, 'time');
}
