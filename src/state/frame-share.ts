/** How much of what a piece of work last took is kept when it was quicker: a slow one is not forgotten at once. */
const KEPT = 0.8;

/** Knows what pieces of work took of late and what the frame under way has done, and so whether one more fits into it. */
export function frameShare(): {
  /** A frame that began at `began` (as `performance.now()` counts) comes to its end: whatever held it up counts as done in it. */
  lateBy(began: number): void;
  /** The next frame begins, of which nothing is spent. */
  next(): void;
  /** Whether all these pieces fit beside what the frame has done, within `ms` of scripts. What was never done does not. */
  fits(ms: number, ...pieces: readonly string[]): boolean;
  /** Does a piece of work and, once what it changed is drawn, learns what it took. */
  spend(piece: string, work: () => void): Promise<void>;
} {
  const took = new Map<string, number>();
  let spent = 0;
  return {
    lateBy(began) {
      spent = Math.max(spent, performance.now() - began);
    },
    next() {
      spent = 0;
    },
    fits(ms, ...pieces) {
      return pieces.reduce((sum, piece) => sum + (took.get(piece) ?? Number.POSITIVE_INFINITY), spent) <= ms;
    },
    async spend(piece, work) {
      const began = performance.now();
      work();
      // React draws what a store changes in a microtask, asked for before this one.
      await null;
      const now = performance.now() - began;
      spent += now;
      took.set(piece, Math.max(now, (took.get(piece) ?? 0) * KEPT));
    },
  };
}
