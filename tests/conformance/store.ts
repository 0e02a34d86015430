import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CrimeEvent } from '#core/event.ts';
import { type EventFilter, emptyFilter, withoutDimension } from '#core/filter.ts';
import { measures } from '#core/measure.ts';
import type { AnswerOf, EventSort, Query } from '#core/query.ts';
import type { DataSet, GroupedDimension, RowKey, Store } from '#server/store/store.ts';
import { randomEvents, randomFilter } from '#tests/engine/random-events.ts';
import { ReferenceEngine } from '#tests/engine/reference.ts';
import { countedOnlyId, eventsOnly, fixtureDataSet, hiddenId } from '#tests/server/data-set.ts';

/** Makes a store filled from a data set; the suite closes it. */
export type StoreFactory = (data: DataSet) => Promise<Store>;

const sorts: readonly EventSort[] = ['newest', 'oldest', 'kg', 'usd', 'people', 'country', 'kind'];
const grouped = {
  country: 'country',
  adm1: 'adm1',
  kind: 'type',
  group: 'group',
  substance: 'substance',
  source: 'source',
  precision: 'precision',
} as const satisfies Record<GroupedDimension, Parameters<typeof withoutDimension>[1]>;

/** What every store must answer, whatever it is made of: the same suite runs against each. */
export function storeConformance(name: string, make: StoreFactory, worlds: number): void {
  describe(`${name}: random events against the reference`, () => {
    it('counts, adds up, groups, and puts in order as the reference does', async () => {
      await fc.assert(
        fc.asyncProperty(
          randomEvents,
          fc.array(randomFilter, { minLength: 6, maxLength: 6 }),
          (events, filters) => agree(make, events, filters),
        ),
        { numRuns: worlds, seed: 20261123 },
      );
    });
  });
  describe(`${name}: records known by hand`, () => records(make));
}

async function agree(
  make: StoreFactory,
  events: readonly CrimeEvent[],
  filters: readonly EventFilter[],
): Promise<void> {
  const store = await make(eventsOnly(events));
  try {
    const reference = new ReferenceEngine(events);
    for (const asked of filters) await agreeOn(store, reference, { ...asked, text: '' });
  } finally {
    await store.close();
  }
}

/** Whoever is known to answer right: the reference, or an engine that agrees with it. */
export interface Answerer {
  answer<Q extends Query>(query: Q): AnswerOf<Q> | Promise<AnswerOf<Q>>;
}

/** Asks a store and the reference the same about one filter (without text, which only a store understands). */
export async function agreeOn(store: Store, reference: Answerer, filter: EventFilter): Promise<void> {
  const counted = await reference.answer({ kind: 'count', filter, measure: 'count' });
  expect(await store.count(filter)).toBe(counted.total.events);
  for (const measure of measures) {
    expect({ filter, measure, total: await store.total(filter, measure) }).toEqual({
      filter,
      measure,
      total: (await reference.answer({ kind: 'count', filter, measure })).total,
    });
  }
  for (const dimension of Object.keys(grouped) as GroupedDimension[]) {
    const open = withoutDimension(filter, grouped[dimension]);
    const facet = await reference.answer({ kind: 'facet', filter, dimension, measure: 'kg' });
    const wanted = [...facet.values].sort((a, b) => (a.key < b.key ? -1 : 1));
    expect({ dimension, values: await store.groupBy(open, dimension, 'kg') }).toEqual({
      dimension,
      values: wanted,
    });
  }
  const open = withoutDimension(filter, 'time');
  const series = await reference.answer({
    kind: 'series',
    filter: open,
    bin: 'month',
    measure: 'count',
    split: null,
    domain: null,
  });
  const months = series.starts
    .map((start, bin) => ({ start, events: series.series[0]?.events[bin] ?? 0 }))
    .filter((month) => month.events > 0);
  expect(await store.byMonth(open)).toEqual(months);
  for (const sort of sorts) {
    const page = await reference.answer({ kind: 'page', filter, sort, offset: 0, limit: 200 });
    expect({ sort, rows: await everyNumber(store, filter, sort, 7) }).toEqual({ sort, rows: page.rows });
  }
}

/** Row numbers of all pages, a few rows each, so that every page break is tried. */
export async function everyNumber(
  store: Store,
  filter: EventFilter,
  sort: EventSort,
  limit: number,
  most = 200,
): Promise<number[]> {
  const numbers: number[] = [];
  let after: RowKey | null = null;
  do {
    const slice: Awaited<ReturnType<Store['events']>> = await store.events({
      filter,
      sort,
      after,
      limit,
      counted: false,
    });
    for (const doc of slice.rows) numbers.push((JSON.parse(doc) as CrimeEvent).n);
    after = slice.next;
  } while (after !== null && numbers.length < most);
  return numbers.slice(0, most);
}

const allArticles = {
  countries: [],
  groups: [],
  topics: [],
  languages: [],
  sources: [],
  outlet: null,
  event: null,
  from: null,
  to: null,
  text: '',
} as const;

