import type { EventFilter } from '#core/filter.ts';
import type { Measure } from '#core/measure.ts';
import type { CountQuery, EventSort, PageQuery } from '#core/query.ts';
import { facetQuery } from '#drawings/counts.ts';

/** Rows that one "load more" brings. */
export const FEED_STEP = 50;
/** A list that waits so long, ms, for the next one is shown to be waiting. */
export const LATE_MS = 300;

type CountQueries = ReturnType<typeof makeCountQueries>;
const countQueriesOf = new WeakMap<EventFilter, Map<Measure, CountQueries>>();

/** Total and facet counts of the filter panel, in the order `useCounts` reads them. The same array for the same filter. */
export function countQueries(filter: EventFilter, measure: Measure): CountQueries {
  const known = countQueriesOf.get(filter) ?? new Map<Measure, CountQueries>();
  countQueriesOf.set(filter, known);
  const queries = known.get(measure) ?? makeCountQueries(filter, measure);
  known.set(measure, queries);
  return queries;
}

function makeCountQueries(filter: EventFilter, measure: Measure) {
  const count: CountQuery = { kind: 'count', filter, measure };
  return [
    count,
    facetQuery(filter, 'country'),
    facetQuery(filter, 'adm1'),
    facetQuery(filter, 'kind'),
    facetQuery(filter, 'substance'),
    facetQuery(filter, 'group'),
    facetQuery(filter, 'source'),
    facetQuery(filter, 'precision'),
    facetQuery(filter, 'reported'),
    facetQuery(filter, 'datePrecision'),
  ] as const;
}

/** One page of the feed, from its start. */
export function feedQuery(filter: EventFilter, sort: EventSort, limit: number): PageQuery {
  return { kind: 'page', filter, sort, offset: 0, limit };
}
