// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reportUnreachable, tryNow, useService, watchService } from '#state/service-store.ts';

let answers = true;
let stop: () => void;
const onBack = vi.fn();
const waits: number[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  answers = true;
  onBack.mockClear();
  waits.length = 0;
  useService.setState({ reachable: true, online: true, nextTry: null, attempt: 0 });
  stop = watchService({ ping: async () => answers, onBack, now: () => 0, random: () => 0 });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe('the watch over the service', () => {
  it('tries again after 1, 2, 4 … 60 s, and then every minute', async () => {
    answers = false;
    reportUnreachable();
    for (let i = 0; i < 9; i++) {
      waits.push((useService.getState().nextTry ?? 0) / 1000);
      await vi.advanceTimersByTimeAsync(useService.getState().nextTry ?? 0);
    }
    expect(waits).toEqual([1, 2, 4, 8, 15, 30, 60, 60, 60]);
    expect(useService.getState().reachable).toBe(false);
  });

  it('says once that it is back, and starts counting anew at the next failure', async () => {
    answers = false;
    reportUnreachable();
    await vi.advanceTimersByTimeAsync(3000);
    answers = true;
    await vi.advanceTimersByTimeAsync(4000);
    expect(useService.getState()).toMatchObject({ reachable: true, nextTry: null });
    expect(onBack.mock.calls).toEqual([[true]]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(onBack).toHaveBeenCalledOnce();
    answers = false;
    reportUnreachable();
    expect(useService.getState().nextTry).toBe(1000);
  });

  it('asks ever more seldom of one that answers a ping and fails what is asked next', async () => {
    for (let i = 0; i < 5; i++) {
      reportUnreachable();
      waits.push((useService.getState().nextTry ?? 0) / 1000);
      await vi.advanceTimersByTimeAsync(useService.getState().nextTry ?? 0);
      expect(useService.getState().reachable).toBe(true);
    }
    expect(waits).toEqual([1, 2, 4, 8, 15]);
    await vi.advanceTimersByTimeAsync(16_000);
    reportUnreachable();
    expect(useService.getState().nextTry).toBe(1000);
  });

  it('was not away when a call failed and the first ping is answered', async () => {
    reportUnreachable();
    await vi.advanceTimersByTimeAsync(1000);
    expect(onBack.mock.calls).toEqual([[false]]);
  });

  it('notices a service that stops while nothing is asked of it', async () => {
    answers = false;
    await vi.advanceTimersByTimeAsync(16_000);
    expect(useService.getState().reachable).toBe(false);
  });

  it('starts what failed again when the reader asks, though the service never was away', async () => {
    await tryNow();
    expect(onBack).not.toHaveBeenCalled();
    await tryNow(true);
    expect(onBack).toHaveBeenCalledOnce();
  });

  it('tries at once when the reader asks', async () => {
    answers = false;
    reportUnreachable();
    answers = true;
    await tryNow();
    expect(useService.getState().reachable).toBe(true);
  });

  it('tries at once when the network is back', async () => {
    answers = false;
    reportUnreachable();
    answers = true;
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(useService.getState().reachable).toBe(true);
  });
});
