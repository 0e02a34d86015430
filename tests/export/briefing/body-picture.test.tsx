// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { bodyPicture } from '#export/briefing/body-picture.tsx';
import type { Drawing, FigureSize } from '#figures/figure.ts';
import { textWidth } from '#figures/text-width.ts';
import { drawnFixture } from './drawn-fixture.ts';

const size = { width: 1000, height: 400 };

/** The size that a drawing's body is given in a picture. */
async function bodyOf(index: number, change: Partial<Drawing> = {}): Promise<FigureSize> {
  const drawing = (await drawnFixture()).items[index]?.content?.drawing;
  if (!drawing) throw new Error('The item has no drawing.');
  let given: FigureSize = { width: 0, height: 0 };
  const ink: Drawing['ink'] = (props) => {
    given = props.size;
    return null;
  };
  bodyPicture({ ...drawing, ...change, ink }, size, 16, 'en');
  return given;
}

it('stands a legend of one line under its figure, and a longer one beside it', async () => {
  const lines = (count: number): Drawing['legend'] => ({
    title: 'How to read',
    entries: Array.from({ length: count }, () => ({ mark: 'hatch', label: 'Years without a value' })),
  });
  const short = await bodyOf(2, { legend: lines(2) });
  expect(short.width).toBe(size.width);
  expect(short.height).toBeLessThan(size.height);
  const long = await bodyOf(2, { legend: lines(9) });
  expect(long.width).toBeLessThan(0.85 * size.width);
  expect(long.height).toBe(size.height);
});

it('leaves the last year under a timeline its room', async () => {
  const { width } = await bodyOf(1, { legend: null });
  expect(size.width - width).toBeGreaterThan(textWidth('2015', 16, 'bold') / 2);
});
