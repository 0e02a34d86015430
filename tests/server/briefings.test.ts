import { beforeEach, describe, expect, it } from 'vitest';
import { type Briefing, newItem } from '#core/briefing.ts';
import { readBriefing, writeBriefing } from '#core/briefing-file.ts';
import type { AppEnvironment } from '#server/app.ts';
import { ConfigError, readConfig } from '#server/config.ts';
import { limits } from '#server/limits.ts';
import type { Services } from '#server/services.ts';
import { openBriefings } from '#server/store/sqlite/briefings.ts';
import { temporaryFolders } from './temporary.ts';
import { testApp, testServices } from './test-app.ts';

const token = 'Zk3vQ8rT1xYb7NcE5mWgP0sLdH2uJ9aKfR6iO4tBqXe';
const address = '/api/v1/briefings/b1';
const briefing: Briefing = {
  id: 'b1',
  title: 'Coca in the VRAEM',
  audience: '',
  lang: 'es',
  items: [newItem('n1', { kind: 'note' })],
};
const newFolder = temporaryFolders();
let services: Services;
let now = 0;

const app = (parts: Partial<AppEnvironment> = {}) =>
  testApp(services, { writeToken: token, clock: () => now, ...parts });

beforeEach(async () => {
  const folder = newFolder();
  services = { ...(await testServices(folder)), briefings: openBriefings(folder) };
  now = 0;
});

