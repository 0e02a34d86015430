// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { queryTimers } from '#state/query-timers.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000_000_000 }));
afterEach(() => void vi.useRealTimers());

test('long delays share a timer, come late by one step at most and never early', () => {
  const came: number[] = [];
  const start = Date.now();
  for (let i = 0; i < 100; i += 1) queryTimers.setTimeout(() => came.push(Date.now() - start), 30_000 + i);
  expect(vi.getTimerCount()).toBeLessThanOrEqual(2);
  vi.advanceTimersByTime(29_999);
  expect(came).toEqual([]);
  vi.advanceTimersByTime(5_100);
  expect(came).toHaveLength(100);
  for (const ms of came) expect(ms).toBeGreaterThanOrEqual(30_000);
});

test('what is taken back does not come, also when it is taken back by another that is due with it', () => {
  const came: string[] = [];
  const first = queryTimers.setTimeout(() => came.push('first'), 60_000);
  queryTimers.setTimeout(() => {
    came.push('second');
    queryTimers.clearTimeout(third);
    queryTimers.setTimeout(() => came.push('later'), 10_000);
  }, 60_000);
  const third = queryTimers.setTimeout(() => came.push('third'), 60_000);
  queryTimers.clearTimeout(first);
  vi.advanceTimersByTime(65_000);
  expect(came).toEqual(['second']);
  vi.advanceTimersByTime(15_000);
  expect(came).toEqual(['second', 'later']);
});

test('many that are due together take turns, and one that fails keeps no other', () => {
  const came: number[] = [];
  let time = 0;
  // Every look at the clock finds it a millisecond on.
  vi.spyOn(performance, 'now').mockImplementation(() => {
    time += 1;
    return time;
  });
  for (let i = 0; i < 10; i += 1)
    queryTimers.setTimeout(() => {
      came.push(i);
      if (i === 4) throw new Error('refused');
    }, 60_000);
  const turns: number[] = [];
  for (let turn = 0; came.length < 10 && turn < 100; turn += 1) {
    const before = came.length;
    try {
      vi.advanceTimersToNextTimer();
    } catch (error) {
      expect([error, came.at(-1)]).toEqual([new Error('refused'), 4]);
    }
    turns.push(came.length - before);
  }
  expect(came).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(Math.max(...turns)).toBeLessThan(4);
  expect(vi.getTimerCount()).toBe(0);
  vi.restoreAllMocks();
});

test('short delays and intervals are exact', () => {
  const came: string[] = [];
  const kept = queryTimers.setTimeout(() => came.push('short'), 1000);
  const gone = queryTimers.setTimeout(() => came.push('gone'), 1000);
  const each = queryTimers.setInterval(() => came.push('tick'), 400);
  queryTimers.clearTimeout(gone);
  expect(kept).not.toBe(gone);
  vi.advanceTimersByTime(1000);
  queryTimers.clearInterval(each);
  vi.advanceTimersByTime(1000);
  expect(came).toEqual(['tick', 'tick', 'short']);
});
