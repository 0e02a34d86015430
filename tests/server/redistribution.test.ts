import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodePart } from '#contract/arrow-part.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { apiBase, type EndpointName, endpoints } from '#contract/endpoints.ts';
import { decodeOverview } from '#contract/overview.ts';
import { firstViewDocument, screens } from '#scripts/first-view/documents.ts';
import { partFile } from '#server/jobs/snapshot.ts';
import type { Services } from '#server/services.ts';
import { readStaticFiles, type StaticFile } from '#server/static-files.ts';
import type { DataSet } from '#server/store/store.ts';
import { countedOnlyId, fixtureDataSet, hiddenId, unsharedWords } from './data-set.ts';
import { temporaryFolders } from './temporary.ts';
import { testApp, testServices } from './test-app.ts';

const folder = temporaryFolders();
let services: Services;
let app: FastifyInstance;
/** Row numbers of the two events whose rows may not leave. */
let restricted: readonly number[] = [];
/** The version of the data from a time when every source let its rows out. */
let openVersion = '';

/** The fixture with records of every kind whose sources do not share rows, and an article of another source that names two of them. */
function walledDataSet(): DataSet {
  const data = fixtureDataSet();
  const [like] = data.articles;
  const [series] = [...data.indicatorBatches].flat();
  if (!like || !series) throw new Error('The fixture has no articles or no series.');
  const words = { headline: unsharedWords, summary: unsharedWords };
  return {
    ...data,
    articles: [
      ...data.articles,
      { ...like, ...words, id: 'hidden-article', source: 'none-at-all' },
      { ...like, ...words, id: 'counted-only-article', source: 'aggregates-only' },
      { ...like, id: 'open-article', events: [...like.events, hiddenId, countedOnlyId] },
    ],
    indicatorBatches: [
      ...data.indicatorBatches,
      [{ ...series, id: 'hidden-series', title: unsharedWords, source: 'none-at-all' }],
    ],
  };
}

function openedDataSet(): DataSet {
  const data = walledDataSet();
  const sources = data.sources.map((source) => ({ ...source, redistribution: 'rows' as const }));
  return { ...data, sources, fingerprint: 'open', dataAsOf: '2026-11-16' };
}

/** The documents of a build: one of each screen and language, and the one that is framed. */
function builtPage(): ReadonlyMap<string, StaticFile> {
  const dist = folder();
  const page =
    '<!doctype html><html lang="en"><head><title>A</title></head><body><div id="root"></div></body></html>';
  mkdirSync(path.join(dist, 'first-view'));
  for (const name of ['index.html', 'embed.html']) writeFileSync(path.join(dist, name), page);
  for (const screen of screens) {
    const text = firstViewDocument(page, { screen, lang: 'en', scripts: [], styles: [] });
    writeFileSync(path.join(dist, `first-view/${screen}.en.html`), text);
  }
  return readStaticFiles(dist);
}

beforeAll(async () => {
  const home = folder();
  const opened = await testServices(home, openedDataSet());
  openVersion = opened.info.dataVersion;
  await opened.store.close();
  services = await testServices(home, walledDataSet());
  app = testApp(services, { files: builtPage(), embedAncestors: ['*'] });
  restricted = [...fixtureDataSet().eventBatches]
    .flat()
    .filter(({ id }) => id === countedOnlyId || id === hiddenId)
    .map(({ n }) => n);
});
afterAll(async () => {
  await app.close();
  await services.store.close();
});

/** What tells of a record that may not leave: its id, or its words. */
const traces = /counted-only|kept-hidden|hidden-article|hidden-series|quetzalcoatl was seen/g;

const count = encodeURIComponent(JSON.stringify([{ kind: 'count', measure: 'count' }]));
const page = encodeURIComponent(
  JSON.stringify([
    { kind: 'page', sort: 'newest', offset: 0, limit: 1000 },
    { kind: 'points', viewport: [-90, -60, -30, 30], precisions: [1, 2, 3, 4, 5, 6, 7], limit: 1000 },
    { kind: 'facet', dimension: 'source', measure: 'count' },
  ]),
);

