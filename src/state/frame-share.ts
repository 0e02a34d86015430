/** How much of what a piece of work last took is kept when it was quicker: a slow one is not forgotten at once. */
const KEPT = 0.5;
/** Scripts that a frame of a motion is trusted with: at first, at least and at most, milliseconds. Layout, painting and the rest come on top. */
const FIRST_MS = 4;
const LEAST_MS = 3;
const MOST_MS = 6;
/** A frame that shared its time and came so late had too much of it. */
const LATE_MS = 25;
/** Trust is lost faster than it is won: code that is new, or another program, makes frames late in rows. */
const LOST = 0.75;
const WON_MS = 0.05;

/** Knows what pieces of work took of late and what the frame under way has done, and so whether one more fits into it. */
export interface FrameShare {
  /** A frame that began at `at` (as `performance.now()` counts): whatever held it up counts as done in it. */
  begin(at: number): void;
  /** The frame is over; whether the very next one will be begun as well, so that it tells whether this one was too long. */
  end(goesOn: boolean): void;
  /** What a frame in a motion may spend on scripts: grows while frames with several pieces are on time, shrinks when one is late. */
  trusted(): number;
  /** Whether all these pieces fit beside what the frame has done, within `ms` of scripts. What was never done does not. */
  fits(ms: number, ...pieces: readonly string[]): boolean;
  /** Does a piece of work and, once what it changed is drawn, learns what it took. */
  spend(piece: string, work: () => void): Promise<void>;
}

export function frameShare(): FrameShare {
  const took = new Map<string, number>();
  let spent = 0;
  let pieces = 0;
  let trust = FIRST_MS;
  /** When the frame before began, if it had several pieces and this one follows it at once; else 0. */
  let sharedAt = 0;
  let beganAt = 0;
  return {
    begin(at) {
      if (sharedAt > 0)
        trust =
          at - sharedAt > LATE_MS ? Math.max(LEAST_MS, trust * LOST) : Math.min(MOST_MS, trust + WON_MS);
      beganAt = at;
      spent = Math.max(spent, performance.now() - at);
    },
    end(goesOn) {
      sharedAt = goesOn && pieces > 1 ? beganAt : 0;
      spent = 0;
      pieces = 0;
    },
    trusted: () => trust,
    fits: (ms, ...wanted) =>
      wanted.reduce((sum, piece) => sum + (took.get(piece) ?? Number.POSITIVE_INFINITY), spent) <= ms,
    async spend(piece, work) {
      const began = performance.now();
      pieces++;
      work();
      // React draws what a store changes in a microtask, asked for before this one.
      await null;
      const now = performance.now() - began;
      spent += now;
      took.set(piece, Math.max(now, (took.get(piece) ?? 0) * KEPT));
    },
  };
}
