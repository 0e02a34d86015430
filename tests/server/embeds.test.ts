import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiBase } from '#contract/endpoints.ts';
import { readConfig } from '#server/config.ts';
import { readStaticFiles } from '#server/static-files.ts';
import { temporaryFolders } from './temporary.ts';
import { testApp } from './test-app.ts';

const dist = temporaryFolders()();
const ancestors = ['https://news.example.org', 'http://127.0.0.1:4174'];
const starting = { state: 'starting' } as const;
let on: ReturnType<typeof testApp>;
let off: ReturnType<typeof testApp>;

beforeAll(() => {
  mkdirSync(dist, { recursive: true });
  writeFileSync(path.join(dist, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(path.join(dist, 'embed.html'), '<!doctype html><title>embed</title>');
  const files = readStaticFiles(dist);
  on = testApp(starting, { files, embedAncestors: ancestors });
  off = testApp(starting, { files });
});
afterAll(() => Promise.all([on.close(), off.close()]));

const embeds = ['/embed/map', '/embed/map?v=1&c=PE', '/embed/series/coca-national', '/embed/map/country/PE'];
const framers = (policy: unknown) => /frame-ancestors ([^;]+)/.exec(String(policy))?.[1];

describe('who may frame what', () => {
  it.each(embeds)('%s: the origins of the settings, and this server', async (url) => {
    const { headers, body, statusCode } = await on.inject(url);
    expect(statusCode).toBe(200);
    expect(body).toContain('embed');
    expect(framers(headers['content-security-policy'])).toBe(`'self' ${ancestors.join(' ')}`);
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(String(headers['content-security-policy'])).toContain("script-src 'self'");
  });

  it.each(embeds)('%s: nobody unless set', async (url) => {
    const { headers, body } = await off.inject(url);
    expect(body).toContain('embed');
    expect(framers(headers['content-security-policy'])).toBe("'none'");
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  });

  it.each([
    '/',
    '/country/PE',
    '/embed',
    '/embed/',
    '/embed/a/b/c/d',
    '/embed.html',
    '/nothing',
    `${apiBase}/meta`,
  ])('%s: nobody, even where embeds are allowed', async (url) => {
    const { headers } = await on.inject({ url, headers: { accept: 'text/html' } });
    expect(framers(headers['content-security-policy'])).toBe("'none'");
    expect(headers['x-frame-options']).toBe('DENY');
  });
});

describe('ATALAYA_EMBED_ANCESTORS', () => {
  const read = (value?: string) => readConfig({ ATALAYA_EMBED_ANCESTORS: value }, '/').embedAncestors;

  it('is off when absent or empty', () => {
    expect(read()).toEqual([]);
    expect(read(' ')).toEqual([]);
  });

  it('takes origins, each once, and * for every site', () => {
    const list = 'https://news.example.org, https://*.example.org:8443 http://127.0.0.1:4174 http://[::1]:80';
    expect(read(list)).toHaveLength(4);
    expect(read('https://a.example,https://a.example')).toEqual(['https://a.example']);
    expect(read('https://a.example, *')).toEqual(['*']);
  });

  it.each([
    'example.org',
    'https://example.org/page',
    "'self'",
    'https://a.example;script-src',
    'javascript://a',
    'https://*',
  ])('refuses %s and says how to mend it', (value) => {
    expect(() => read(value)).toThrow(/^ATALAYA_EMBED_ANCESTORS="[^"]+" cannot be used: give origins/);
  });

  it('refuses more origins than a header should carry', () => {
    const many = Array.from({ length: 51 }, (_, n) => `https://s${n}.example`).join(' ');
    expect(() => read(many)).toThrow(/51 origins: give at most 50/);
  });
});
