import { describe, expect, it } from 'vitest';
import { draftWindow, dropDraft, windowLetGo } from '#state/draft-store.ts';

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
