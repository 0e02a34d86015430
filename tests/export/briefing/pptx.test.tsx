// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { langs } from '#core/view.ts';
import { pictureIn } from '#export/briefing/body-picture.tsx';
import type { DrawnBriefing } from '#export/briefing/drawn-briefing.ts';
import type { Painter } from '#export/briefing/paint-picture.ts';
import { briefingPptx } from '#export/briefing/pptx.ts';
import { drawnFixture, hostile, onePixel } from './drawn-fixture.ts';
import { faultsOf, type OfficePackage, openPackage, partsNamed, words } from './office-package.ts';

let briefing: DrawnBriefing;
let file: OfficePackage;
let slides: readonly Document[];
const painted: { width: number; height: number; svg: string }[] = [];
const paint: Painter = async (picture) => {
  painted.push(picture);
  return onePixel;
};

beforeAll(async () => {
  briefing = await drawnFixture();
  file = await openPackage(await briefingPptx(briefing, pictureIn('en'), paint));
  slides = partsNamed(file, /^ppt\/slides\/slide\d+\.xml$/).map((name) => file.xml(name));
});

const frames = (slide: Document) =>
  [...slide.getElementsByTagName('a:off')].map((offset) => {
    const extent = offset.parentElement?.getElementsByTagName('a:ext')[0];
    const at = (element: Element | undefined, key: string) => Number(element?.getAttribute(key)) / 914_400;
    return { x: at(offset, 'x'), y: at(offset, 'y'), w: at(extent, 'cx'), h: at(extent, 'cy') };
  });