/**
 * What is asked of every way out, so that the restricted rows would be in the answer if they could. A new endpoint does not compile
 * until it is here, a new format of one does not pass.
 */
const questions: Record<EndpointName, (parts: readonly string[]) => readonly string[]> = {
  meta: () => ['/meta'],
  countries: () => ['/countries'],
  country: () => ['/countries/PE'],
  groups: () => ['/groups', '/groups?format=csv'],
  group: () => ['/groups/shining-path'],
  events: () => [
    '/events?limit=1000',
    '/events?c=PE&limit=1000',
    '/events?q=quetzalcoatl',
    `/events?source=aggregates-only,none-at-all`,
    `/events?n=${restricted.join(',')}`,
    ...['csv', 'geojson'].flatMap((format) => [
      `/events?format=${format}`,
      `/events?format=${format}&n=${restricted.join(',')}`,
      `/events?format=${format}&source=aggregates-only,none-at-all`,
    ]),
  ],
  event: () => [`/events/${countedOnlyId}`, `/events/${hiddenId}`],
  articles: () => [
    '/articles?limit=1000',
    '/articles?q=quetzalcoatl',
    '/articles?format=csv',
    `/articles?event=${hiddenId}`,
    '/articles?source=none-at-all,aggregates-only',
  ],
  article: () => ['open', 'hidden', 'counted-only'].map((id) => `/articles/${id}-article`),
  indicators: () => ['/indicators', '/indicators?c=PE'],
  indicator: () => [
    '/indicators/coca-cultivation',
    '/indicators/coca-cultivation?format=csv',
    '/indicators/hidden-series',
    '/indicators/hidden-series?format=csv',
  ],
  sources: () => ['/sources'],
  hits: () => ['/hits?q=quetzalcoatl'],
  search: () => ['/search?q=quetzalcoatl', '/search?q=counted', '/search?q=hidden'],
  snapshot: () => ['/snapshot'],
  snapshotVersion: () => [`/snapshots/${services.info.dataVersion}`],
  snapshotPart: (parts) => parts.map((hash) => `/snapshot/parts/${hash}`),
  tiles: () => ['/tiles', '/tiles?by=country', '/tiles?c=PE'],
  answers: () => [`/answers?ask=${count}`, `/answers?ask=${page}`, `/answers?c=PE&ask=${count}`],
  changes: () =>
    [services.info.dataVersion, openVersion].map((since) => `/changes?since=${since}&limit=1000`),
  feedAtom: () => ['/events/feed.atom?limit=200', '/events/feed.atom?source=aggregates-only'],
  feedJson: () => ['/events/feed.json?limit=200', '/events/feed.json?source=aggregates-only'],
  openapi: () => ['/openapi.json'],
  healthz: () => ['//healthz'],
  readyz: () => ['//readyz'],
};

const addressOf = (asked: string): string => (asked.startsWith('//') ? asked.slice(1) : apiBase + asked);
/** A record that links to an earlier state may name, which today may be counted only: its id stays known, nothing else. */
const namedAlone = /\{"id":"counted-only","what":"withdrawn","successor":null,"event":null\}/g;
const askedOf = (name: EndpointName): readonly string[] =>
  questions[name](services.snapshot.manifest.parts.map(({ hash }) => hash));

