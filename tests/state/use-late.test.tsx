// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useLate } from '#state/use-late.ts';

afterEach(() => vi.useRealTimers());

it('tells of a wait only when it has gone on for a while, and each time anew', () => {
  vi.useFakeTimers();
  const { result, rerender } = renderHook(({ goesOn }) => useLate(goesOn, 300), {
    initialProps: { goesOn: true },
  });
  const wait = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));
  wait(299);
  expect(result.current).toBe(false);
  wait(2);
  expect(result.current).toBe(true);
  rerender({ goesOn: false });
  expect(result.current).toBe(false);
  wait(1000);
  rerender({ goesOn: true });
  expect(result.current).toBe(false);
  wait(301);
  expect(result.current).toBe(true);
});
