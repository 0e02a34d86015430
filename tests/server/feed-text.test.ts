// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atomOf, xmlText } from '#server/feeds/atom.ts';
import type { Feed } from '#server/feeds/feed.ts';
import { jsonFeedOf } from '#server/feeds/json-feed.ts';
import { anyText } from '#tests/core/references.ts';

describe('texts in a feed', () => {
  const feedOf = (text: string): Feed => ({
    title: text,
    lang: 'en',
    self: `https://example.org/?q=${text}`,
    page: 'https://example.org/',
    updated: '2026-11-30T00:00:00Z',
    rights: text,
    version: '1',
    entries: [
      {
        id: 'urn:uuid:1',
        url: 'https://example.org/1',
        title: text,
        lang: 'es',
        summary: text,
        published: null,
        updated: '2026-11-30T00:00:00Z',
        tags: [text],
        publishers: [{ name: text, url: `https://example.org/${text}` }],
        dataset: { id: 'd', title: text, publisher: text },
        rights: text,
      },
    ],
  });
  it('stay text, whatever they hold', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const xml = atomOf(feedOf(text));
        const page = new DOMParser().parseFromString(xml, 'application/xml');
        expect(page.querySelector('parsererror')).toBeNull();
        // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these may not be in XML 1.0
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        const entry = page.querySelector('entry');
        expect([...(entry?.children ?? [])].map(({ localName }) => localName)).toEqual([
          'id',
          'title',
          'updated',
          'link',
          'author',
          'contributor',
          'link',
          'category',
          'summary',
          'rights',
        ]);
        expect(entry?.querySelector('title')?.children).toHaveLength(0);
        expect(JSON.parse(jsonFeedOf(feedOf(text))).items[0].title).toBe(text.toWellFormed());
      }),
    );
  });

  it('are escaped in content and in attributes', () => {
    expect(xmlText(`<script>"a" & 'b'\u0000\u0008\ud800]]>`)).toBe(
      '&lt;script&gt;&quot;a&quot; &amp; &apos;b&apos;\ufffd]]&gt;',
    );
  });
});
