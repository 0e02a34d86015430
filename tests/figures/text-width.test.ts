import { expect, it } from 'vitest';
import { cutText, textWidth, wrapText } from '#figures/text-width.ts';

it('measures accents like their letters and digits alike', () => {
  expect(textWidth('Perú', 20)).toBe(textWidth('Peru', 20));
  expect(textWidth('111', 20)).toBe(textWidth('888', 20));
  expect(textWidth('WW', 20, 'bold')).toBeGreaterThan(textWidth('ii', 20, 'bold'));
});

it('wraps without losing a word and breaks what is too long for a line', () => {
  const text = 'Counts reports collected here, not all events. More events may mean more reporting.';
  const lines = wrapText(text, 200, 14);
  expect(lines.join(' ')).toBe(text);
  expect(lines.every((line) => textWidth(line, 14) <= 200)).toBe(true);
  const link = `https://atalaya.example/?v=1&${'type=seizure&'.repeat(12)}`;
  const broken = wrapText(link, 200, 14);
  expect(broken.join('')).toBe(link);
  expect(broken.every((line) => textWidth(line, 14) <= 200)).toBe(true);
});

it('breaks addresses between their parts, not within a date', () => {
  const link = 'https://atalaya.example/?v=1&asof=2026-11-23.02a284cc&from=2014-01-01&to=2015-12-31';
  for (let width = 240; width < 700; width += 20) {
    const lines = wrapText(link, width, 14);
    expect(lines.join('')).toBe(link);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/[&/?=,]$/);
  }
});

it('cuts to one line with an ellipsis', () => {
  expect(cutText('Short', 100, 12)).toBe('Short');
  const cut = cutText('A very long name of a region', 60, 12);
  expect(cut.endsWith('…')).toBe(true);
  expect(textWidth(cut, 12)).toBeLessThanOrEqual(60);
});
