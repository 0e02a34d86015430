import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnWidths,
  heightOf,
  layoutSlide,
  slideSize,
  type TextBox,
  tableParts,
} from '#export/briefing/slide-layout.ts';
import { textWidth } from '#figures/text-width.ts';

const cell = fc.string({ maxLength: 40 });
const rows = fc
  .integer({ min: 1, max: 6 })
  .chain((columns) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }),
  );

describe('words of a slide', () => {
  const words = {
    title: 'Seizures',
    message: 'Most lie on the coast.',
    annotation: 'Not crimes: reports.',
    caption: 'Events by cell, Peru, 2014.',
    caveat: '183 events; 4 too vague. Counts are of reports.',
    credit: 'Sources: Andina; UNODC · Licence: CC BY 4.0 · Data as of 22 November 2026',
    link: 'https://atalaya.example/?v=1&c=PE',
  };
  const stacked = (given: typeof words): readonly TextBox[] => {
    const { title, message, body, annotation, caption, caveat, credit, link } = layoutSlide(given);
    const whole = { ...body, size: 0, text: '' };
    return [title, message, whole, annotation, caption, caveat, credit, link].flatMap((box) => box ?? []);
  };

  it.each([
    ['short', words],
    ['long', Object.fromEntries(Object.entries(words).map(([key, text]) => [key, `${text} `.repeat(30)]))],
  ])('stand one under another and on the slide, %s ones', (_, given) => {
    const boxes = stacked(given as typeof words);
    expect(boxes).toHaveLength(8);
    for (const [at, { y, h }] of boxes.entries()) {
      const next = boxes[at + 1]?.y ?? slideSize.height;
      expect([at, y + h <= next + 1e-9]).toEqual([at, true]);
    }
    expect(boxes[2]!.h).toBeGreaterThan(1.99);
  });

  it('keep their paragraphs where they are cut', () => {
    const caption = `First.\n${'Second, which is long. '.repeat(60)}\nThird.`;
    const layout = layoutSlide({ ...words, caption });
    expect(layout.shortened).toBe(true);
    expect(layout.caption!.text).toMatch(/^First\.\nSecond, which is long\. .* …$/);
  });

  it('keep the caveat whole, however long the others are', () => {
    const caveat = 'Hot spots are of reports, not of crimes: 42 events are without a weight. '
      .repeat(14)
      .trim();
    const filters = `Filters: ${'cocaine, Colombia, '.repeat(80)}`;
    const short = layoutSlide({ ...words, caveat, caption: filters, credit: `${words.credit} `.repeat(30) });
    expect(short.caveat!.text).toBe(caveat);
    expect(short.caveat!.size).toBeGreaterThanOrEqual(9);
    expect(short.caption!.text).toMatch(/ …$/);
    const all = Object.fromEntries(Object.entries(words).map(([key, text]) => [key, `${text} `.repeat(30)]));
    const crowded = layoutSlide({ ...(all as typeof words), caveat });
    expect(crowded.caveat!.text).toBe(caveat);
    expect(crowded.body.h).toBeGreaterThan(1.99);
  });

  it('keep an address on one line, with its host and its end', () => {
    const address = `https://atalaya.example/?v=1&${'type=seizure,clash&'.repeat(20)}to=2015-12-31`;
    const { link, credit } = layoutSlide({ ...words, link: address });
    expect(link!.text).toMatch(/^atalaya\.example\/\?v=1&.*….*to=2015-12-31$/);
    expect(link!.h).toBeLessThan(0.2);
    expect(credit!.text).toBe(words.credit);
  });
});

describe('widths of columns', () => {
  it('fill the width, none of them negative', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 100, max: 1000 }), (table, width) => {
        const widths = columnWidths(table, width, 11);
        expect(widths).toHaveLength(table[0]!.length);
        expect(widths.every((one) => one >= 0)).toBe(true);
        expect(widths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(width, 3);
      }),
    );
  });

  it('do not break short columns where the long ones have room', () => {
    const table = [
      ['Date', 'Event', 'Country', 'Publisher'],
      ['24 Apr 1992', 'A sentence of what happened. '.repeat(5), 'Peru', 'An office with a long name (copy)'],
    ];
    const [date = 0, event = 0, country = 0, publisher = 0] = columnWidths(table, 870, 11);
    expect(date).toBeGreaterThan(textWidth('24 Apr 1992', 11));
    expect(country).toBeGreaterThan(textWidth('Country', 11, 'bold'));
    expect(event).toBeGreaterThan(2.5 * publisher);
  });

  it('keep words whole beside a long text', () => {
    const table = [
      ['Date', 'Event', 'Kind', 'Country'],
      ['24 Apr 1992', 'A long sentence about what happened there. '.repeat(12), 'Forced landing', 'Peru'],
    ];
    const [, , kind = 0, country = 0] = columnWidths(table, 450, 9);
    expect(kind).toBeGreaterThan(textWidth('landing', 9));
    expect(country).toBeGreaterThan(textWidth('Country', 9, 'bold'));
  });
});

describe('a table over several slides', () => {
  const row = heightOf('x', 11, 2) + 0.08;
  const parts = (rows: readonly string[], height: number) =>
    tableParts(
      ['Head'],
      rows.map((one) => [one]),
      [2],
      { size: 11, height },
    );

  it('leaves no single row on the last one', () => {
    const ten = Array.from({ length: 10 }, (_, at) => `row ${at}`);
    expect(parts(ten, row * 10.5).map((part) => part.length)).toEqual([5, 5]);
    expect(parts(ten, row * 11.5).map((part) => part.length)).toEqual([10]);
  });

  it('keeps every row in its order, on as few slides as hold them', () => {
    const words = fc.array(fc.string({ maxLength: 120 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.double({ min: 0.6, max: 6, noNaN: true }), (rows, height) => {
        const made = parts(rows, height);
        expect(made.flat(2)).toEqual(rows);
        const heights = rows.map((one) => heightOf(one, 11, 2 - 0.16) + 0.08);
        let least = 1;
        let left = height - (heightOf('Head', 11, 2 - 0.16) + 0.08);
        heights.forEach((own, at) => {
          if (own > left && at > 0) {
            least += 1;
            left = height - (heightOf('Head', 11, 2 - 0.16) + 0.08);
          }
          left -= own;
        });
        expect(made).toHaveLength(least);
      }),
    );
  });
});
