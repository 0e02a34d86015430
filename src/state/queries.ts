import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { type EndpointName, endpointUrl, type Input, type Reply } from '#contract/endpoints.ts';
import type { CrimeEvent } from '#core/event.ts';
import { type EventFilter, writeFilter } from '#core/filter.ts';
import type { EventSort, Query } from '#core/query.ts';
import type { Lang } from '#core/view.ts';
import type { Engine, EngineStatus } from '#engine/engine.ts';
import { adm1Index } from './geo-files.ts';
import { pinnedInput } from './pinned-input.ts';
import { inTurn } from './unhurried.ts';

/** Which state of the data an answer belongs to: the version, and how much of it had arrived. */
export function dataKey(status: EngineStatus): string {
  if (status.state === 'ready') return status.dataVersion;
  if (status.state === 'loading') return `${status.dataVersion}:${status.rowsLoaded}`;
  return status.state;
}

const texts = new WeakMap<Query, string>();

/** What a question asks, as text: equal for equal questions, and made once for each object. */
export function queryText(query: Query): string {
  const known = texts.get(query) ?? JSON.stringify(query);
  texts.set(query, known);
  return known;
}

/** One batch of questions to the engine about one state of its data (`dataKey`). */
export function askOptions<const Q extends readonly Query[]>(engine: Engine, data: string, queries: Q) {
  return queryOptions({
    queryKey: ['ask', data, queries.map(queryText).join()],
    queryFn: ({ signal }) => engine.ask(queries, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
    retry: false,
    // Answers are plain numbers in arrays: comparing them deeply costs more than drawing them.
    structuralSharing: false,
    networkMode: 'always' as const,
  });
}

/** One call of the API, about the state of the data that the address pins. */
export function apiOptions<N extends EndpointName>(name: N, asked: Input = {}) {
  const input = pinnedInput(name, asked);
  return queryOptions({
    queryKey: ['api', name, input],
    queryFn: ({ signal }): Promise<Reply<N>> => inTurn(() => call(name, input, { signal })),
    staleTime: 5 * 60_000,
    gcTime: 60 * 60_000,
    networkMode: 'always' as const,
  });
}

/** Texts of the events that a page of row numbers names, in that order. */
export function eventRowsOptions(rows: readonly number[], dataVersion: string) {
  return queryOptions({
    queryKey: ['event-rows', dataVersion, rows.join(',')],
    queryFn: async ({ signal }): Promise<readonly CrimeEvent[]> => {
      if (rows.length === 0) return [];
      const numbers = { n: rows.join(','), limit: String(rows.length) };
      const page = await call('events', { ...numbers, ...versionInput(dataVersion) }, { signal });
      return page.rows;
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60 * 60_000,
    networkMode: 'always' as const,
  });
}

/** Row numbers mean something only within their own state of the data. */
function versionInput(dataVersion: string): Input {
  return /^\d{4}-\d{2}-\d{2}\.[0-9a-f]{4,16}$/.test(dataVersion) ? { asof: dataVersion } : {};
}

/** Parts of the filter that narrow articles. */
const ARTICLE_FILTERS = ['c', 'group', 'from', 'to', 'q', 'source'] as const;

/** Articles under the same filters, best match first when words are searched. */
export function articlesOptions(
  filter: EventFilter,
  options: { sort?: string; cursor?: string; limit?: number } = {},
) {
  const values = writeFilter(filter);
  const kept = Object.fromEntries(
    ARTICLE_FILTERS.flatMap((key) => (values[key] ? [[key, values[key]]] : [])),
  );
  return apiOptions('articles', {
    ...kept,
    sort: options.sort,
    cursor: options.cursor,
    limit: String(options.limit ?? 50),
  });
}

/** A few best matches of each kind for what is typed, titled in the reader's language where a record has more than one. */
export function searchOptions(text: string, lang: Lang) {
  return {
    ...apiOptions('search', { q: text, limit: '5', lang }),
    enabled: text.trim().length >= 2,
    staleTime: 60_000,
  };
}

/** An event and an article with what became of them. */
export type EventRecord = Reply<'event'>;
export type ArticleRecord = Reply<'article'>;

/** One match of the search box. */
export type SearchRow = Reply<'search'>['rows'][number];

/** Names of provinces, from the bundled gazetteer. */
export function gazetteerOptions() {
  return queryOptions({
    queryKey: ['gazetteer'],
    queryFn: adm1Index,
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always' as const,
  });
}

/** One page of an article search, facets included. */
export function fetchArticles(input: Input, signal: AbortSignal): Promise<Reply<'articles'>> {
  return call('articles', pinnedInput('articles', input), { signal });
}

/** Address at which the service streams every event under a filter, in the order shown. */
export function eventsFileAddress(filter: EventFilter, sort: EventSort, format: 'csv' | 'geojson'): string {
  return endpointUrl('events', pinnedInput('events', { ...writeFilter(filter), sort, format }));
}

/** Address at which the service gives one event of a state of the data as a file. */
export function eventFileAddress(n: number, dataVersion: string, format: 'csv' | 'geojson'): string {
  return endpointUrl('events', { n: String(n), format, ...versionInput(dataVersion) });
}

/** Events whose words are in the page already, whichever list fetched them. */
export function eventsInPage(client: QueryClient, dataVersion: string): Map<number, CrimeEvent> {
  const pages = client.getQueriesData<readonly CrimeEvent[]>({ queryKey: ['event-rows', dataVersion] });
  return new Map(pages.flatMap(([, events]) => (events ?? []).map((event) => [event.n, event] as const)));
}
