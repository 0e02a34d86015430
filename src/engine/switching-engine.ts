import type { Query } from '#core/query.ts';
import type { Answered, Engine, EngineStatus } from './engine.ts';

/** An engine that may hand over to another while questions are open: those are asked again, and nobody who asks notices. */
export class SwitchingEngine implements Engine {
  private readonly listeners = new Set<() => void>();
  private current: Engine;
  private closed = false;

  /** `open` makes the first engine; it may call `handOver` at any later turn. */
  constructor(open: (handOver: (next: Engine) => void) => Engine) {
    this.current = open((next) => this.replace(next));
    this.current.subscribe(() => this.tell());
  }

  async ask<const Q extends readonly Query[]>(queries: Q, signal?: AbortSignal): Promise<Answered<Q>> {
    for (;;) {
      const engine = this.current;
      try {
        return await engine.ask(queries, signal);
      } catch (error) {
        if (engine === this.current || signal?.aborted || this.closed) throw error;
      }
    }
  }

  status(): EngineStatus {
    return this.current.status();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  hold(held: boolean): void {
    this.current.hold?.(held);
  }

  hurry(): void {
    this.current.hurry?.();
  }

  close(): void {
    this.closed = true;
    this.listeners.clear();
    this.current.close();
  }

  private replace(next: Engine): void {
    if (this.closed) {
      next.close();
      return;
    }
    const before = this.current;
    this.current = next;
    before.close();
    next.subscribe(() => this.tell());
    this.tell();
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