function send(
  server: ReturnType<typeof app>,
  method: 'GET' | 'PUT' | 'DELETE',
  headers: Record<string, string> = {},
  { url = address, body = writeBriefing(briefing) }: { url?: string; body?: string } = {},
) {
  return server.inject({
    method,
    url,
    headers: {
      authorization: `Bearer ${token}`,
      ...(method === 'PUT' ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(method === 'PUT' ? { payload: body } : {}),
  });
}

const made = { 'if-none-match': '*' };

describe('briefings on the server', () => {
  it('do not exist without a token configured', async () => {
    const server = testApp(services, { writeToken: null });
    for (const method of ['GET', 'PUT', 'DELETE'] as const)
      expect((await send(server, method, made)).statusCode).toBe(404);
    const meta = await testApp({ ...services, briefings: null }).inject('/api/v1/meta');
    expect(meta.json().writable).toBe(false);
  });

  it('are made, read, listed, changed and deleted', async () => {
    const server = app();
    const first = await send(server, 'PUT', made);
    expect(first.statusCode).toBe(201);
    const etag = String(first.headers.etag);
    const read = await send(server, 'GET');
    expect(read.headers.etag).toBe(etag);
    expect(readBriefing(read.body)).toEqual(briefing);
    const list = await send(server, 'GET', {}, { url: '/api/v1/briefings' });
    expect(list.json().rows).toEqual([
      expect.objectContaining({ id: 'b1', title: 'Coca in the VRAEM', lang: 'es', items: 1, etag }),
    ]);
    const body = writeBriefing({ ...briefing, title: 'Second' });
    const second = await send(server, 'PUT', { 'if-match': etag }, { body });
    expect(second.statusCode).toBe(200);
    expect(second.headers.etag).not.toBe(etag);
    expect((await send(server, 'DELETE', { 'if-match': etag })).statusCode).toBe(412);
    expect((await send(server, 'DELETE', { 'if-match': String(second.headers.etag) })).statusCode).toBe(204);
    expect((await send(server, 'GET')).statusCode).toBe(404);
    expect((await server.inject('/api/v1/meta')).json().writable).toBe(true);
  });

  it('lose no change: of two writers of one state the second is told', async () => {
    const server = app();
    const etag = String((await send(server, 'PUT', made)).headers.etag);
    const mine = await send(
      server,
      'PUT',
      { 'if-match': etag },
      { body: writeBriefing({ ...briefing, title: 'Mine' }) },
    );
    const theirs = await send(
      server,
      'PUT',
      { 'if-match': etag },
      { body: writeBriefing({ ...briefing, title: 'Theirs' }) },
    );
    expect([mine.statusCode, theirs.statusCode]).toEqual([200, 412]);
    expect(theirs.json().code).toBe('conflict');
    expect(theirs.headers.etag).toBe(mine.headers.etag);
    expect(readBriefing((await send(server, 'GET')).body).title).toBe('Mine');
    expect((await send(server, 'PUT', made)).statusCode).toBe(412);
  });

  it('never take a state for that of a deleted one', async () => {
    const server = app();
    const etag = String((await send(server, 'PUT', made)).headers.etag);
    await send(server, 'DELETE', { 'if-match': etag });
    await send(server, 'PUT', made);
    expect((await send(server, 'PUT', { 'if-match': etag })).statusCode).toBe(412);
  });

  it('are not written without saying what is replaced', async () => {
    const server = app();
    expect((await send(server, 'PUT')).statusCode).toBe(428);
    expect((await send(server, 'PUT', { 'if-match': '*' })).statusCode).toBe(428);
    expect((await send(server, 'DELETE', made)).statusCode).toBe(428);
  });

  it('are kept across a restart', async () => {
    const folder = newFolder();
    const store = openBriefings(folder);
    store.put(briefing, 'nothing', new Date('2026-11-26T10:00:00Z'));
    store.close();
    const again = openBriefings(folder);
    expect(readBriefing(again.get('b1')?.doc ?? '')).toEqual(briefing);
    again.close();
  });

  it('answer no other origin', async () => {
    const response = await send(
      app(),
      'GET',
      { origin: 'https://evil.example' },
      { url: '/api/v1/briefings' },
    );
    expect(response.headers['access-control-allow-origin']).toBeUndefined();
    const options = await app().inject({ method: 'OPTIONS', url: address });
    expect(options.headers['access-control-allow-methods']).toBeUndefined();
  });
});

describe('bad briefings', () => {
  it.each([
    ['{', 'JSON'],
    ['{"format":"atalaya-briefing","version":99,"briefing":{}}', 'newer version'],
    [
      writeBriefing({ ...briefing, items: [{ ...briefing.items[0]!, message: 5 as unknown as string }] }),
      'item 1: message',
    ],
    [writeBriefing({ ...briefing, id: 'other' }), 'id'],
  ])('are refused with what is wrong (%#)', async (body, words) => {
    const server = app();
    const response = await send(server, 'PUT', made, { body });
    expect(response.statusCode).toBe(400);
    expect(response.json().detail).toContain(words);
    expect((await send(server, 'GET')).statusCode).toBe(404);
  });

  it('are refused when larger than is kept, at one byte past the limit', async () => {
    const server = app();
    const text = writeBriefing(briefing);
    const atLimit = await send(server, 'PUT', made, { body: text.padEnd(limits.briefingBytes) });
    expect(atLimit.statusCode).toBe(201);
    const past = await send(server, 'PUT', made, { body: text.padEnd(limits.briefingBytes + 1) });
    expect(past.statusCode).toBe(413);
  });
});

describe('the write token', () => {
  it.each([
    ['none', ''],
    ['another', `Bearer ${token}x`],
    ['another scheme', `Basic ${token}`],
    ['a prefix', `Bearer ${token.slice(0, 20)}`],
  ])('is asked for: %s', async (_, authorization) => {
    const response = await send(app(), 'PUT', { ...made, authorization });
    expect(response.statusCode).toBe(401);
    expect(response.headers['www-authenticate']).toBe('Bearer');
    expect(response.body).not.toContain(token.slice(0, 20));
  });

  it('is not taken from the address', async () => {
    const url = `${address}?token=${token}`;
    expect((await send(app(), 'GET', { authorization: '' }, { url })).statusCode).toBe(401);
    expect((await send(app(), 'GET', {}, { url })).statusCode).toBe(400);
  });

  it('may be wrong a few times a minute, and then the right one waits as well', async () => {
    const server = app();
    for (let n = 0; n < limits.authFailuresPerMinute; n += 1)
      expect((await send(server, 'GET', { authorization: 'Bearer no' })).statusCode).toBe(401);
    const refused = await send(server, 'GET');
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    now += 13_000;
    expect((await send(server, 'GET')).statusCode).toBe(404);
  });

  it('lets one address write ten times a minute', async () => {
    const server = app();
    const codes: number[] = [];
    for (let n = 0; n <= limits.writesPerMinute; n += 1) codes.push((await send(server, 'PUT')).statusCode);
    expect(codes.slice(0, -1).every((code) => code === 428)).toBe(true);
    expect(codes.at(-1)).toBe(429);
  });

  it.each(['short', 'a'.repeat(60), `${token} ${token}`])(
    'is refused when it could be guessed (%#)',
    (weak) => {
      const read = () => readConfig({ ATALAYA_WRITE_TOKEN: weak }, '/');
      expect(read).toThrow(ConfigError);
      expect(read).not.toThrow(weak);
    },
  );

  it('is absent by default', () => {
    expect(readConfig({}, '/').writeToken).toBeNull();
    expect(readConfig({ ATALAYA_WRITE_TOKEN: token }, '/').writeToken).toBe(token);
  });
});
