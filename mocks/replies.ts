import type { Reply } from '#contract/endpoints.ts';
import { ApiError } from '#contract/errors.ts';
import type { Call, Handlers } from '#contract/handlers.ts';
import type { Article } from '#core/article.ts';
import type { Query } from '#core/query.ts';
import { withheldOf } from '#core/redistribution.ts';
import { inWindow } from '#core/time.ts';
import { hasWords, rowsWithWords, wordsOf, wordsOfArticle } from './words.ts';
import type { MockWorld } from './world.ts';

interface Paged {
  readonly limit?: number;
  readonly cursor?: string;
}

const cursorOf = (offset: number): string => `offset-${String(offset).padStart(6, '0')}`;

function page<T>(world: MockWorld, rows: readonly T[], { limit = 100, cursor = cursorOf(0) }: Paged) {
  const offset = Number(cursor.replace('offset-', ''));
  if (!Number.isInteger(offset))
    throw new ApiError(400, 'bad-cursor', 'Use the `next` of the page before, unchanged.');
  const next = offset + limit < rows.length ? cursorOf(offset + limit) : null;
  return {
    rows: rows.slice(offset, offset + limit),
    total: rows.length,
    next,
    dataVersion: world.dataVersion,
  };
}

function found<T>(row: T | undefined, what: string): T {
  if (row === undefined) throw new ApiError(404, 'not-found', `No ${what} has this id.`);
  return row;
}

const listOf = (text: string | undefined): string[] => (text ? text.split(',') : []);
const meets = (chosen: readonly string[], has: readonly string[]): boolean =>
  chosen.length === 0 || has.some((value) => chosen.includes(value));

function selectArticles(world: MockWorld, { filter, parameters }: Call<'articles'>): Article[] {
  return world.articles
    .filter(
      (article) =>
        meets(filter.countries, article.countries) &&
        meets(filter.groups, article.groups) &&
        meets(filter.sources, [article.source]) &&
        meets(listOf(parameters.topic), article.topics) &&
        meets(listOf(parameters.language), [article.lang]) &&
        (!parameters.outlet || article.outlet === parameters.outlet) &&
        (!parameters.event || article.events.includes(parameters.event)) &&
        hasWords(wordsOfArticle(article), filter.text) &&
        inWindow(article.published, filter.from, filter.to) === 'in',
    )
    .sort(
      (a, b) => (b.published.from ?? -Infinity) - (a.published.from ?? -Infinity) || a.id.localeCompare(b.id),
    );
}

function tally(values: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])));
}

function articleFacets(articles: readonly Article[]): Reply<'articles'>['facets'] {
  const yearOf = (day: number | null): string[] =>
    day === null ? [] : [String(new Date(day * 86_400_000).getUTCFullYear())];
  return {
    topics: tally(articles.flatMap((article) => article.topics)),
    outlets: tally(articles.map((article) => article.outlet)),
    languages: tally(articles.map((article) => article.lang)),
    countries: tally(articles.flatMap((article) => article.countries)),
    years: tally(articles.flatMap((article) => yearOf(article.published.from))),
  };
}

type SearchRow = Reply<'search'>['rows'][number];

function searchRows(world: MockWorld, question: string, limit: number): SearchRow[] {
  const blank = { lang: null, country: null, lat: null, lon: null, when: null, detail: '' };
  const first = <T>(
    rows: readonly T[],
    words: (row: T) => string,
    make: (row: T) => SearchRow,
  ): SearchRow[] =>
    rows
      .filter((row) => hasWords(words(row), question))
      .slice(0, limit)
      .map(make);
  return [
    ...first(
      world.countries,
      ({ names }) => `${names.en} ${names.es} ${names.pt}`,
      ({ iso2, names }) => ({ ...blank, kind: 'country', id: iso2, title: names.en, country: iso2 }),
    ),
    ...first(
      world.groups,
      ({ name, aliases }) => [name, ...aliases].join(' '),
      ({ id, name, countries }) => ({
        ...blank,
        kind: 'group',
        id,
        title: name,
        country: countries[0] ?? null,
      }),
    ),
    ...first(world.events, wordsOf, (event) => ({
      ...blank,
      kind: 'event',
      id: event.id,
      title: event.summary ?? event.kind,
      lang: 'en',
      detail: event.place.name ?? '',
      country: event.place.country,
      lat: event.place.lat,
      lon: event.place.lon,
    })),
    ...first(
      world.articles,
      ({ headline, outlet }) => `${headline} ${outlet}`,
      ({ id, headline, lang, outlet }) => ({
        ...blank,
        kind: 'article',
        id,
        title: headline,
        lang,
        detail: outlet,
      }),
    ),
    ...first(
      world.indicators,
      ({ title }) => title,
      ({ id, title, unit }) => ({ ...blank, kind: 'indicator', id, title, detail: unit }),
    ),
  ];
}

