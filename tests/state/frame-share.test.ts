import { afterEach, describe, expect, it, vi } from 'vitest';
import { frameShare } from '#state/frame-share.ts';

/** A clock moved by hand, and pieces of work that take so long. */
function frames() {
  let now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const share = frameShare();
  return {
    share,
    do: (piece: string, ms: number) =>
      share.spend(piece, () => {
        now += ms;
      }),
    /** The next frame begins so long after this one did. */
    next(gap: number) {
      share.end(true);
      now += gap;
      share.begin(now);
    },
  };
}

afterEach(() => vi.restoreAllMocks());

describe('what fits into a frame', () => {
  it('is what is known to be short enough beside what the frame has done', async () => {
    const { share, do: work, next } = frames();
    expect(share.fits(100, 'map'), 'what was never done').toBe(false);
    await work('map', 4);
    expect(share.fits(9, 'map')).toBe(true);
    expect(share.fits(7, 'map')).toBe(false);
    next(17);
    expect(share.fits(7, 'map')).toBe(true);
  });

  it('takes a slow time for lasting and a quick one for luck', async () => {
    const { share, do: work, next } = frames();
    await work('map', 10);
    await work('map', 1);
    next(17);
    expect(share.fits(4.9, 'map')).toBe(false);
    expect(share.fits(5.1, 'map')).toBe(true);
  });

  it('shrinks when a frame that shared its time is late, and grows back while they are on time', async () => {
    const { share, do: work, next } = frames();
    next(17);
    const first = share.trusted();
    await work('window', 1);
    await work('map', 1);
    next(40);
    const lost = share.trusted();
    expect(lost).toBeLessThan(first);
    await work('window', 1);
    next(40);
    expect(share.trusted(), 'a frame with one piece tells nothing').toBe(lost);
    for (let frame = 0; frame < 100; frame++) {
      await work('window', 1);
      await work('map', 1);
      next(17);
    }
    expect(share.trusted()).toBeGreaterThan(first);
  });
});
