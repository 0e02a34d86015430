// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { pictureIn } from '#export/briefing/body-picture.tsx';
import { briefingDocx } from '#export/briefing/docx.ts';
import type { DrawnBriefing } from '#export/briefing/drawn-briefing.ts';
import { drawnFixture, hostile, onePixel } from './drawn-fixture.ts';
import { faultsOf, type OfficePackage, openPackage, partsNamed, words } from './office-package.ts';

let briefing: DrawnBriefing;
let file: OfficePackage;
let body: Document;

beforeAll(async () => {
  briefing = await drawnFixture('pt');
  file = await openPackage(await briefingDocx(briefing, pictureIn('pt'), async () => onePixel));
  body = file.xml('word/document.xml');
});

const styled = (style: string) =>
  [...body.getElementsByTagName('w:p')]
    .filter(
      (one) =>
        one.querySelector(`*|pStyle[*|val="${style}"]`) ??
        one.getElementsByTagName('w:pStyle')[0]?.getAttribute('w:val') === style,
    )
    .map((one) => one.textContent);

describe('the document of a briefing', () => {
  it('is a sound package', () => {
    expect(faultsOf(file)).toEqual([]);
  });

  it('has a title, a heading for each item and one for the sources', () => {
    expect(styled('Title')).toEqual([briefing.title]);
    expect(styled('Heading1')).toEqual([...briefing.items.map((item) => item.title), 'Fontes e links']);
  });

  it('has each figure with its text alternative and a numbered caption', () => {
    const figures = briefing.items.filter((item) => item.kind === 'figure');
    const alts = [...body.getElementsByTagName('wp:docPr')].map((picture) => picture.getAttribute('descr'));
    expect(alts).toEqual(figures.map((item) => item.content?.words.alt));
    const said = words(body);
    figures.forEach((_, index) => {
      expect(said).toContain(`Figura ${index + 1}.`);
    });
    for (const { content } of figures) expect(said).toContain(content!.words.caveat);
  });

  it('links each figure to the view that it was', () => {
    const relations = file.xml('word/_rels/document.xml.rels');
    const targets = [...relations.querySelectorAll('[TargetMode="External"]')].map((one) =>
      one.getAttribute('Target'),
    );
    for (const { content } of briefing.items) if (content) expect(targets).toContain(content.words.link);
  });

  it('repeats the header of a list and keeps all of its rows', () => {
    const list = [...body.getElementsByTagName('w:tbl')].find((table) =>
      table.textContent?.includes('Event 30'),
    )!;
    expect(list.getElementsByTagName('w:tr')).toHaveLength(31);
    expect(list.getElementsByTagName('w:tblHeader')).toHaveLength(1);
  });

  it('says in every footer which data it is, and in its styles which language', () => {
    const footers = partsNamed(file, /^word\/footer\d+\.xml$/);
    expect(footers.length).toBeGreaterThan(0);
    for (const name of footers) expect(words(file.xml(name))).toContain(briefing.dataAsOf);
    expect(file.text('word/styles.xml')).toContain('pt-BR');
  });

  it('takes hostile text as text', () => {
    expect(words(body)).toContain(hostile);
  });

  it('says that lines grow with what stands in them, else a figure is cut to the height of a line', () => {
    const spaced = [...body.getElementsByTagName('w:spacing')].filter((one) => one.hasAttribute('w:line'));
    expect(spaced.length).toBeGreaterThan(0);
    for (const one of spaced) expect(one.getAttribute('w:lineRule')).toBe('auto');
  });
});
