// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { pictureIn } from '#export/briefing/body-picture.tsx';
import { type DrawnBriefing, plain } from '#export/briefing/drawn-briefing.ts';
import { briefingPdf } from '#export/briefing/pdf.tsx';
import { briefingSlides } from '#export/briefing/slide-plan.ts';
import { readPdf } from '#tests/export/pdf-reader.ts';
import { drawnFixture, onePixel } from './drawn-fixture.ts';

const loadFont = async (url: string) =>
  new Uint8Array(readFileSync(path.join(process.cwd(), url.split('?')[0] ?? '')));
const letters = (text: string): string => text.replaceAll(/\s/g, '');

async function pdfOf(briefing: DrawnBriefing) {
  const painted: string[] = [];
  const { blob, missing } = await briefingPdf(
    briefing,
    pictureIn(briefing.lang),
    async ({ svg }) => {
      painted.push(svg);
      return onePixel;
    },
    new Date('2026-11-23T06:20:00Z'),
    loadFont,
  );
  return { ...readPdf(new Uint8Array(await blob.arrayBuffer())), missing, painted };
}

beforeAll(() => {
  // What the library measures with, and jsdom lacks; all our texts stand at a settled place.
  HTMLCanvasElement.prototype.getContext = () => null;
  (SVGElement.prototype as unknown as { getBBox: () => unknown }).getBBox = () => ({ width: 0 });
});

describe('a briefing as PDF', () => {
  it.each(['en', 'es', 'pt'] as const)(
    'has a page for each slide, with its words as text, in %s',
    async (lang) => {
      const briefing = await drawnFixture(lang);
      const slides = briefingSlides(briefing);
      const { pages, texts, objects, missing } = await pdfOf(briefing);
      const writable = (text: string): string =>
        [...plain(text)].filter((character) => !missing.includes(character)).join('');
      expect(pages).toBe(slides.length);
      const all = letters(texts.join(''));
      for (const { title, texts: words, table } of slides) {
        for (const { text } of [title, ...words]) expect(all).toContain(letters(writable(text)));
        for (const heading of table?.header ?? []) expect(all).toContain(letters(heading));
      }
      expect([...objects.values()].some((body) => body.includes(`/Lang (${lang})`))).toBe(true);
    },
  );

  it('leads from each slide with a figure to where it can be opened again', async () => {
    const briefing = await drawnFixture();
    const links = briefingSlides(briefing).flatMap(({ texts }) => texts.flatMap(({ href }) => href ?? []));
    expect(links.length).toBeGreaterThan(4);
    const { objects } = await pdfOf(briefing);
    const led = [...objects.values()].flatMap((body) =>
      [...body.matchAll(/\/URI \((.*?)\)\s*>>/g)].map(([, address]) => address),
    );
    expect(led).toEqual(links);
  });

  it('says what its parts are, in reading order, and what its figures show', async () => {
    const briefing = await drawnFixture();
    const slides = briefingSlides(briefing);
    const { objects } = await pdfOf(briefing);
    const bodies = [...objects.values()];
    const catalog = bodies.find((body) => body.includes('/Type /Catalog')) ?? '';
    expect(catalog).toContain('/MarkInfo <</Marked true>>');
    const root = objects.get(Number(/\/StructTreeRoot (\d+) 0 R/.exec(catalog)?.[1])) ?? '';
    const refs = (body: string) => [...body.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id));
    const document = objects.get(refs(root)[0] ?? 0) ?? '';
    const parts = refs(/\/K \[(.*?)\]/.exec(document)?.[1] ?? '').map((id) => objects.get(id) ?? '');
    const typeOf = (body: string) => /\/S \/(\w+)/.exec(body)?.[1];
    expect(parts.filter((part) => typeOf(part) === 'H1')).toHaveLength(slides.length);
    const tables = parts.filter((part) => typeOf(part) === 'Table');
    expect(tables).toHaveLength(slides.filter(({ table }) => table).length);
    const rows = refs(/\/K \[(.*?)\]/.exec(tables[0] ?? '')?.[1] ?? '').map((id) => objects.get(id) ?? '');
    const cells = rows.map((row) =>
      refs(/\/K \[(.*?)\]/.exec(row)?.[1] ?? '').map((id) => typeOf(objects.get(id) ?? '')),
    );
    expect(new Set(cells[0])).toEqual(new Set(['TH']));
    expect(new Set(cells.slice(1).flat())).toEqual(new Set(['TD']));
    const alts = parts
      .filter((part) => typeOf(part) === 'Figure')
      .map((part) => /\/Alt <feff([0-9a-f]*)>/.exec(part)?.[1] ?? '')
      .map((hex) => Buffer.from(hex, 'hex').swap16().toString('utf16le'));
    expect(alts).toEqual(slides.flatMap(({ figure }) => (figure ? [figure.content.words.alt] : [])));
    // Every mark on a page is a part's, and every part with a mark is on a page.
    const marks = bodies.flatMap((body) => [...body.matchAll(/<<\/MCID (\d+)>> BDC/g)]);
    const marked = bodies.filter((body) => /\/Type \/StructElem.*\/K \d+/.test(body));
    expect(marks).toHaveLength(marked.length);
  });

  it('draws live figures as vectors, and pinned ones as they were', async () => {
    const briefing = await drawnFixture();
    const figures = briefingSlides(briefing).flatMap(({ figure }) => (figure ? [figure.content] : []));
    const pinned = figures.filter(({ drawing }) => drawing === null);
    const { painted } = await pdfOf(briefing);
    expect(figures.length).toBeGreaterThan(pinned.length);
    expect(painted).toEqual(pinned.map(({ pictures }) => pictures?.slide.svg));
  });
});