function records(make: StoreFactory): void {
  const data = fixtureDataSet();
  const shared = [...data.eventBatches]
    .flat()
    .filter((event) => !['aggregates-only', 'none-at-all'].includes(event.source));
  let store: Store;
  beforeAll(async () => {
    store = await make(fixtureDataSet());
  });
  afterAll(() => store.close());
  const page = { after: null, limit: 1000, counted: true } as const;

  it('says what it holds', async () => {
    const info = await store.info();
    expect(info.counts).toEqual({
      events: shared.length,
      articles: data.articles.length,
      indicators: [...data.indicatorBatches].flat().length,
      groups: data.groups.length,
      countries: data.countries.length,
      sources: data.sources.length,
    });
    expect(info.dataVersion).toMatch(/^\d{4}-\d{2}-\d{2}\.[0-9a-f]{8}$/);
    expect(info.eventDays.from).toBe(
      Math.min(...shared.flatMap(({ time }) => (time.from === null ? [] : [time.from]))),
    );
  });

  it('gives the records back as they came', async () => {
    for (const event of shared) expect(JSON.parse((await store.event(event.id)) ?? '')).toEqual(event);
    for (const article of data.articles)
      expect(JSON.parse((await store.article(article.id)) ?? '')).toEqual(article);
    expect(await store.event('no-such')).toBeNull();
    expect(await store.article('no-such')).toBeNull();
    expect(await store.group('no-such')).toBeNull();
    expect(await store.country('XX')).toBeNull();
    expect(await store.indicator('no-such', [])).toBeNull();
  });

  it('keeps rows of unshared sources to itself, and counts only what may be counted', async () => {
    expect(await store.event(countedOnlyId)).toBe('restricted');
    expect(await store.event(hiddenId)).toBeNull();
    expect(await store.count(emptyFilter)).toBe(shared.length);
    expect((await store.hits('quetzalcoatl', 10)).total).toBe(0);
    expect(await store.suggestEvents('quetzalcoatl', 10)).toEqual([]);
    const numbers = [...data.eventBatches].flat().map((event) => event.n);
    expect(await store.eventsByNumber(numbers)).toHaveLength(shared.length);
    const peru = JSON.parse((await store.country('pe')) ?? '') as { events: number };
    expect(peru.events).toBe(shared.filter((event) => event.place.country === 'PE').length + 1);
  });

  it('gives rows by number in the order asked, without those that are not there', async () => {
    const [first, second] = shared;
    const rows = await store.eventsByNumber([second!.n, 999_999, first!.n]);
    expect(rows.map((doc) => (JSON.parse(doc) as CrimeEvent).id)).toEqual([second!.id, first!.id]);
  });

  it('narrows articles by each of their filters', async () => {
    const count = async (filter: Partial<Parameters<Store['articleFacets']>[0]>): Promise<number> =>
      (await store.articles({ ...page, sort: 'newest', filter: { ...allArticles, ...filter } })).total ?? -1;
    const { articles } = data;
    const tally = (test: (article: (typeof articles)[number]) => boolean): number =>
      articles.filter(test).length;
    expect(await count({})).toBe(articles.length);
    expect(await count({ countries: ['PE'] })).toBe(tally((article) => article.countries.includes('PE')));
    expect(await count({ languages: ['es'] })).toBe(tally((article) => article.lang === 'es'));
    const topic = articles[0]!.topics[0]!;
    expect(await count({ topics: [topic] })).toBe(tally((article) => article.topics.includes(topic)));
    const { outlet } = articles[0]!;
    expect(await count({ outlet })).toBe(tally((article) => article.outlet === outlet));
    const linked = articles.find((article) => article.events.length > 0)?.events[0];
    if (linked)
      expect(await count({ event: linked })).toBe(tally((article) => article.events.includes(linked)));
  });

  it('counts each facet of the articles without the choice made in it', async () => {
    const topic = data.articles[0]!.topics[0]!;
    const all = await store.articleFacets(allArticles);
    const chosen = await store.articleFacets({ ...allArticles, topics: [topic] });
    expect(chosen.topics).toEqual(all.topics);
    const within = data.articles.filter((article) => article.topics.includes(topic));
    expect(Object.values(chosen.languages).reduce((sum, n) => sum + n, 0)).toBe(within.length);
  });

  it('pages articles and groups without a gap or a double', async () => {
    const ids: string[] = [];
    let after: RowKey | null = null;
    do {
      const slice: Awaited<ReturnType<Store['articles']>> = await store.articles({
        after,
        limit: 3,
        counted: false,
        sort: 'newest',
        filter: allArticles,
      });
      ids.push(...slice.rows.map((doc) => (JSON.parse(doc) as { id: string }).id));
      after = slice.next;
    } while (after !== null);
    expect(ids).toHaveLength(data.articles.length);
    expect(new Set(ids).size).toBe(ids.length);
    const groups = await store.groups({ ...page, countries: [], text: '' });
    expect(groups.total).toBe(data.groups.length);
  });

  it('narrows indicators and their values by country', async () => {
    const series = [...data.indicatorBatches].flat();
    const withPeru = series.filter((one) => one.values.some((value) => value.country === 'PE'));
    expect(await store.indicators(['PE'])).toHaveLength(withPeru.length);
    const one = withPeru[0]!;
    const parts = await store.indicator(one.id, ['PE']);
    expect(parts?.values).toHaveLength(one.values.filter((value) => value.country === 'PE').length);
    expect(JSON.parse(parts?.indicator ?? '{}')).not.toHaveProperty('values');
  });

  it('reads search syntax as words', async () => {
    for (const text of ['"', '*', 'NEAR(', '^', 'a AND (b', '{', 'terms:x', "' OR 1=1 --", '(a+)+$', '\0'])
      await expect(store.hits(text, 10)).resolves.toBeDefined();
  });
}
