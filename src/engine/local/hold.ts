/** Lets a transfer be stopped by the reader and gone on with: what is on its way is cut off, what is here stays. */
export class Hold {
  private cutting = new AbortController();
  private waiting: (() => void)[] = [];
  private held = false;

  get isHeld(): boolean {
    return this.held;
  }

  set(held: boolean): void {
    if (held === this.held) return;
    this.held = held;
    if (held) this.cutting.abort();
    else {
      this.cutting = new AbortController();
      for (const goOn of this.waiting.splice(0)) goOn();
    }
  }

  /** Aborts when the transfer is stopped, or with `signal`. */
  during(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, this.cutting.signal]);
  }

  /** Resolves when nothing is held, at once or later; rejects when `signal` aborts. */
  async over(signal: AbortSignal): Promise<void> {
    while (this.held) {
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
      signal.throwIfAborted();
    }
  }
}
