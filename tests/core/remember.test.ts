import { expect, it, vi } from 'vitest';
import { remember } from '#core/remember.ts';

it('makes once for a key, null too', () => {
  const make = vi.fn(() => null);
  const remembered = remember<string, null>(10);
  expect([remembered('a', make), remembered('a', make)]).toEqual([null, null]);
  expect(make).toHaveBeenCalledTimes(1);
});

it('forgets when it would hold more than it may', () => {
  const remembered = remember<number, number>(2);
  const make = vi.fn(() => 7);
  for (const key of [1, 2, 1, 2, 3, 3, 1]) remembered(key, make);
  expect(make).toHaveBeenCalledTimes(4);
});
