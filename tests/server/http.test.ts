import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiBase } from '#contract/endpoints.ts';
import type { SnapshotManifest } from '#contract/schemas.ts';
import { contentSecurityPolicy } from '#server/headers.ts';
import { limits } from '#server/limits.ts';
import type { Services } from '#server/services.ts';
import { readStaticFiles } from '#server/static-files.ts';
import { StoreBusy } from '#server/store/store.ts';
import { paths } from '#state/paths.ts';
import { temporaryFolders } from './temporary.ts';
import { testApp, testServices } from './test-app.ts';

const folder = temporaryFolders();
let services: Services;
let app: FastifyInstance;
const script = `console.log("${'x'.repeat(3000)}")`;
beforeAll(async () => {
  services = await testServices(folder());
  const dist = folder();
  mkdirSync(path.join(dist, 'assets'));
  mkdirSync(path.join(dist, '.git'));
  for (const [name, text] of Object.entries({
    'index.html': '<!doctype html><title>Atalaya</title>',
    'assets/main-1a2b.js': script,
    'assets/main-1a2b.js.map': '{}',
    'theme.js': 'void 0',
    '.env': 'SECRET=1',
    '.git/config': 'x',
  }))
    writeFileSync(path.join(dist, name), text);
  app = testApp(services, { files: readStaticFiles(dist) });
});
afterAll(async () => {
  await app.close();
  await services.store.close();
});

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url, headers });
const meta = `${apiBase}/meta`;

describe('security headers', () => {
  it.each(['/', '/assets/main-1a2b.js', meta, `${apiBase}/events?limit=0`, '/nothing', '/healthz'])(
    'S04 S05 %s',
    async (url) => {
      const { headers } = await get(url);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-resource-policy': 'same-origin',
        'x-frame-options': 'DENY',
      });
      expect(headers['permissions-policy']).toContain('geolocation=()');
      expect(headers['content-type']).toContain('charset=utf-8');
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers['set-cookie']).toBeUndefined();
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers.server).toBeUndefined();
    },
  );

  it('S01 documents carry the strict policy and report to us', async () => {
    const policy = String((await get('/')).headers['content-security-policy']);
    expect(policy).toBe(`${contentSecurityPolicy}; report-uri /csp-reports`);
    expect(policy).not.toMatch(/unsafe-|\*|http:|https:/);
  });

  it('S05 data can do nothing when opened as a page', async () => {
    for (const url of [meta, `${apiBase}/events?format=csv`, `${apiBase}/events?limit=0`])
      expect((await get(url)).headers['content-security-policy']).toMatch(/^default-src 'none'.*sandbox$/);
  });

  it('S12 anyone may read the API, without credentials', async () => {
    const { headers } = await get(meta, { origin: 'https://elsewhere.example' });
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    expect((await get('/')).headers['access-control-allow-origin']).toBeUndefined();
  });

  it('S13 believes a forwarded address only from a proxy that is listed', async () => {
    const behind = testApp(services, { trustedProxies: ['127.0.0.1'] });
    const forwarded = { 'x-forwarded-proto': 'https' };
    const secure = await behind.inject({ url: meta, headers: forwarded });
    expect(secure.headers['strict-transport-security']).toBe('max-age=31536000');
    expect((await get(meta, forwarded)).headers['strict-transport-security']).toBeUndefined();
    await behind.close();
  });

  it('S03 counts what the policy stopped', async () => {
    const before = (await get('/csp-reports')).json() as { count: number };
    const report = { 'csp-report': { 'blocked-uri': 'inline' } };
    const sent = await app.inject({
      method: 'POST',
      url: '/csp-reports',
      headers: { 'content-type': 'application/csp-report' },
      payload: JSON.stringify(report),
    });
    expect(sent.statusCode).toBe(204);
    expect((await get('/csp-reports')).json()).toEqual({ count: before.count + 1 });
    const long = await app.inject({
      method: 'POST',
      url: '/csp-reports',
      headers: { 'content-type': 'application/csp-report' },
      payload: 'x'.repeat(limits.reportBytes + 1),
    });
    expect(long.statusCode).toBe(413);
  });
});

describe('kept answers', () => {
  it('gives 304 for the data version it was given, and anew after a change of build', async () => {
    const { etag } = (await get(meta)).headers;
    expect(etag).toBe(`W/"${services.info.dataVersion}.test"`);
    const again = await get(meta, { 'if-none-match': `"other", ${etag}` });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
    const rebuilt = testApp(services, { build: 'next' });
    expect((await rebuilt.inject({ url: meta, headers: { 'if-none-match': String(etag) } })).statusCode).toBe(
      200,
    );
    await rebuilt.close();
  });

  it('refuses a bad parameter before it looks at the tag', async () => {
    const { etag } = (await get(meta)).headers;
    expect((await get(`${apiBase}/events?limit=0`, { 'if-none-match': String(etag) })).statusCode).toBe(400);
  });
});