describe('slides of a briefing', () => {
  it('are a sound package', () => {
    expect(faultsOf(file)).toEqual([]);
  });

  it('are 16:9, one for each item and more only where a list needs them, with a title and a sources slide', () => {
    const size = file.xml('ppt/presentation.xml').getElementsByTagName('p:sldSz')[0];
    expect(Number(size?.getAttribute('cx')) / Number(size?.getAttribute('cy'))).toBeCloseTo(16 / 9, 2);
    const titles = slides.map((slide) => {
      const title = [...slide.getElementsByTagName('p:sp')].find((shape) =>
        shape.querySelector('*|ph[type="title"]'),
      );
      return title?.textContent?.trim();
    });
    expect(titles.every((title) => title)).toBe(true);
    const bare = titles.map((title) => title?.replace(/ \(\d+\/\d+\)$/, ''));
    expect(new Set(bare)).toEqual(
      new Set([briefing.title, ...briefing.items.map((item) => item.title), 'Sources and links']),
    );
    const list = titles.filter((title) => title?.startsWith('First thirty events'));
    expect(list.length).toBeGreaterThan(1);
    expect(list).toEqual(list.map((_, at) => `First thirty events (${at + 1}/${list.length})`));
  });

  it('say message, annotation, sources, licence and data in native text', () => {
    const [, map] = slides;
    const item = briefing.items[0]!;
    const said = words(map!);
    const { sources, licence, dataAsOf } = item.content!.words;
    for (const part of [item.message, item.annotation, sources, licence, dataAsOf])
      expect(said).toContain(part);
  });

  it.each(langs)('say whole what is not counted, however long the filters are, in %s', async (lang) => {
    const own = await drawnFixture(lang);
    const item = own.items[0]!;
    const { content } = item;
    const drawn = content!.words;
    const filters = `${drawn.filters} ${drawn.filters.repeat(9)}`;
    const said = { ...drawn, filters, subtitle: `${drawn.subtitle} `.repeat(6).trim() };
    const items = [{ ...item, content: { ...content!, words: said } }];
    const deck = await openPackage(
      await briefingPptx({ ...own, items }, pictureIn(lang), async () => onePixel),
    );
    const shown = words(deck.xml('ppt/slides/slide2.xml'));
    expect(shown).toContain(said.counts);
    expect(shown).toContain(said.caveat);
    expect(shown).not.toContain(filters);
    expect(words(deck.xml('ppt/notesSlides/notesSlide2.xml'))).toContain(filters.replace(/^[^:]*: /, ''));
  });

  it('lead from the face of every figure, list and record to where it can be opened again', () => {
    const shown = briefing.items.filter(({ content }) => content !== null);
    for (const item of shown) {
      const { link } = item.content!.words;
      const own = slides.flatMap((slide, at) => (words(slide).includes(item.title) ? [at + 1] : []));
      expect(own.length, item.id).toBeGreaterThan(0);
      for (const number of own.filter((one) => one < slides.length)) {
        const relations = file.xml(`ppt/slides/_rels/slide${number}.xml.rels`);
        const targets = [...relations.querySelectorAll('Relationship[TargetMode="External"]')];
        expect(targets.map((one) => one.getAttribute('Target'))).toEqual([link]);
        expect(words(slides[number - 1]!)).toContain(new URL(link).host);
      }
    }
  });

  it('lead nowhere but to the web', async () => {
    const [first] = briefing.items;
    const words = { ...first!.content!.words, link: 'javascript:alert(1)' };
    const items = [{ ...first!, content: { ...first!.content!, words } }];
    const deck = await openPackage(
      await briefingPptx({ ...briefing, items }, pictureIn('en'), async () => onePixel),
    );
    for (const name of deck.names.filter((one) => one.endsWith('.rels')))
      expect(deck.text(name)).not.toContain('javascript:');
  });

  it('keep every frame on the slide', () => {
    for (const [index, slide] of slides.entries()) {
      for (const { x, y, w, h } of frames(slide)) {
        expect([index, x + w <= 13.34, y + h <= 7.51, x >= 0, y >= 0]).toEqual([
          index,
          true,
          true,
          true,
          true,
        ]);
      }
    }
  });

  it('carry a picture with its text alternative for each figure, laid out for its place', () => {
    const pictures = slides.flatMap((slide) => [...slide.getElementsByTagName('p:pic')]);
    const alts = pictures.map((picture) => picture.getElementsByTagName('p:cNvPr')[0]?.getAttribute('descr'));
    const figures = briefing.items.filter((item) => item.kind === 'figure');
    expect(alts).toEqual(figures.map((item) => item.content?.words.alt));
    expect(painted).toHaveLength(figures.length);
    for (const { width, height, svg } of painted) {
      expect(width).toBeGreaterThan(600);
      expect(height).toBeGreaterThan(200);
      expect(svg).not.toContain(briefing.items[0]!.content!.words.link);
    }
  });

  it('give all rows of a list as native tables with a header each', () => {
    const rows = slides
      .filter((slide) => words(slide).startsWith('First thirty events'))
      .flatMap((slide) => {
        const [header, ...rest] = [...slide.getElementsByTagName('a:tr')];
        expect(words(slide)).toContain('Date');
        expect(header?.textContent).toContain('Source');
        return rest;
      });
    expect(rows).toHaveLength(30);
    expect(rows[4]?.textContent).toContain('—');
  });

  it('stand a small table beside its figure', () => {
    const rank = slides.find((slide) => words(slide).includes(briefing.items[3]!.title))!;
    expect(rank.getElementsByTagName('a:tbl')).toHaveLength(1);
    expect(rank.getElementsByTagName('p:pic')).toHaveLength(1);
  });

  it('have notes with message, filters, counts, sources, licence and link', () => {
    const notes = partsNamed(file, /^ppt\/notesSlides\/notesSlide\d+\.xml$/).map((name) =>
      words(file.xml(name)),
    );
    expect(notes).toHaveLength(slides.length);
    for (const item of briefing.items.filter(({ content }) => content)) {
      const { filters, counts, sources, licence, link } = item.content!.words;
      const own = notes.find((text) =>
        [link, item.message.slice(0, 30), counts].every((part) => text.includes(part)),
      );
      for (const part of [filters, sources, licence]) expect(own).toContain(part);
    }
    const long = notes.find((text) => text.includes('A long message.'));
    expect(long?.match(/A long message\./g)).toHaveLength(60);
  });

  it('take hostile text as text', () => {
    expect(slides.some((slide) => words(slide).includes(hostile))).toBe(true);
  });

  it('are in the language of the briefing', async () => {
    const spanish = await drawnFixture('es');
    const deck = await openPackage(await briefingPptx(spanish, pictureIn('es'), paint));
    expect(words(deck.xml('ppt/slides/slide2.xml'))).toContain(spanish.items[0]!.content!.words.subtitle);
    expect(deck.text('ppt/slides/slide2.xml')).toContain('lang="es-419"');
    expect(
      partsNamed(deck, /slides\/slide\d+\.xml$/).some((name) =>
        words(deck.xml(name)).includes('Fuentes y enlaces'),
      ),
    ).toBe(true);
  });
});
