import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/app/tokens.css', 'utf8');

/** The custom properties of one rule of the tokens file. */
function tokensOf(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const light = tokensOf(':root');
const themes = { light, dark: { ...light, ...tokensOf(':root[data-theme="dark"]') } };
const grounds = ['bg', 'surface', 'sunken'];

describe.each(Object.entries(themes))('%s theme', (_name, tokens) => {
  const ratio = (a: string, b: string) => contrast(tokens[a] ?? '#000000', tokens[b] ?? '#000000');

  it.each(['text', 'text-2', 'text-3', 'accent'].flatMap((ink) => grounds.map((ground) => [ink, ground])))(
    '%s can be read on %s',
    (ink, ground) => {
      expect(ratio(ink, ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ['on-accent', 'accent'],
    ['on-accent', 'accent-strong'],
    ['accent', 'accent-soft'],
    ['text', 'accent-soft'],
    ['text-2', 'accent-soft'],
    ['text', 'selection'],
    ['text', 'warn-soft'],
    ['text', 'danger-soft'],
    ['danger', 'bg'],
    ['warn', 'bg'],
    ['ok', 'bg'],
  ])('%s can be read on %s', (ink, ground) => {
    expect(ratio(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(
    [
      'control',
      'focus',
      ...['seizure', 'air', 'clash', 'arrest', 'eradication', 'killing', 'trafficking', 'policy'].map(
        (key) => `cat-${key}`,
      ),
    ].map((mark) => [mark]),
  )('%s can be seen on a figure', (mark) => {
    expect(ratio(mark, 'bg')).toBeGreaterThanOrEqual(3);
  });
});
