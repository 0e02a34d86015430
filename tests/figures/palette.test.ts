import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { families } from '#core/taxonomy.ts';
import { shapeOf } from '#figures/glyph.tsx';
import { familyDash, type Palette, palettes } from '#figures/palette.ts';

type Rgb = readonly [number, number, number];

const rgbOf = (hex: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Rgb;
const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const linearOf = (hex: string): Rgb => rgbOf(hex).map(linear) as unknown as Rgb;

/** WCAG 2.2 relative luminance and contrast. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r, g, blue] = linearOf(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira, Fernandes 2009, severity 1, on linear RGB. */
const visions: Readonly<Record<string, readonly number[]>> = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

/** OKLab × 100 of a colour as a kind of vision sees it. */
function seen(hex: string, vision: string): Rgb {
  const m = visions[vision]!;
  const [r, g, b] = linearOf(hex);
  const row = (at: number): number => Math.min(1, Math.max(0, m[at]! * r + m[at + 1]! * g + m[at + 2]! * b));
  const [x, y, z] = [row(0), row(3), row(6)];
  const l = Math.cbrt(0.4122214708 * x + 0.5363325363 * y + 0.0514459929 * z);
  const n = Math.cbrt(0.2119034982 * x + 0.6806995451 * y + 0.1073969566 * z);
  const s = Math.cbrt(0.0883024619 * x + 0.2817188376 * y + 0.6299787005 * z);
  return [
    100 * (0.2104542553 * l + 0.793617785 * n - 0.0040720468 * s),
    100 * (1.9779984951 * l - 2.428592205 * n + 0.4505937099 * s),
    100 * (0.0259040371 * l + 0.7827717662 * n - 0.808675766 * s),
  ];
}

const distance = (a: Rgb, b: Rgb): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

function worstPair(colours: readonly string[], neighboursOnly: boolean): number {
  let worst = Number.POSITIVE_INFINITY;
  for (const vision of Object.keys(visions)) {
    const points = colours.map((colour) => seen(colour, vision));
    points.forEach((point, i) => {
      points.forEach((other, j) => {
        if (j <= i || (neighboursOnly && j !== i + 1)) return;
        worst = Math.min(worst, distance(point, other));
      });
    });
  }
  return worst;
}

describe.each(Object.entries(palettes))('the %s palette', (theme, palette: Palette) => {
  it('shows every category at 3:1 and more against its grounds (A09)', () => {
    for (const colour of Object.values(palette.category)) {
      expect(contrast(colour, palette.bg)).toBeGreaterThanOrEqual(3);
      expect(contrast(colour, palette.land)).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(palette.control, palette.bg)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.coast, palette.water)).toBeGreaterThanOrEqual(3);
  });

  it('shows every text at 4.5:1 and more', () => {
    for (const text of [palette.text, palette.text2, palette.text3, palette.accent]) {
      expect(contrast(text, palette.bg)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(text, palette.surface)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(text, palette.window)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keeps categories ten units apart in every kind of colour vision (A10)', () => {
    expect(worstPair(Object.values(palette.category), false)).toBeGreaterThanOrEqual(10);
  });

  it('keeps neighbouring classes ten units apart and their labels readable', () => {
    expect(worstPair(palette.sequential, true)).toBeGreaterThanOrEqual(10);
    palette.sequential.forEach((colour, at) => {
      const least = theme === 'dark' && at === 2 ? 4 : 4.5;
      expect(contrast(colour, palette.sequentialInk[at]!)).toBeGreaterThanOrEqual(least);
    });
  });

  it('shows every class of density at 3:1 and more on land, since its squares have no edge', () => {
    expect(worstPair(palette.density, true)).toBeGreaterThanOrEqual(8.5);
    for (const colour of palette.density)
      for (const ground of [palette.land, palette.landChosen, palette.water])
        expect(contrast(colour, ground)).toBeGreaterThanOrEqual(2.9);
  });

  it('shows hot and cold spots at 3:1 and more on every ground, apart in every kind of vision, signs readable', () => {
    const { strongHot, hot, cold, strongCold, fresh, ink, strongInk } = palette.hot;
    for (const colour of [strongHot, hot, cold, strongCold, fresh])
      for (const ground of [palette.land, palette.landChosen, palette.water])
        expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
    expect(worstPair([strongHot, hot, cold, strongCold], false)).toBeGreaterThanOrEqual(10);
    expect(worstPair([strongHot, hot, cold, fresh], false)).toBeGreaterThanOrEqual(10);
    for (const colour of [hot, cold]) expect(contrast(colour, ink)).toBeGreaterThanOrEqual(4.5);
    for (const colour of [strongHot, strongCold, fresh])
      expect(contrast(colour, strongInk)).toBeGreaterThanOrEqual(4.5);
  });

  it('says the same as the page’s tokens', () => {
    const css = readFileSync('src/app/tokens.css', 'utf8');
    const block =
      theme === 'light' ? css.slice(css.indexOf(':root {')) : css.slice(css.indexOf('[data-theme="dark"]'));
    const token = (name: string): string | undefined =>
      new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(block)?.[1];
    for (const { key } of families) expect(token(`cat-${key}`)).toBe(palette.category[key]);
    expect(palette.sequential.map((_, at) => token(`seq-${at + 1}`))).toEqual(palette.sequential);
    for (const name of [
      'bg',
      'surface',
      'sunken',
      'text',
      'accent',
      'control',
      'window',
      'water',
      'coast',
    ] as const)
      expect(token(name)).toBe(palette[name]);
  });
});

it('gives every family its own shape and its own dash, so that colour is never alone', () => {
  const keys = families.map(({ key }) => key);
  expect(new Set(keys.map(shapeOf)).size).toBe(keys.length);
  expect(new Set(keys.map((key) => familyDash[key])).size).toBe(keys.length);
});
