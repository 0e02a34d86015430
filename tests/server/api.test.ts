import { parse } from 'csv-parse/sync';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { decodePart } from '#contract/arrow-part.ts';
import { apiBase, type EndpointName, endpoints, type Reply } from '#contract/endpoints.ts';
import type { CrimeEvent } from '#core/event.ts';
import type { Services } from '#server/services.ts';
import { fixtureDataSet } from './data-set.ts';
import { temporaryFolders } from './temporary.ts';
import { testApp, testServices } from './test-app.ts';

const folder = temporaryFolders();
const data = fixtureDataSet();
const shared = [...data.eventBatches]
  .flat()
  .filter((event) => !['aggregates-only', 'none-at-all'].includes(event.source));
let services: Services;
let app: FastifyInstance;
beforeAll(async () => {
  services = await testServices(folder());
  app = testApp(services);
});
afterAll(async () => {
  await app.close();
  await services.store.close();
});

const get = (address: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url: apiBase + address, headers });

async function read<N extends EndpointName>(name: N, address: string): Promise<Reply<N>> {
  const response = await get(address);
  expect(`${response.statusCode} ${address}`).toBe(`200 ${address}`);
  expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
  const checked = z.safeParse(endpoints[name].reply as z.ZodMiniType, response.json());
  expect(checked.error?.issues ?? []).toEqual([]);
  return checked.data as Reply<N>;
}

describe('every endpoint gives what the contract says', () => {
  it('meta', async () => {
    const meta = await read('meta', '/meta');
    expect(meta.counts.events).toBe(shared.length);
    expect(meta.writable).toBe(false);
  });

  it('countries, and one in either case', async () => {
    const { rows } = await read('countries', '/countries');
    expect(rows).toHaveLength(data.countries.length);
    expect((await read('country', '/countries/pe')).iso2).toBe('PE');
    expect((await get('/countries/XX')).statusCode).toBe(404);
  });

  it('groups by country and by the words of a name', async () => {
    const all = await read('groups', '/groups');
    expect(all.total).toBe(data.groups.length);
    const one = data.groups[0]!;
    const word = one.name.split(' ')[0]!.toUpperCase();
    const found = await read('groups', `/groups?q=${encodeURIComponent(word)}`);
    expect(found.rows.map((group) => group.id)).toContain(one.id);
    expect((await read('group', `/groups/${one.id}`)).name).toBe(one.name);
    expect((await read('groups', '/groups?c=XX')).rows).toEqual([]);
  });

  it('events by filter, page by page', async () => {
    const all = await read('events', '/events');
    expect(all.total).toBe(shared.length);
    const ids: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Reply<'events'> = await read(
        'events',
        `/events?sort=kg&limit=7${next && `&cursor=${next}`}`,
      );
      ids.push(...page.rows.map((event) => event.id));
      expect(page.total).toBe(shared.length);
      next = page.next;
    }
    expect(new Set(ids).size).toBe(shared.length);
    const peru = await read('events', '/events?c=PE&type=seizure&from=2014-01-01&to=2015-12-31&unit=kg');
    for (const event of peru.rows) expect(event.place.country).toBe('PE');
  });

  it('events by row number, in the order asked', async () => {
    const [a, b] = shared;
    const { rows, total } = await read('events', `/events?n=${b!.n},${a!.n},99999999`);
    expect(rows.map((event) => event.n)).toEqual([b!.n, a!.n]);
    expect(total).toBe(2);
  });

  it('one event; 404 for one that is not there or hidden, 403 for one whose source does not share rows', async () => {
    expect((await read('event', `/events/${shared[0]!.id}`)).n).toBe(shared[0]!.n);
    expect((await get('/events/no-such')).json()).toMatchObject({ status: 404, code: 'not-found' });
    expect((await get('/events/hidden')).statusCode).toBe(404);
    expect((await get('/events/counted-only')).json()).toMatchObject({ status: 403, code: 'restricted' });
  });

  it('articles with facets; relevance only with words', async () => {
    const all = await read('articles', '/articles');
    expect(all.total).toBe(data.articles.length);
    expect(Object.keys(all.facets.languages).length).toBeGreaterThan(0);
    expect((await get('/articles?sort=relevance')).statusCode).toBe(400);
    const one = data.articles[0]!;
    expect((await read('article', `/articles/${one.id}`)).headline).toBe(one.headline);
  });

  it('indicators, one of them, and its values of one country', async () => {
    const { rows } = await read('indicators', '/indicators');
    const one = await read('indicator', `/indicators/${rows[0]!.id}`);
    expect(one.values).toHaveLength(one.observations);
    const peru = await read('indicator', `/indicators/${rows[0]!.id}?c=PE`);
    for (const value of peru.values) expect(value.country).toBe('PE');
  });

  it('sources', async () => {
    const { rows } = await read('sources', '/sources');
    expect(rows.find((source) => source.id === 'none-at-all')?.counts.events).toBe(0);
    expect(rows.find((source) => source.id === 'aggregates-only')?.counts.events).toBe(1);
  });

  it('hits and search', async () => {
    const hits = await read('hits', '/hits?q=cocaine');
    expect(hits.rows).toEqual([...hits.rows].sort((a, b) => a - b));
    const peru = await read('search', '/search?q=per');
    expect(peru.rows.some((row) => row.kind === 'country' && row.id === 'PE')).toBe(true);
    const lima = await read('search', '/search?q=ayacuc&limit=3');
    expect(lima.rows.some((row) => row.kind === 'place' && row.title === 'Ayacucho')).toBe(true);
    expect((await get('/search')).json()).toMatchObject({ problems: [{ parameter: 'q' }] });
  });

  it('the snapshot, whose parts hold the shared rows and no other', async () => {
    const manifest = await read('snapshot', '/snapshot');
    let rows = 0;
    for (const part of manifest.parts) {
      const response = await app.inject({ method: 'GET', url: part.url });
      expect(response.headers['cache-control']).toContain('immutable');
      expect(response.rawPayload.byteLength).toBe(part.bytes);
      const columns = decodePart(new Uint8Array(response.rawPayload));
      rows += columns.rows;
      const numbers = new Set(shared.map((event) => event.n));
      for (const n of columns.n) expect(numbers.has(n)).toBe(true);
    }
    expect(rows).toBe(shared.length);
    expect(manifest.dictionaries.source).not.toContain('aggregates-only');
    expect((await get(`/snapshot/parts/${'0'.repeat(32)}`)).statusCode).toBe(404);
  });

  it('health and readiness', async () => {
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok', reason: null });
    expect((await app.inject('/readyz')).statusCode).toBe(200);
  });
});

