import type { Bitset } from './bitset.ts';

/** So many rest before one is used again: whoever has just been handed one may still be looking at it. */
const resting = 4;
const most = 16;

/**
 * Masks of windows that are shown no more, to be written anew. A drag over a million events takes a new mask of 125 kB at every
 * move: fresh memory costs more than what is written into it.
 */
export class SpareMasks {
  private readonly isHeld: (mask: Bitset) => boolean;
  private readonly dropped: Bitset[] = [];

  /** `isHeld`: whether anyone still counts from a mask. */
  constructor(isHeld: (mask: Bitset) => boolean) {
    this.isHeld = isHeld;
  }

  drop(mask: Bitset): void {
    if (this.dropped.includes(mask)) return;
    this.dropped.push(mask);
    if (this.dropped.length > most) this.dropped.shift();
  }

  /** One that nobody holds, with whatever was written in it; undefined where there is none. */
  take(): Bitset | undefined {
    const free = this.dropped.length - resting;
    const at = this.dropped.findIndex((mask, i) => i < free && !this.isHeld(mask));
    return at === -1 ? undefined : this.dropped.splice(at, 1)[0];
  }
}
