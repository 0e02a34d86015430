import type { FastifyInstance } from 'fastify';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stableId } from '#server/feeds/feed.ts';
import type { Services } from '#server/services.ts';
import { temporaryFolders } from './temporary.ts';
import { testApp, testServices } from './test-app.ts';
import { fates, firstState, secondState } from './two-versions.ts';

const folder = temporaryFolders();
let services: Services;
let app: FastifyInstance;
beforeAll(async () => {
  const home = folder();
  await (await testServices(home, firstState())).store.close();
  services = await testServices(home, secondState());
  app = testApp(services);
});
afterAll(async () => {
  await app.close();
  await services.store.close();
});
const atom = async (query = '') => {
  const reply = await app.inject({
    url: `/api/v1/events/feed.atom${query}`,
    headers: { host: 'atalaya.example.org' },
  });
  expect(reply.statusCode).toBe(200);
  return { reply, feed: parseAtomFeed(reply.body) };
};

describe('a filter as a feed', () => {
  it('is Atom that an independent reader understands, with as many entries as the list has rows', async () => {
    const { reply, feed } = await atom('?c=PE&type=seizure&limit=200');
    expect(reply.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const list = (await app.inject('/api/v1/events?c=PE&type=seizure')).json();
    expect(feed.entries).toHaveLength(list.total);
    expect(feed.title?.value).toBe('Atalaya: Seizures; Peru');
    expect(feed.updated).toBe('2026-11-30T00:00:00Z');
    expect(feed.links?.map(({ rel, href }) => [rel, href])).toEqual([
      ['self', 'http://atalaya.example.org/api/v1/events/feed.atom?c=PE&type=seizure'],
      ['alternate', 'http://atalaya.example.org/events?v=1&c=PE&type=seizure'],
    ]);
    for (const entry of feed.entries ?? []) {
      expect(entry.id).toMatch(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      expect(entry.rights).toBeTruthy();
      expect(entry.authors?.[0]?.name).toBeTruthy();
      expect(entry.updated).toMatch(/^2026-11-(23|30)T00:00:00Z$/);
    }
  });

  it('puts first what came or changed last, and dates only that anew', async () => {
    const { feed } = await atom('?limit=200');
    const fresh = [fates.added, fates.changed, fates.successor].map(stableId).sort();
    const entries = feed.entries ?? [];
    expect(
      entries
        .slice(0, 3)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(fresh);
    for (const entry of entries)
      expect(entry.updated).toBe(`2026-11-${fresh.includes(entry.id ?? '') ? 30 : 23}T00:00:00Z`);
    expect(entries.map(({ id }) => id)).not.toContain(stableId(fates.withdrawn));
  });

  it('is a JSON feed with the same entries', async () => {
    const reply = await app.inject('/api/v1/events/feed.json?c=PE&lang=es');
    expect(reply.headers['content-type']).toBe('application/feed+json; charset=utf-8');
    const feed = parseJsonFeed(reply.json());
    const { feed: same } = await atom('?c=PE&lang=es');
    expect(feed.items?.map(({ id }) => id)).toEqual(same.entries?.map(({ id }) => id));
    expect(feed.title).toBe('Atalaya: Perú');
    expect(feed.language).toBe('es');
  });

  it('is answered 304 while nothing changed, and per name of the server', async () => {
    const first = await app.inject('/api/v1/events/feed.atom');
    const ask = (host: string) =>
      app.inject({
        url: '/api/v1/events/feed.atom',
        headers: { host, 'if-none-match': String(first.headers.etag) },
      });
    expect((await ask('localhost:80')).statusCode).toBe(304);
    expect((await ask('other.example.org')).statusCode).toBe(200);
    const settled = testApp(services, { publicUrl: 'https://atalaya.example.org' });
    const reply = await settled.inject({
      url: '/api/v1/events/feed.atom',
      headers: { host: 'evil.example' },
    });
    expect(reply.body).not.toContain('evil');
    expect(reply.body).toContain('https://atalaya.example.org/events/pe-001');
  });

  it('keeps to its limit and refuses what it does not know', async () => {
    expect((await atom('?limit=3')).feed.entries).toHaveLength(3);
    expect((await atom()).feed.entries).toHaveLength(40);
    for (const query of ['limit=201', 'colour=red', 'lang=fr'])
      expect([query, (await app.inject(`/api/v1/events/feed.atom?${query}`)).statusCode]).toEqual([
        query,
        400,
      ]);
  });
});
