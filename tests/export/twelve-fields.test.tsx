import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { drawnFields } from '#core/figure-fields.ts';
import { langs } from '#core/view.ts';
import { presets } from '#export/presets.ts';
import { Frame } from '#figures/Frame.tsx';
import type { Drawing, FigureTheme } from '#figures/figure.ts';
import { layoutFrame } from '#figures/frame-layout.ts';
import { textWidth } from '#figures/text-width.ts';
import { i18nOf } from '#tests/figures/lanes-fixture.ts';
import { drawingsOf } from './drawings.ts';

const kinds = ['lanes', 'series', 'rank', 'map', 'table', 'indicator'] as const;
const plainText = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
/** Words without white space: lines are broken anywhere, letters never change. */
const letters = (text: string): string => text.replaceAll(/\s/g, '');

/** Reads a field back out of the file's own text. */
function fieldOf(svg: string, field: string): string {
  const from = svg.indexOf(`<g data-field="${field}">`);
  if (from < 0) return '';
  const inside = svg.slice(from, svg.indexOf('</g>', from));
  return plainText([...inside.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]).join(' '));
}

function draw(drawing: Drawing, at: number, theme: FigureTheme = 'light'): string {
  return renderToStaticMarkup(<Frame drawing={drawing} spec={presets[at]!} theme={theme} lang="en" />);
}

describe.each(langs)('in %s', (lang) => {
  describe.each(kinds)('a %s figure', (kind) => {
    it.each(presets.map((preset, at) => [preset.tag, at] as const))(
      'carries its twelve fields at %s',
      async (_, at) => {
        const drawing = drawingsOf(await i18nOf(lang))[kind];
        const svg = draw(drawing, at);
        for (const field of drawnFields)
          expect(letters(fieldOf(svg, field)), field).toBe(letters(drawing.words[field]));
        expect(drawnFields).toHaveLength(11);
        expect(svg).toContain('<g data-part="body"');
        expect(plainText(svg)).toContain(`>${drawing.words.title}</title>`);
        expect(plainText(svg)).toContain(`>${drawing.words.alt}</desc>`);
      },
    );

    it.each(presets.map((preset) => [preset.tag, preset] as const))(
      'lets nothing overlap nor leave the sheet at %s',
      async (_, preset) => {
        const drawing = drawingsOf(await i18nOf(lang))[kind];
        const layout = layoutFrame(drawing, preset);
        const { width, height } = preset.size;
        for (const block of layout.blocks) {
          for (const line of block.lines) {
            const long = textWidth(line, block.size, block.face);
            const left = block.anchor === 'end' ? block.x - long : block.x;
            expect(left, block.field).toBeGreaterThanOrEqual(0);
            expect(left + long, block.field).toBeLessThanOrEqual(width);
          }
          expect(block.y + (block.lines.length - 1) * block.lineHeight, block.field).toBeLessThanOrEqual(
            height,
          );
          expect(overlaps(block, layout.body), block.field).toBe(false);
        }
        expect(layout.body.height / height).toBeGreaterThan(0.2);
      },
    );
  });
});

function overlaps(
  block: ReturnType<typeof layoutFrame>['blocks'][number],
  body: { x: number; y: number; width: number; height: number },
): boolean {
  const top = block.y - block.size * 0.75;
  const bottom = block.y + (block.lines.length - 1) * block.lineHeight;
  const isBeside = block.anchor === 'start' && block.x >= body.x + body.width;
  return !isBeside && bottom > body.y && top < body.y + body.height;
}

describe('a file that leaves', () => {
  it('holds nothing that runs, loads or could be mistaken for markup', async () => {
    const drawing = drawingsOf(await i18nOf('en')).lanes;
    const hostile = {
      ...drawing,
      words: {
        ...drawing.words,
        title: '</title><script>alert(1)</script>',
        filters: '"><image href="//x"/>',
      },
    };
    for (const theme of ['light', 'dark'] as const) {
      const svg = draw(hostile, 0, theme);
      expect(svg).not.toMatch(/<script|<foreignObject|<image|xlink:href|javascript:/i);
      expect(svg.match(/<[a-z][^>]*\shref=/gi)).toBeNull();
      expect(fieldOf(svg, 'title').replaceAll(' ', '')).toBe('</title><script>alert(1)</script>');
    }
  });

  it('has no id twice', async () => {
    for (const kind of kinds) {
      const ids = [...draw(drawingsOf(await i18nOf('en'))[kind], 0).matchAll(/\sid="([^"]+)"/g)].map(
        (m) => m[1],
      );
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('keeps type large enough for its size (ux.md 8)', () => {
    for (const preset of presets) {
      const smallest = preset.font * 0.88;
      if (preset.size.width === 1080) expect(smallest).toBeGreaterThanOrEqual(22);
      if (preset.density === 300) expect((smallest / 300) * 72).toBeGreaterThanOrEqual(8);
    }
  });

  it('gives up type before room when an address is very long', async () => {
    const drawing = drawingsOf(await i18nOf('es')).lanes;
    const words = { ...drawing.words, link: `${drawing.words.link}&q=${'palabra%20'.repeat(60)}` };
    const layout = layoutFrame({ words, legend: drawing.legend }, presets[1]!);
    expect(layout.font).toBeLessThan(presets[1]!.font);
    expect(letters(layout.blocks.find(({ field }) => field === 'link')!.lines.join(''))).toBe(
      letters(words.link),
    );
  });
});

it('keeps a long caveat beside the body clear of the sources under it', async () => {
  const { lanes } = drawingsOf(await i18nOf('en'));
  const long = { ...lanes, words: { ...lanes.words, caveat: `${lanes.words.caveat} `.repeat(3).trim() } };
  const spec = presets.find(({ tag }) => tag === '4x3')!;
  const { blocks, rule, font } = layoutFrame(long, spec);
  expect(font).toBeLessThan(spec.font);
  const counts = blocks.find(({ field }) => field === 'counts')!;
  expect(counts.y + counts.lines.length * counts.size).toBeLessThan(rule.y);
});
