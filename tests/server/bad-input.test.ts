import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiBase } from '#contract/endpoints.ts';
import type { Problem } from '#contract/errors.ts';
import { limits } from '#server/limits.ts';
import type { Services } from '#server/services.ts';
import { temporaryFolders } from './temporary.ts';
import { testApp, testServices } from './test-app.ts';

const folder = temporaryFolders();
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

/** [id of reliability.md 5C, address, parameter that the answer must name]. */
const refused: readonly (readonly [string, string, string])[] = [
  ...['-1', '0', '1001', '1e9', 'NaN', '1.5', '', '[]', '0x10', ' 5', '９'].map(
    (limit) => ['B73', `/events?limit=${encodeURIComponent(limit)}`, 'limit'] as const,
  ),
  ['B75', '/events?cursor=AAAAAAAAAAAAAAAAAAAA', 'cursor'],
  ['B75', '/events?cursor=%00%00%00%00%00%00%00%00', 'cursor'],
  ['B76', '/events?c=PE&c=CO', 'c'],
  ['B76', '/events?limit=5&limit=6', 'limit'],
  ['B76', '/events?c[]=PE', 'c[]'],
  ['B76', '/events?c[a]=PE', 'c[a]'],
  ['B76', '/events?__proto__=1', '__proto__'],
  ['B76', '/events?constructor=1', 'constructor'],
  ['B77', `/events?sort=${encodeURIComponent('newest; drop table event;--')}`, 'sort'],
  ['B77', `/events?sort=${encodeURIComponent('from_day] desc')}`, 'sort'],
  ['B77', `/events?c=${encodeURIComponent("PE' or 1=1--")}`, 'c'],
  ['B77', `/events?group=${encodeURIComponent('a"b')}`, 'group'],
  ['B77', `/events?source=${encodeURIComponent("x');--")}`, 'source'],
  ['B77', `/articles?topic=${encodeURIComponent("coca' or '1")}`, 'topic'],
  ['B77', `/articles?language=${encodeURIComponent('es;')}`, 'language'],
  ['B77', `/groups/${encodeURIComponent("a' or 1=1")}`, 'id'],
  ['B77', '/events?offset=10', 'offset'],
  ['B80', '/events?from=2015-12-31&to=2014-01-01', 'from'],
  ['B80', '/events?from=2015-02-29', 'from'],
  ['B80', '/events?to=2015-13-01', 'to'],
  ['B80', '/events?from=2015-01-01T00:00:00Z', 'from'],
  ['B80', '/events?from=20155-01-01', 'from'],
  ['B80', '/events?from=1394-05-05%20AP', 'from'],
  ['B80', '/events?from=today', 'from'],
  ['B81', '/events?bbox=-80,-20,-70', 'bbox'],
  ['B81', '/events?bbox=-80,-20,-70,0,5', 'bbox'],
  ['B81', '/events?bbox=-80,0,-70,-20', 'bbox'],
  ['B81', '/events?bbox=-80,-91,-70,0', 'bbox'],
  ['B81', '/events?bbox=NaN,-20,-70,0', 'bbox'],
  ['B81', '/events?bbox=-181,-20,-70,0', 'bbox'],
  ['B81', '/events?area=1,1;2,2', 'area'],
  ['B81', '/events?cell=99.1.1', 'cell'],
  ['B83', '/events?c=PER', 'c'],
  ['B83', '/events?c=Per%C3%BA', 'c'],
  ['B83', '/countries/PER', 'iso2'],
  ['B84', '/events/..%2f..%2fpackage.json', 'id'],
  ['B84', '/events/%00', 'id'],
  ['limits', `/events?q=${'a'.repeat(201)}`, 'q'],
  ['limits', `/events?q=${'word+'.repeat(10)}more`, 'q'],
  ['limits', `/hits?q=${'a'.repeat(201)}`, 'q'],
  ['limits', '/hits?q=', 'q'],
  ['limits', `/events?source=${Array.from({ length: 101 }, (_, i) => `s${i}`).join(',')}`, 'source'],
  ['limits', `/events?n=${Array.from({ length: 1001 }, (_, i) => i).join(',')}`, 'n'],
  ['limits', '/events?prec=8', 'prec'],
  ['limits', '/events?qty=tons', 'qty'],
  ['limits', '/events?unit=tons', 'unit'],
  ['limits', '/events?format=xlsx', 'format'],
  ['limits', '/meta?x=1', 'x'],
];

