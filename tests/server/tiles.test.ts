import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeTiles } from '#contract/tile.ts';
import { temporaryFolders } from './temporary.ts';
import { testApp, testServices } from './test-app.ts';

const folder = temporaryFolders();
let app: FastifyInstance;
let built = 0;
beforeAll(async () => {
  const services = await testServices(folder());
  const { columns } = services;
  const tiles: typeof columns.tiles = (...asked) => {
    built++;
    return columns.tiles(...asked);
  };
  app = testApp({ ...services, columns: { ...columns, tiles } });
});

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url: `/api/v1${url}`, headers });

describe('brush tiles over HTTP', () => {
  it('count what the events endpoint counts', async () => {
    const reply = await get('/tiles?by=place,country,kind&c=PE&fine=2014-01-01_2015-12-31');
    expect(reply.headers['content-type']).toBe('application/octet-stream');
    const counted = decodeTiles(reply.rawPayload, 3).map((tile) =>
      [tile!.undated, tile!.short, tile!.spanning]
        .flatMap(({ events }) => [...events])
        .reduce((sum, events) => sum + events, 0),
    );
    const total = async (search: string): Promise<number> =>
      ((await get(`/events?${search}limit=1`)).json() as { total: number }).total;
    const peru = await total('c=PE&');
    expect(counted).toEqual([peru, await total(''), peru]);
  });

  it('are built once, sent compressed, and known by their tag', async () => {
    const url = '/tiles?by=cells&zoom=6&measure=kg';
    const first = await get(url, { 'accept-encoding': 'zstd' });
    const before = built;
    const again = await get(url, { 'accept-encoding': 'zstd' });
    expect(built).toBe(before);
    expect(again.rawPayload).toEqual(first.rawPayload);
    const unchanged = await get(url, { 'if-none-match': String(first.headers.etag) });
    expect([unchanged.statusCode, unchanged.rawPayload.length]).toEqual([304, 0]);
  });

  it('keep boxes apart that differ by less than an address writes', async () => {
    const before = built;
    await get('/tiles?bbox=-76.00001,-14,-72,-11');
    await get('/tiles?bbox=-76.00002,-14,-72,-11');
    await get('/tiles?bbox=-76.00002,-14,-72,-11&fine=2014-01-01_2014-12-31');
    await get('/tiles?bbox=-76.00002,-14,-72,-11&fine=2015-01-01_2015-12-31');
    expect(built).toBe(before + 4);
  });

  it('name every parameter that cannot be used', async () => {
    const reply = await get('/tiles?by=kind,colour&zoom=99&view=1,2&bin=hour&fine=2015-02-30_2015-03-01');
    expect(reply.statusCode).toBe(400);
    const { problems } = reply.json() as { problems: { parameter: string }[] };
    expect(problems.map(({ parameter }) => parameter)).toEqual(['by', 'zoom', 'view', 'bin', 'fine']);
  });
});

describe('answers over HTTP', () => {
  it('refuse what is no question, too many, or none', async () => {
    const many = JSON.stringify(Array.from({ length: 21 }, () => ({ kind: 'extent' })));
    for (const ask of ['{', '[]', '[{"kind":"drop"}]', '[{"kind":"cells","zoom":1e9}]', many]) {
      expect((await get(`/answers?ask=${encodeURIComponent(ask)}`)).statusCode).toBe(400);
    }
    expect((await get('/answers')).statusCode).toBe(400);
    const bins =
      '[{"kind":"series","bin":"day","measure":"count","split":null,"domain":{"from":-700000,"to":2000000}}]';
    expect((await get(`/answers?ask=${encodeURIComponent(bins)}`)).statusCode).toBe(400);
  });
});