describe('compression', () => {
  const readers = { br: brotliDecompressSync, gzip: gunzipSync, zstd: zstdDecompressSync } as const;
  it.each(['br', 'gzip', 'zstd'] as const)('%s: same JSON, same download, same part', async (encoding) => {
    const manifest = (await get(`${apiBase}/snapshot`)).json() as SnapshotManifest;
    for (const url of [`${apiBase}/events`, `${apiBase}/events?format=csv`, manifest.parts[0]!.url]) {
      const plain = await get(url);
      const packed = await get(url, { 'accept-encoding': encoding });
      expect(packed.headers['content-encoding']).toBe(encoding);
      expect(packed.headers.vary).toBe('accept-encoding');
      expect(readers[encoding](packed.rawPayload).equals(plain.rawPayload)).toBe(true);
      expect(plain.headers['content-encoding']).toBeUndefined();
    }
  });

  it('heeds the qualities asked for', async () => {
    const asked = { 'accept-encoding': 'br;q=0.1, gzip;q=0.8, zstd;q=0' };
    expect((await get(`${apiBase}/events`, asked)).headers['content-encoding']).toBe('gzip');
  });
});

describe('the page', () => {
  it('is the document at every screen, and only there', async () => {
    const screens = [
      paths.explore(),
      paths.countries(),
      paths.country('PE'),
      paths.events(),
      paths.event('ai-pe-012'),
      paths.articles(),
      paths.article('seed-01'),
      paths.groups(),
      paths.group('shining-path'),
      paths.indicators(),
      paths.indicator('coca-national'),
      paths.sources().split('#')[0] ?? '',
      paths.about(),
    ];
    for (const url of screens) {
      const response = await get(url, { accept: 'text/html' });
      expect(`${url} ${response.statusCode}`).toBe(`${url} 200`);
      expect(response.body).toContain('<title>Atalaya</title>');
      expect(response.headers['cache-control']).toBe('no-cache');
    }
    const lost = await get('/no-such-screen', { accept: 'text/html' });
    expect(lost.statusCode).toBe(404);
    expect(lost.body).toContain('<title>Atalaya</title>');
    expect((await get('/no-such-screen')).statusCode).toBe(404);
  });

  it('S09 hashed files may be kept for ever; source maps and hidden files are not there', async () => {
    const asset = await get('/assets/main-1a2b.js', { 'accept-encoding': 'br' });
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(brotliDecompressSync(asset.rawPayload).toString()).toBe(script);
    expect((await get('/theme.js')).headers['cache-control']).toBe('no-cache');
    for (const url of ['/assets/main-1a2b.js.map', '/.env', '/.git/config', '/assets/', '/assets'])
      expect((await get(url)).statusCode).toBe(404);
    const { etag } = asset.headers;
    expect((await get('/assets/main-1a2b.js', { 'if-none-match': String(etag) })).statusCode).toBe(304);
  });

  it('says so when it was not built', async () => {
    const bare = testApp(services);
    expect((await bare.inject('/')).statusCode).toBe(503);
    await bare.close();
  });
});

describe('trouble', () => {
  it('S14 lets a burst through, refuses the next, and forgives with time', async () => {
    let now = 0;
    const strict = testApp(services, {
      limits: { ...limits, requestsPerSecond: 2, requestsBurst: 3 },
      clock: () => now,
    });
    const ask = async (): Promise<number> => (await strict.inject(meta)).statusCode;
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual([200, 200, 200, 429]);
    const refused = await strict.inject(meta);
    expect(refused.headers['retry-after']).toBe('1');
    expect(refused.json()).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect((await strict.inject('/healthz')).statusCode).toBe(200);
    now = 500;
    expect(await ask()).toBe(200);
    expect(await ask()).toBe(429);
    await strict.close();
  });

  it('gives up a question that takes too long: 503 with Retry-After', async () => {
    const slow = {
      ...services,
      store: {
        ...services.store,
        events: async () => {
          throw new StoreBusy('The question took longer than 2000 ms.');
        },
      },
    };
    const busy = testApp(slow);
    const response = await busy.inject(`${apiBase}/events`);
    expect(response.statusCode).toBe(503);
    expect(response.headers['retry-after']).toBe('2');
    await busy.close();
  });

  it('S18 tells nothing of what broke inside', async () => {
    const broken = {
      ...services,
      store: {
        ...services.store,
        countries: async () => {
          throw new Error('SQLITE_CORRUPT: select doc from country at /srv/data');
        },
      },
    };
    const failing = testApp(broken);
    const response = await failing.inject(`${apiBase}/countries`);
    expect(response.statusCode).toBe(500);
    expect(response.json()).toMatchObject({ code: 'internal', requestId: response.headers['x-request-id'] });
    expect(response.body).not.toMatch(/SQLITE|select|srv|\bat \b.*:\d/);
    await failing.close();
  });

  it('is alive but not ready while the data are loaded or could not be', async () => {
    const starting = testApp({ state: 'starting' });
    expect((await starting.inject('/healthz')).statusCode).toBe(200);
    const ready = await starting.inject('/readyz');
    expect(ready.statusCode).toBe(503);
    expect(ready.json()).toMatchObject({ status: 'starting' });
    await starting.close();
    const failed = testApp({ state: 'failed', reason: 'The store is refused.' });
    expect((await failed.inject('/readyz')).json()).toMatchObject({ status: 'failing' });
    const asked = await failed.inject(meta);
    expect(asked.statusCode).toBe(503);
    expect(asked.headers['retry-after']).toBe('5');
    await failed.close();
  });

  it('answers what was asked too early as soon as the data are there', async () => {
    let looks = 0;
    const early = testApp(
      { state: 'starting' },
      {
        readiness: () => (++looks > 3 ? { state: 'ready', services } : { state: 'starting' }),
      },
    );
    expect((await early.inject(meta)).statusCode).toBe(200);
    await early.close();
  });
});
