import type { RemoteServices } from './remote-engine.ts';

/** A window that has not moved for this long rests. */
const restMs = 120;
/** Once it is let go, what the page asks because of that is waited for this long. */
const afterMs = 40;
/** Moves closer together than this belong to one gesture. */
const gestureMs = 400;

/** Tells when a window that is being moved has come to rest: what only the server can answer is asked then, all at once. */
export class Rest {
  private readonly services: Pick<RemoteServices, 'pause' | 'letGo'>;
  private readonly signal: AbortSignal;
  private moves = 0;
  private lastMoved = Number.NEGATIVE_INFINITY;
  private coming: Promise<void> | null = null;

  constructor(services: Pick<RemoteServices, 'pause' | 'letGo'>, signal: AbortSignal) {
    this.services = services;
    this.signal = signal;
  }

  /** Notes a question about dates; says whether the window is on its way: held, or moved a moment ago. */
  note(): boolean {
    const now = performance.now();
    const moving = now - this.lastMoved < gestureMs;
    this.lastMoved = now;
    this.moves++;
    return moving || this.coming !== null || this.services.letGo() !== null;
  }

  /** Resolves when the window rests, for all who wait in the same turn. */
  wait(): Promise<void> {
    this.coming ??= this.comeToRest().finally(() => {
      this.coming = null;
    });
    return this.coming;
  }

  private async comeToRest(): Promise<void> {
    for (let seen = -1; seen !== this.moves; ) {
      const held = this.services.letGo();
      if (held) {
        await held;
        this.lastMoved = Math.max(this.lastMoved, performance.now() - restMs + afterMs);
      }
      seen = this.moves;
      await this.services.pause(Math.max(0, this.lastMoved + restMs - performance.now()), this.signal);
    }
  }
}