function meta(world: MockWorld): Reply<'meta'> {
  const days = world.events.flatMap(({ time }) =>
    time.from === null || time.to === null ? [] : [time.from, time.to],
  );
  return {
    name: 'Atalaya',
    version: 'mock',
    dataVersion: world.dataVersion,
    dataAsOf: world.dataAsOf,
    counts: {
      events: world.events.length,
      articles: world.articles.length,
      indicators: world.indicators.length,
      groups: world.groups.length,
      countries: world.countries.length,
      sources: world.sources.length,
    },
    eventDays:
      days.length > 0 ? { from: Math.min(...days), to: Math.max(...days) } : { from: null, to: null },
    writable: false,
    limits: { pageRows: 1000, exportRows: 200_000, searchCharacters: 200 },
  };
}

function events(world: MockWorld, { filter, parameters }: Call<'events'>): Reply<'events'> {
  const byNumber = new Map(world.events.map((event) => [event.n, event]));
  const rowsOf = (numbers: readonly number[]) => numbers.flatMap((n) => byNumber.get(n) ?? []);
  if (parameters.n !== undefined) {
    const rows = rowsOf(listOf(parameters.n).map(Number));
    return { rows, total: rows.length, next: null, dataVersion: world.dataVersion, withheld: [] };
  }
  const sort = parameters.sort ?? 'newest';
  const all = world.ledger.answer({ kind: 'page', filter, sort, offset: 0, limit: 1000 });
  return { ...page(world, rowsOf(all.rows), parameters), withheld: withheldOf(world.sources, filter) };
}

/** The mock has held one state of the data only. */
export function checkVersion(world: MockWorld, asof: string | undefined): void {
  if (asof === undefined || world.dataVersion.startsWith(asof)) return;
  throw new ApiError(410, 'gone', `The data of version ${asof} are not kept here.`);
}

/** The mock API: one plain function an endpoint, of exactly the contract's types. */
export function mockReplies(world: MockWorld): Handlers {
  const version = { dataVersion: world.dataVersion };
  const inCountries = (c: string | undefined) => (row: { readonly countries: readonly string[] }) =>
    meets(listOf(c?.toUpperCase()), row.countries);
  return {
    meta: async () => meta(world),
    countries: async () => ({ rows: world.countries, ...version }),
    country: async ({ parameters: { iso2 } }) =>
      found(
        world.countries.find((row) => row.iso2 === iso2.toUpperCase()),
        'country',
      ),
    groups: async ({ parameters }) => {
      const named = world.groups.filter((row) =>
        hasWords([row.name, ...row.aliases].join(' '), parameters.q ?? ''),
      );
      return page(world, named.filter(inCountries(parameters.c)), parameters);
    },
    group: async ({ parameters: { id } }) =>
      found(
        world.groups.find((row) => row.id === id),
        'group',
      ),
    events: async (call) => events(world, call),
    event: async ({ parameters: { id } }) =>
      found(
        world.events.find((row) => row.id === id),
        'event',
      ),
    articles: async (call) => {
      const rows = selectArticles(world, call);
      return { ...page(world, rows, call.parameters), facets: articleFacets(rows) };
    },
    article: async ({ parameters: { id } }) =>
      found(
        world.articles.find((row) => row.id === id),
        'article',
      ),
    indicators: async ({ parameters: { c } }) => ({
      rows: world.indicators.filter(inCountries(c)).map(({ values: _values, ...indicator }) => indicator),
      ...version,
    }),
    indicator: async ({ parameters: { id, c } }) => {
      const series = found(
        world.indicators.find((row) => row.id === id),
        'indicator',
      );
      const chosen = listOf(c?.toUpperCase());
      return { ...series, values: series.values.filter((row) => meets(chosen, [row.country])) };
    },
    sources: async () => ({ rows: world.sources, ...version }),
    hits: async ({ parameters: { q = '' } }) => {
      const rows = rowsWithWords(world.events, q);
      return { ...version, rows, total: rows.length, truncated: false };
    },
    search: async ({ parameters: { q = '', limit = 5 } }) => ({ rows: searchRows(world, q, limit) }),
    answers: async ({ filter, parameters: { ask = [] } }) => ({
      ...version,
      answers: ask.map((question) => ({ ...world.ledger.answer({ ...question, filter } as Query) })),
    }),
    snapshot: async () => world.snapshot.manifest,
    snapshotVersion: async ({ parameters: { version: asked } }) => {
      checkVersion(world, asked);
      return world.snapshot.manifest;
    },
    changes: async ({ parameters: { since = '' } }) => {
      checkVersion(world, since);
      const now = { dataVersion: world.dataVersion, dataAsOf: world.dataAsOf };
      const none = { added: 0, changed: 0, withdrawn: 0, merged: 0 };
      const counts = { events: none, articles: none, indicators: none };
      return { since: { ...now, kept: true }, now, counts, rows: [], total: 0, next: null };
    },
    healthz: async () => ({ status: 'ok', reason: null }),
    readyz: async () => ({ status: 'ok', reason: null }),
  };
}
