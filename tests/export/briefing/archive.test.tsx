// @vitest-environment jsdom
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readBriefing } from '#core/briefing-file.ts';
import { pictureIn } from '#export/briefing/body-picture.tsx';
import { briefingFileName, briefingFormats } from '#export/briefing/briefing-formats.ts';
import type { DrawnBriefing } from '#export/briefing/drawn-briefing.ts';
import { briefingMarkdown, escaped } from '#export/briefing/markdown.ts';
import { briefingZip } from '#export/briefing/zip.ts';
import { drawnFixture, onePixel } from './drawn-fixture.ts';

let briefing: DrawnBriefing;
let files: Record<string, Uint8Array>;

beforeAll(async () => {
  briefing = await drawnFixture();
  vi.stubGlobal('fetch', async () => new Response(new Uint8Array([1, 2, 3])));
  const zip = await briefingZip(briefing, pictureIn('en'), async () => onePixel);
  files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  vi.unstubAllGlobals();
});

describe('the archive of a briefing', () => {
  it('holds the text, a picture in two forms for each figure, the data, and the briefing itself', () => {
    const names = Object.keys(files);
    expect(names).toContain('README.md');
    const figures = names.filter((name) => name.startsWith('figures/'));
    expect(figures.filter((name) => name.endsWith('.svg'))).toHaveLength(4);
    expect(figures.filter((name) => name.endsWith('.png'))).toHaveLength(4);
    expect(names.filter((name) => /^data\/\d\d-[a-z0-9-]+\.csv$/.test(name))).toHaveLength(5);
    expect(readBriefing(strFromU8(files['briefing.json']!)).items).toHaveLength(1);
  });

  it('names in the text only pictures that are there, and each of them', () => {
    const text = strFromU8(files['README.md']!);
    const named = [...text.matchAll(/\]\(<(figures\/[^>]+)>\)/g)].map(([, name]) => name);
    expect(named).toHaveLength(4);
    for (const name of named) expect(files).toHaveProperty([name!]);
  });

  it('holds pictures that are SVG with their typefaces inside', () => {
    const svg = strFromU8(files[Object.keys(files).find((name) => name.endsWith('.svg'))!]!);
    expect(svg.startsWith('<svg')).toBe(true);
    expect(svg).toContain('@font-face');
    expect(new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror')).toBeNull();
  });
});

describe('the text of a briefing', () => {
  it('has every item, every source and every link', () => {
    const text = briefingMarkdown(briefing);
    for (const { title, content } of briefing.items) {
      expect(text).toContain(`## ${escaped(title)}`);
      if (content) expect(text).toContain(`<${content.words.link}>`);
    }
    expect(text.match(/^\| /gm)?.length).toBeGreaterThan(32);
  });

  it.each([
    ['# not a heading', '\\# not a heading'],
    ['1. not a list', '\\1. not a list'],
    ['[a](javascript:x)', '\\[a\\](javascript:x)'],
    ['<script>', '\\<script\\>'],
    ['a|b', 'a\\|b'],
    ['a\u0007b', 'ab'],
  ])('takes no mark-up from what was typed: %s', (typed, written) => {
    expect(escaped(typed)).toBe(written);
  });
});

describe('formats of a briefing', () => {
  it('are each a file of its own name', () => {
    const names = briefingFormats.map(({ extension }) => briefingFileName(briefing, extension));
    expect(new Set(names).size).toBe(briefingFormats.length);
    expect(names[0]).toBe(
      'coca-and-its-routes-peru-bolivia-and-colombia-2014-2015_asof-2026-11-23_briefing.pptx',
    );
  });
});