describe('downloads', () => {
  const filtered = '/events?c=PE';

  it('CSV has one row an event, a name that tells what it is, and a source in each row', async () => {
    const total = (await read('events', filtered)).total;
    const response = await get(`${filtered}&format=csv`);
    expect(response.headers['x-total-count']).toBe(String(total));
    expect(response.headers['content-type']).toMatch(/^text\/csv; charset=utf-8/);
    expect(response.headers['content-disposition']).toMatch(
      /^attachment; filename="atalaya-events-PE-[0-9.a-f-]+\.csv"; filename\*=UTF-8''atalaya-events-PE-/,
    );
    const rows = parse(response.body, { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(total);
    for (const row of rows) expect(row.source).not.toBe('');
    expect(rows.map((row) => row.id)).toEqual(
      (await read('events', `${filtered}&limit=1000`)).rows.map((event) => event.id),
    );
  });

  it('GeoJSON has one feature an event, without geometry where no pin would be true', async () => {
    const response = await get('/events?format=geojson');
    expect(response.headers['content-type']).toBe('application/geo+json; charset=utf-8');
    const { features, ...about } = response.json() as {
      features: { id: string; geometry: unknown; properties: { place_precision: number } }[];
      sources: { id: string; licence: string; attribution: string }[];
    };
    expect(features).toHaveLength(shared.length);
    expect(about).toMatchObject({ rows: shared.length, dataVersion: expect.stringMatching(/^\d{4}-/) });
    expect(about.sources.map(({ id }) => id).sort()).toEqual(
      [...new Set(shared.map(({ source }) => source))].sort(),
    );
    for (const { licence, attribution } of about.sources) expect(licence + attribution).not.toBe('');
    for (const feature of features) {
      if ([4, 5, 6].includes(feature.properties.place_precision)) expect(feature.geometry).toBeNull();
    }
  });

  it('an empty list is a header and nothing else, and an empty collection', async () => {
    const csv = await get('/events?c=XX&format=csv');
    expect(csv.headers['x-total-count']).toBe('0');
    expect(csv.body.split('\r\n')).toHaveLength(2);
    expect((await get('/events?c=XX&format=geojson')).json()).toMatchObject({
      type: 'FeatureCollection',
      filter: { c: 'XX' },
      rows: 0,
      features: [],
    });
  });

  it('rows by number can be taken away too', async () => {
    const [a, b] = shared as [CrimeEvent, CrimeEvent];
    const response = await get(`/events?n=${a.n},${b.n}&format=csv`);
    expect(response.headers['x-total-count']).toBe('2');
    expect(parse(response.body, { columns: true })).toHaveLength(2);
  });

  it.each([['/articles?format=csv'], ['/groups?format=csv'], ['/indicators/INDICATOR?format=csv']])(
    '%s has as many rows as it says',
    async (address) => {
      const { rows } = await read('indicators', '/indicators');
      const response = await get(address.replace('INDICATOR', rows[0]!.id));
      const parsed = parse(response.body, { columns: true }) as unknown[];
      expect(response.headers['x-total-count']).toBe(String(parsed.length));
      expect(parsed.length).toBeGreaterThan(0);
    },
  );
});