describe('rows that may not leave', () => {
  it.each(Object.keys(endpoints) as EndpointName[])('stay here, whatever is asked of %s', async (name) => {
    const asked = askedOf(name);
    expect(asked.length).toBeGreaterThan(0);
    for (const question of asked) {
      const reply = await app.inject(addressOf(question));
      expect([200, 403, 404], question).toContain(reply.statusCode);
      const text = reply.statusCode === 200 ? reply.body : '';
      const said = name === 'changes' ? text.replaceAll(namedAlone, '') : text;
      expect([question, said.match(traces)]).toEqual([question, null]);
      if (name === 'hits') expect(reply.json().rows).toEqual([]);
      if (name === 'event') expect([403, 404]).toContain(reply.statusCode);
      if (name === 'snapshotPart') {
        const numbers = decodePart(reply.rawPayload).n;
        expect(restricted.filter((n) => numbers.includes(n))).toEqual([]);
      }
    }
  });

  it.each(Object.keys(endpoints) as EndpointName[])(
    'are in no earlier state that %s is asked for',
    async (name) => {
      const { parameters }: Endpoint = endpoints[name];
      if (!('asof' in parameters)) return;
      for (const question of askedOf(name)) {
        const reply = await app.inject(
          `${addressOf(question)}${question.includes('?') ? '&' : '?'}asof=${openVersion}`,
        );
        expect([question, reply.statusCode]).toEqual([question, 410]);
        expect([question, reply.body.match(traces)]).toEqual([question, null]);
      }
    },
  );

  it('are in no document of the page, and in none that others may frame', async () => {
    const addresses = ['/', '/events', '/articles', '/indicators', '/sources', '/country/PE', '/countries'];
    const own = [
      `/events/${hiddenId}`,
      `/events/${countedOnlyId}`,
      '/articles/hidden-article',
      '/indicators/hidden-series',
    ];
    for (const address of [
      ...addresses,
      ...own,
      '/embed/map?c=PE',
      `/embed/event/${hiddenId}`,
      '/embed/list',
    ]) {
      const reply = await app.inject({ url: address, headers: { accept: 'text/html' } });
      expect([address, reply.statusCode]).toEqual([address, 200]);
      expect([address, reply.body.match(traces)]).toEqual([address, null]);
    }
  });

  it('are not in the overview, nor is their number', () => {
    const { overview, dictionaries } = services.snapshot.manifest;
    const { folder: home } = services.snapshot;
    const found = decodeOverview(
      new Uint8Array(readFileSync(partFile(home, overview?.hash ?? '', 'identity'))),
    );
    expect(found.rows).toBe(40);
    expect(dictionaries.source).not.toContain('none-at-all');
    expect(dictionaries.source).not.toContain('aggregates-only');
  });

  it('were asked for in every format that an endpoint has', () => {
    const own: readonly string[] = ['arrow', 'tile', 'atom', 'jsonfeed', 'json'];
    const missing = (Object.keys(endpoints) as EndpointName[]).flatMap((name) => {
      const { formats }: Endpoint = endpoints[name];
      const chosen = formats.filter((format) => !own.includes(format));
      return chosen.filter((format) => !askedOf(name).some((asked) => asked.includes(`format=${format}`)));
    });
    expect(missing).toEqual([]);
  });

  it('count in no answer of the engine, and only in the sums that are always public', async () => {
    const counted = (await app.inject(`${apiBase}/answers?ask=${count}`)).json();
    expect(counted.answers[0].total.events).toBe(40);
    const { rows } = (await app.inject(`${apiBase}/sources`)).json();
    const eventsOf = (id: string) => rows.find((row: { id: string }) => row.id === id).counts.events;
    expect([eventsOf('aggregates-only'), eventsOf('none-at-all')]).toEqual([1, 0]);
  });
});

describe('what was withheld', () => {
  const named = [
    { source: 'aggregates-only', events: 1 },
    { source: 'none-at-all', events: null },
  ];

  it('is said in lists and files, with whom to ask', async () => {
    const list = (await app.inject(`${apiBase}/events?c=PE`)).json();
    expect(list.withheld).toMatchObject(named);
    expect(list.withheld[0]).toMatchObject({
      url: 'https://example.org/aggregates-only',
      licence: 'CC BY 4.0',
    });
    const csv = await app.inject(`${apiBase}/events?format=csv`);
    expect(csv.headers['x-withheld-sources']).toBe('aggregates-only;events=1, none-at-all');
    expect((await app.inject(`${apiBase}/events?format=geojson`)).json().withheld).toMatchObject(named);
  });

  it('is the same whatever day, place or word narrows the question: it tells no single row', async () => {
    for (const query of ['q=quetzalcoatl', 'from=2014-01-01&to=2014-01-02', 'bbox=-82,-19,-68,0']) {
      const { withheld } = (await app.inject(`${apiBase}/events?${query}`)).json();
      expect([query, withheld]).toEqual([
        query,
        expect.arrayContaining([expect.objectContaining(named[0] ?? {})]),
      ]);
    }
  });
});
