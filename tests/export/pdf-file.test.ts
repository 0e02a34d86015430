// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawnFields } from '#core/figure-fields.ts';
import { aboutFigure } from '#export/format-pdf.ts';
import { pdfFile } from '#export/pdf-file.ts';
import { type Preset, presets } from '#export/presets.ts';
import { sfntOf } from '#export/sfnt.ts';
import { drawnAs } from '#export/svg.tsx';
import type { Drawing } from '#figures/figure.ts';
import { LANGS } from '#i18n/lang.ts';
import { i18nOf } from '#tests/figures/lanes-fixture.ts';
import { drawingsOf } from './drawings.ts';
import { hostileTexts } from './named-events.ts';
import { readPdf } from './pdf-reader.ts';

const loadFont = async (url: string) =>
  new Uint8Array(readFileSync(path.join(process.cwd(), url.split('?')[0] ?? '')));
const made = new Date('2026-11-23T06:20:00Z');

beforeAll(() => {
  // What the library measures with, and jsdom lacks; all our texts stand at a settled place.
  HTMLCanvasElement.prototype.getContext = () => null;
  (SVGElement.prototype as unknown as { getBBox: () => unknown }).getBBox = () => ({ width: 0 });
});

function fileOf(drawing: Drawing, preset: Preset, lang: 'en' | 'es' | 'pt') {
  const spec = { spec: preset, theme: 'light', lang } as const;
  const element = drawnAs(drawing, spec, (drawn) => drawn);
  const pages = [{ element, size: { width: 960, height: 540 } }];
  return pdfFile({ pages, about: aboutFigure(drawing.words), lang, made }, loadFont);
}

const letters = (text: string): string => text.replaceAll(/\s/g, '');

describe.each(LANGS)('a PDF in %s', (lang) => {
  it.each(['lanes', 'series', 'rank', 'map', 'table', 'indicator'] as const)(
    'of a %s figure has its words as text that can be selected',
    async (kind) => {
      const drawing = drawingsOf(await i18nOf(lang))[kind];
      const { bytes, missing } = await fileOf(drawing, presets[0]!, lang);
      const { texts, pages, objects } = readPdf(bytes);
      expect(pages).toBe(1);
      expect(missing).toBe('');
      const all = letters(texts.join(''));
      for (const field of drawnFields) expect(all, field).toContain(letters(drawing.words[field]));
      expect([...objects.values()].some((body) => body.includes(`/Lang (${lang})`))).toBe(true);
      expect([...objects.values()].filter((body) => body.includes('/FontFile2')).length).toBeGreaterThan(1);
    },
  );
});

it('writes letters of further Latin alphabets, and tells which it cannot', async () => {
  const drawing = drawingsOf(await i18nOf('en')).rank;
  const title = 'Łódź, Čačak, São João, Ñandú';
  const { bytes, missing } = await fileOf(
    { ...drawing, words: { ...drawing.words, title } },
    presets[0]!,
    'en',
  );
  expect(letters(readPdf(bytes).texts.join(''))).toContain(letters(title));
  expect(missing).toBe('');
  const other = await fileOf({ ...drawing, words: { ...drawing.words, title: 'كلمة' } }, presets[0]!, 'en');
  expect([...other.missing].sort()).toEqual([...new Set('كلمة')].sort());
});

it('holds nothing that runs, whatever the words say', async () => {
  const drawing = drawingsOf(await i18nOf('en')).rank;
  for (const text of [...hostileTexts, ') Tj /JS (app.alert(1)) /OpenAction']) {
    const words = { ...drawing.words, title: text, alt: text, link: text };
    const { bytes } = await fileOf({ ...drawing, words }, presets[0]!, 'en');
    const { objects } = readPdf(bytes);
    const bare = [...objects.values()].map((body) => body.replaceAll(/\((?:\\.|[^\\)])*\)/gs, '()'));
    for (const body of bare)
      expect(body).not.toMatch(/\/(JS|JavaScript|Launch|OpenAction \(|URI|EmbeddedFile)\b/);
  }
});

it('refuses a font that is not a WOFF file', () => {
  expect(() => sfntOf(new Uint8Array(100))).toThrow('Not a WOFF file');
});
