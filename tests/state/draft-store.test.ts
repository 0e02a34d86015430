// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  askAhead,
  type DraftWindow,
  draftWindow,
  dropDraft,
  surroundings,
  useDraft,
  windowLetGo,
} from '#state/draft-store.ts';

const shown = () => useDraft.getState().window?.from ?? null;
const around = () => surroundings.map((part) => useDraft.getState().around[part]?.from ?? null);
/** Lets everything run that has been settled. */
const settle = () => vi.advanceTimersByTimeAsync(0);

/** Answers of a service that answers when it is told to. */
function service() {
  const open: { window: DraftWindow; answer(): void }[] = [];
  const stop = askAhead(
    (window) => new Promise<void>((resolve) => void open.push({ window, answer: resolve })),
  );
  return { open, stop };
}

afterEach(() => {
  dropDraft();
  vi.useRealTimers();
});

describe('a window that is let go', () => {
  it('is told to whoever waits for it, and to nobody while none is held', async () => {
    expect(windowLetGo()).toBeNull();
    draftWindow(1, 9);
    let told = false;
    const wait = windowLetGo()!.then(() => {
      told = true;
    });
    draftWindow(2, 9);
    await Promise.resolve();
    expect(told).toBe(false);
    dropDraft();
    await wait;
    expect(told).toBe(true);
    expect(windowLetGo()).toBeNull();
  });
});

describe('a window under the hand', () => {
  it('is shown with its answers, and of the places passed meanwhile only the last is asked about', async () => {
    vi.useFakeTimers();
    const { open, stop } = service();
    draftWindow(1, 9);
    for (const day of [2, 3, 4]) draftWindow(day, 9);
    expect(shown()).toBeNull();
    expect(open.map(({ window }) => window.from)).toEqual([1]);
    open[0]!.answer();
    await settle();
    expect(shown()).toBe(1);
    expect(open.map(({ window }) => window.from)).toEqual([1, 4]);
    open[1]!.answer();
    await settle();
    expect(shown()).toBe(4);
    stop();
  });

  it('is shown without them when they are late or fail', async () => {
    vi.useFakeTimers();
    const { stop } = service();
    draftWindow(1, 9);
    await vi.advanceTimersByTimeAsync(60);
    expect(shown()).toBeNull();
    await vi.advanceTimersByTimeAsync(100);
    expect(shown()).toBe(1);
    stop();
    const failing = askAhead(() => Promise.reject(new Error('gone')));
    draftWindow(2, 9);
    await settle();
    expect(shown()).toBe(2);
    failing();
  });

  it('that has been let go is not shown by an answer that comes after, nor in the next drag', async () => {
    vi.useFakeTimers();
    const { open, stop } = service();
    draftWindow(1, 9);
    dropDraft();
    draftWindow(5, 9);
    open[0]!.answer();
    await settle();
    expect(shown()).toBeNull();
    open[1]!.answer();
    await settle();
    expect(shown()).toBe(5);
    stop();
  });
});

describe('what surrounds a dragged window', () => {
  it('follows in turns where drawing is slow, and all of it once the hand rests', async () => {
    vi.useFakeTimers();
    let now = performance.now();
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const drawing = useDraft.subscribe(() => {
      now += 9;
    });
    for (let day = 1; day <= 60; day++) {
      draftWindow(day, 99);
      const before = around();
      now += 8;
      await vi.advanceTimersByTimeAsync(17);
      const turned = around().filter((from, part) => from !== before[part]).length;
      expect(turned).toBeLessThanOrEqual(1);
    }
    await vi.advanceTimersByTimeAsync(17);
    expect(shown()).toBe(60);
    expect(around().some((from) => from !== 60)).toBe(true);
    for (const from of around()) expect(from ?? 0, 'no part is left behind for long').toBeGreaterThan(36);
    now += 200;
    await vi.advanceTimersByTimeAsync(200);
    expect(around()).toEqual(surroundings.map(() => 60));
    drawing();
    dropDraft();
    expect(around()).toEqual(surroundings.map(() => null));
  });

  it('follows beside the window where the frame has time for it', async () => {
    vi.useFakeTimers();
    draftWindow(1, 99);
    await vi.advanceTimersByTimeAsync(400);
    expect(around(), 'each part was drawn once, and took no time').toEqual(surroundings.map(() => 1));
    for (let day = 2; day <= 6; day++) {
      draftWindow(day, 99);
      await vi.advanceTimersByTimeAsync(17);
      expect(shown()).toBe(day);
      expect(around()).toEqual(surroundings.map(() => day));
    }
  });
});