describe('refused parameters are named, with the mend', () => {
  it.each(refused)('%s %s', async (_id, address, parameter) => {
    const response = await get(address);
    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const problem = response.json() as Problem;
    const named = problem.problems?.find((entry) => entry.parameter === parameter);
    expect(named?.mend.length ?? 0).toBeGreaterThan(10);
    expect(response.body).not.toMatch(/sqlite|select |\bat \/|node_modules/i);
  });

  it('names all of them at once', async () => {
    const problem = (await get('/events?limit=0&c=PER&from=x&bogus=1')).json() as Problem;
    expect(problem.problems?.map((entry) => entry.parameter).sort()).toEqual(['bogus', 'c', 'from', 'limit']);
  });
});

/** At the limit, and odd but harmless: answered. */
const accepted: readonly (readonly [string, string])[] = [
  ['B73', '/events?limit=1'],
  ['B73', '/events?limit=1000'],
  ['B78', `/events?q=${encodeURIComponent('"')}`],
  ['B78', `/events?q=${encodeURIComponent('*')}`],
  ['B78', `/events?q=${encodeURIComponent('coca NEAR(')}`],
  ['B78', `/events?q=${encodeURIComponent('^coca')}`],
  ['B78', `/events?q=${encodeURIComponent('a AND ("b')}`],
  ['B78', `/articles?q=${encodeURIComponent('headline:x OR *')}`],
  ['B79', `/events?q=${encodeURIComponent('(a+)+$')}`],
  ['B79', `/search?q=${encodeURIComponent('(a+)+$')}`],
  ['B80', '/events?from=0001-01-01&to=9999-12-31'],
  ['B80', '/events?from=2015-01-01&to=2015-01-01'],
  ['B81', '/events?bbox=170,-20,-170,20'],
  ['B81', '/events?bbox=-180,-90,180,90'],
  ['B83', '/events?c=XX'],
  ['B83', '/events?c=pe'],
  ['limits', `/events?q=${'a'.repeat(200)}`],
  ['limits', `/events?q=${Array.from({ length: 10 }, (_, i) => `w${i}`).join('+')}`],
  ['limits', `/events?source=${Array.from({ length: 100 }, (_, i) => `s${i}`).join(',')}`],
  ['limits', `/events?n=${Array.from({ length: 1000 }, (_, i) => i).join(',')}`],
  ['B90', '/meta'],
];

describe('odd but harmless questions are answered', () => {
  it.each(accepted)('%s %s', async (_id, address) => {
    expect((await get(address)).statusCode).toBe(200);
  });

  it('B74 a page past the end is empty', async () => {
    const { next } = (await get('/events?limit=1')).json() as { next: string };
    expect(next).toMatch(/^[A-Za-z0-9_-]+$/);
    expect((await get('/events?c=XX')).json()).toMatchObject({ rows: [], total: 0, next: null });
  });

  it('B75 a cursor serves only its own question, unaltered', async () => {
    const { next } = (await get('/events?limit=1')).json() as { next: string };
    expect((await get(`/events?limit=1&cursor=${next}`)).statusCode).toBe(200);
    const elsewhere = [
      '/events?limit=1&sort=kg',
      '/events?limit=1&c=PE',
      '/groups?limit=1',
      '/articles?limit=1',
    ];
    for (const address of elsewhere)
      expect((await get(`${address}&cursor=${next}`)).json()).toMatchObject({
        status: 400,
        code: 'bad-cursor',
      });
    const flipped = next.slice(0, -2) + (next.at(-2) === 'A' ? 'B' : 'A') + next.slice(-1);
    expect((await get(`/events?limit=1&cursor=${flipped}`)).statusCode).toBe(400);
  });
});

