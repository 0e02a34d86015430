import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Country } from '#core/country.ts';
import { firstViewDocument, languages, screens } from '#scripts/first-view/documents.ts';
import type { Services } from '#server/services.ts';
import { readStaticFiles, type StaticFile } from '#server/static-files.ts';
import { patterns } from '#state/paths.ts';
import { temporaryFolders } from './temporary.ts';
import { testApp, testServices } from './test-app.ts';

const folder = temporaryFolders();
const page =
  '<!doctype html><html lang="en"><head><title>Atalaya</title></head><body><div id="root"></div></body></html>';
let services: Services;
let files: ReadonlyMap<string, StaticFile>;
let app: FastifyInstance;
beforeAll(async () => {
  services = await testServices(folder());
  const dist = folder();
  mkdirSync(path.join(dist, 'first-view'));
  writeFileSync(path.join(dist, 'index.html'), page);
  for (const screen of screens) {
    for (const lang of Object.keys(languages) as (keyof typeof languages)[]) {
      const parts = { screen, lang, scripts: [`/assets/${screen}.js`], styles: ['/assets/all.css'] };
      writeFileSync(path.join(dist, `first-view/${screen}.${lang}.html`), firstViewDocument(page, parts));
    }
  }
  files = readStaticFiles(dist);
  app = testApp(services, { files });
});
afterAll(async () => {
  await app.close();
  await services.store.close();
});

async function read(url: string, language = 'en', from = app): Promise<string> {
  const reply = await from.inject({ url, headers: { 'accept-language': language } });
  expect(reply.statusCode).toBe(200);
  return reply.body;
}

describe('the first view', () => {
  it('can be read without any script: totals of the data on Explore, in the language asked for', async () => {
    const { counts } = services.info;
    const english = await read('/');
    expect(english).toContain(`<p class="first-lead">${counts.events} events of organised crime`);
    expect(english).toContain('<link rel="preload" as="fetch" crossorigin href="/api/v1/snapshot">');
    expect(await read('/', 'pt-BR,pt;q=0.9,en;q=0.8')).toMatch(
      /<html lang="pt">.*eventos de crime organizado/s,
    );
    expect(await read('/?v=1&lang=es', 'pt')).toMatch(/<html lang="es">.*hechos de crimen organizado/s);
    expect(await read('/', 'fr,de')).toContain('<html lang="en">');
  });

  it('names the filter of the address as feeds, hostile words and all', async () => {
    const hrefs = (html: string): string[] =>
      [...html.matchAll(/<link rel="alternate" type="[^"]+" title="[^"]*" href="([^"]*)">/g)].map(
        ([, href = '']) => href.replaceAll('&amp;', '&'),
      );
    const [atom = '', json = '', ...more] = hrefs(await read('/events?v=1&c=PE&type=seizure&lang=es'));
    expect([atom, json, more]).toEqual([
      '/api/v1/events/feed.atom?c=PE&lang=es&type=seizure',
      '/api/v1/events/feed.json?c=PE&lang=es&type=seizure',
      [],
    ]);
    expect((await app.inject(atom)).statusCode).toBe(200);
    const hostile = '"><script>alert(1)</script>$&';
    const html = await read(`/?v=1&q=${encodeURIComponent(hostile)}`);
    expect(html).not.toContain('<script>alert');
    expect(new URL(hrefs(html)[0] ?? '', 'http://a').searchParams.get('q')).toBe(hostile);
    expect(hrefs(await read('/sources'))).toEqual([]);
  });

  it('names the country, says its lead, and asks for its record ahead', async () => {
    const country = JSON.parse((await services.store.country('PE')) ?? 'null') as Country;
    const html = await read('/country/pe', 'es');
    expect(html).toContain(`<title>${country.names.es} · Atalaya</title>`);
    expect(html).toContain(`<h1>${country.names.es}</h1>`);
    expect(html).toContain('href="/api/v1/countries/PE"');
    expect(html).toContain('<link rel="modulepreload" crossorigin href="/assets/country.js">');
  });

  it('writes what the data say as text', async () => {
    const country = JSON.parse((await services.store.country('PE')) ?? 'null') as Country;
    const lead = [{ text: '<b>"A" & $1 {{title}}</b>', href: null }];
    const store = {
      ...services.store,
      country: async () => JSON.stringify({ ...country, lead: { en: lead, es: [], pt: [] } }),
    };
    const odd = testApp({ ...services, store }, { files });
    expect(await read('/country/PE', 'en', odd)).toContain(
      '<p class="first-lead">&lt;b&gt;&quot;A&quot; &amp; $1 {{title}}&lt;/b&gt;</p>',
    );
    await odd.close();
  });

  it('leaves no hole open, whatever is known: no such country, any screen, no data yet', async () => {
    const starting = testApp({ state: 'starting' }, { files });
    const addresses = [
      ...Object.values(patterns).map((pattern) => pattern.replace(/:\w+/, 'PE')),
      '/country/ZZ',
    ];
    for (const address of addresses) {
      for (const from of [app, starting]) expect(await read(address, 'en', from)).not.toMatch(/\{\{|\{\w+\}/);
    }
    expect(await read('/', 'en', starting)).toContain('<p class="first-lead"></p>');
    // A pinned link is about an earlier state.
    expect(await read('/?v=1&asof=2020-01-01.00000001')).toContain('<p class="first-lead"></p>');
    await starting.close();
  });

  it('is kept apart by language, checked each time, and never served unfilled', async () => {
    const { headers } = await app.inject({ url: '/' });
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers.vary).toContain('accept-language');
    const again = await app.inject({ url: '/', headers: { 'if-none-match': String(headers.etag) } });
    expect(again.statusCode).toBe(304);
    expect((await app.inject({ url: '/first-view/explore.en.html' })).statusCode).toBe(404);
  });
});
