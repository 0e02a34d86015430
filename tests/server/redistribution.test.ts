import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodePart } from '#contract/arrow-part.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { apiBase, type EndpointName, endpoints } from '#contract/endpoints.ts';
import type { Services } from '#server/services.ts';
import { countedOnlyId, fixtureDataSet, hiddenId } from './data-set.ts';
import { temporaryFolders } from './temporary.ts';
import { testApp, testServices } from './test-app.ts';

const folder = temporaryFolders();
let services: Services;
let app: FastifyInstance;
/** Row numbers of the two events whose rows may not leave. */
let restricted: readonly number[] = [];

beforeAll(async () => {
  services = await testServices(folder());
  app = testApp(services);
  restricted = [...fixtureDataSet().eventBatches]
    .flat()
    .filter(({ id }) => id === countedOnlyId || id === hiddenId)
    .map(({ n }) => n);
});
afterAll(async () => {
  await app.close();
  await services.store.close();
});

const count = encodeURIComponent(JSON.stringify([{ kind: 'count', measure: 'count' }]));
const page = encodeURIComponent(
  JSON.stringify([
    { kind: 'page', sort: 'newest', offset: 0, limit: 1000 },
    { kind: 'points', limit: 5000 },
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
  articles: () => ['/articles?limit=1000', '/articles?q=quetzalcoatl', '/articles?format=csv'],
  article: () => ['/articles/seed-01'],
  indicators: () => ['/indicators'],
  indicator: () => ['/indicators/coca-cultivation', '/indicators/coca-cultivation?format=csv'],
  sources: () => ['/sources'],
  hits: () => ['/hits?q=quetzalcoatl'],
  search: () => ['/search?q=quetzalcoatl', '/search?q=counted'],
  snapshot: () => ['/snapshot'],
  snapshotVersion: () => [`/snapshots/${services.info.dataVersion}`],
  snapshotPart: (parts) => parts.map((hash) => `/snapshot/parts/${hash}`),
  tiles: () => ['/tiles', '/tiles?by=country', '/tiles?c=PE'],
  answers: () => [`/answers?ask=${count}`, `/answers?ask=${page}`, `/answers?c=PE&ask=${count}`],
  changes: () => [`/changes?since=${services.info.dataVersion}`],
  feedAtom: () => ['/events/feed.atom?limit=200', '/events/feed.atom?source=aggregates-only'],
  feedJson: () => ['/events/feed.json?limit=200', '/events/feed.json?source=aggregates-only'],
  openapi: () => ['/openapi.json'],
  healthz: () => ['//healthz'],
  readyz: () => ['//readyz'],
};

const addressOf = (asked: string): string => (asked.startsWith('//') ? asked.slice(1) : apiBase + asked);
const askedOf = (name: EndpointName): readonly string[] =>
  questions[name](services.snapshot.manifest.parts.map(({ hash }) => hash));

describe('rows that may not leave', () => {
  it.each(Object.keys(endpoints) as EndpointName[])('stay here, whatever is asked of %s', async (name) => {
    const asked = askedOf(name);
    expect(asked.length).toBeGreaterThan(0);
    for (const question of asked) {
      const reply = await app.inject(addressOf(question));
      expect([question, reply.statusCode < 500]).toEqual([question, true]);
      const text = reply.statusCode === 200 ? reply.body : '';
      expect([question, text.match(/counted-only|"hidden"|quetzalcoatl(?!&|")/g)]).toEqual([question, null]);
      if (name === 'hits') expect(reply.json().rows).toEqual([]);
      if (name === 'event') expect([403, 404]).toContain(reply.statusCode);
      if (name === 'snapshotPart') {
        const numbers = decodePart(reply.rawPayload).n;
        expect(restricted.filter((n) => numbers.includes(n))).toEqual([]);
      }
    }
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