describe('addresses', () => {
  const nothing = [
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/%252e%252e/package.json',
    '/..%5cpackage.json',
    '//evil.example',
    '/%5Cevil.example',
    '/.git/config',
    '/.env',
    '/assets/main.js.map',
    '/a;b',
    '/a%00.html',
    '/api/v1',
    '/api/v1/',
    '/api/v2/meta',
    '/api/v1/events/',
    '/metrics',
    '/%zz',
  ];
  it.each(nothing)('B84 %s is nothing, and nowhere else', async (url) => {
    const response = await app.inject({ method: 'GET', url });
    expect([404, 400]).toContain(response.statusCode);
    expect(response.headers.location).toBeUndefined();
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(response.body).not.toContain('evil');
  });

  it('keeps an address within its length: at the limit, and one past it', async () => {
    const fill = (length: number): string => `/meta?x=${'a'.repeat(length - `${apiBase}/meta?x=`.length)}`;
    expect((await get(fill(limits.urlCharacters))).statusCode).toBe(400);
    expect((await get(fill(limits.urlCharacters + 1))).statusCode).toBe(414);
  });
});

describe('methods and headers', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'] as const)(
    'B89 %s is refused with what is allowed',
    async (method) => {
      const response = await app.inject({ method: method as 'POST', url: `${apiBase}/events` });
      expect(response.statusCode).toBe(405);
      expect(response.headers.allow).toBe('GET, HEAD, OPTIONS');
      expect((response.json() as Problem).code).toBe('method-not-allowed');
    },
  );

  it('B89 HEAD says what GET would, without a body; OPTIONS says what is allowed', async () => {
    const head = await app.inject({ method: 'HEAD', url: `${apiBase}/events?format=csv` });
    const whole = await get('/events?format=csv');
    expect(head.statusCode).toBe(200);
    expect(head.body).toBe('');
    expect(head.headers['x-total-count']).toBe(whole.headers['x-total-count']);
    const options = await app.inject({ method: 'OPTIONS', url: `${apiBase}/events` });
    expect(options.statusCode).toBe(204);
    expect(options.headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS');
    expect(options.headers['access-control-allow-credentials']).toBeUndefined();
  });

  it('B86 B88 bodies are not read where nothing can be written', async () => {
    const response = await app.inject({
      method: 'POST',
      url: `${apiBase}/events`,
      headers: { 'content-type': 'application/json; charset=utf-7' },
      payload: '{"id":"x","isAdmin":true}',
    });
    expect(response.statusCode).toBe(405);
  });

  it('B90 forged forwarding headers have no effect', async () => {
    const forged = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '10.0.0.1',
      'x-original-url': '/admin',
      'x-rewrite-url': '/admin',
      'x-request-id': 'mine',
    };
    const response = await get('/snapshot', forged);
    expect(response.statusCode).toBe(200);
    expect(response.body).not.toContain('evil');
    expect(response.headers['strict-transport-security']).toBeUndefined();
    expect(response.headers['x-request-id']).not.toBe('mine');
  });

  it('B91 odd Range, If-None-Match and Accept-Encoding are passed over', async () => {
    for (const headers of [
      { range: 'bytes=0-1,5-9999999999' },
      { 'if-none-match': 'W/"a", "b",,,"' },
      { 'if-none-match': '*' },
      { 'accept-encoding': ';;q=,br;q=9,gzip;q=-1,*;q=0' },
      { 'accept-encoding': 'x'.repeat(5000) },
      { accept: 'nothing/at-all' },
    ] as Record<string, string>[]) {
      const response = await get('/meta', headers);
      expect(response.statusCode).toBe(200);
      expect(response.headers['content-encoding']).toBeUndefined();
    }
  });
});

describe('requests that cannot be read', () => {
  const raw = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const address = app.server.address();
      if (address === null || typeof address === 'string') throw new Error('not listening');
      const socket = connect(address.port, '127.0.0.1', () => socket.write(text));
      let answer = '';
      socket.on('data', (chunk) => {
        answer += chunk.toString();
      });
      socket.on('close', () => resolve(answer));
      socket.on('error', reject);
    });
  beforeAll(async () => {
    await app.listen({ port: 0, host: '127.0.0.1' });
  });

  it.each([
    ['two lengths', 'Content-Length: 1\r\nContent-Length: 2\r\n\r\na'],
    ['length and chunks', 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a bare line feed', 'X-A: b\nX-C: d\n\r\n'],
    ['a broken header', 'X A: b\r\n\r\n'],
  ])('B92 %s: 400 and the socket is closed', async (_what, rest) => {
    expect(await raw(`GET /api/v1/meta HTTP/1.1\r\nHost: a\r\n${rest}`)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('B87 headers past 16 KiB: 431', async () => {
    expect(await raw(`GET /api/v1/meta HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    );
  });
});
