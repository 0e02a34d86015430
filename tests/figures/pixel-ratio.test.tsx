// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { usePixelRatio } from '#figures/pixel-ratio.ts';

afterEach(() => vi.unstubAllGlobals());

it('follows the pixels of the screen each time they change, and no longer than asked', () => {
  const asked: { query: string; list: EventTarget }[] = [];
  vi.stubGlobal('matchMedia', (query: string) => {
    const list = new EventTarget();
    asked.push({ query, list });
    return list;
  });
  const moveTo = (ratio: number) =>
    act(() => {
      vi.stubGlobal('devicePixelRatio', ratio);
      asked.at(-1)?.list.dispatchEvent(new Event('change'));
    });
  vi.stubGlobal('devicePixelRatio', 1);
  const { result, unmount } = renderHook(usePixelRatio);
  const seen = [result.current];
  for (const ratio of [2, 1.25]) {
    moveTo(ratio);
    seen.push(result.current);
  }
  expect(seen).toEqual([1, 2, 1.25]);
  expect(asked.map(({ query }) => query)).toEqual([1, 2, 1.25].map((ratio) => `(resolution: ${ratio}dppx)`));
  unmount();
  moveTo(3);
  expect(asked).toHaveLength(3);
});
