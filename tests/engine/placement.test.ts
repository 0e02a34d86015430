import { describe, expect, it } from 'vitest';
import { emptyFilter } from '#core/filter.ts';
import { createEventsEngine } from '#engine/events-engine.ts';
import { belongsOnServer } from '#engine/remote/placement.ts';
import { SwitchingEngine } from '#engine/switching-engine.ts';
import { eventOf } from './random-events.ts';

describe('where questions are answered', () => {
  const taking = (nanosecondsPerRow: number) => () => () => nanosecondsPerRow;

  it('is here up to two million rows and twenty megabytes, beyond that on the server', async () => {
    expect(await belongsOnServer({ rows: 2_000_000, wireBytes: 20_000_000 }, taking(2))).toBe(false);
    expect(await belongsOnServer({ rows: 2_000_001, wireBytes: 1 }, taking(2))).toBe(true);
    expect(await belongsOnServer({ rows: 1, wireBytes: 20_000_001 }, taking(2))).toBe(true);
  });

  it('is on the server sooner where a pass over the rows takes long', async () => {
    expect(await belongsOnServer({ rows: 1_000_000, wireBytes: 1 }, taking(5.5))).toBe(false);
    expect(await belongsOnServer({ rows: 1_000_000, wireBytes: 1 }, taking(22))).toBe(true);
    expect(await belongsOnServer({ rows: 100_000, wireBytes: 1 }, taking(22))).toBe(false);
  });

  it('is here where only the first passes take long, with a breather before each further one', async () => {
    let passes = 0;
    let breathed = 0;
    const clock = setInterval(() => breathed++, 0);
    const warmingUp = () => () => (++passes < 4 ? 22 : 5.5);
    expect(await belongsOnServer({ rows: 1_000_000, wireBytes: 1 }, warmingUp)).toBe(false);
    clearInterval(clock);
    expect(passes).toBe(4);
    expect(breathed).toBeGreaterThanOrEqual(3);
  });
});

describe('an engine that hands over', () => {
  it('asks open questions again, and tells who listens', async () => {
    const count = { kind: 'count', filter: emptyFilter, measure: 'count' } as const;
    const waits = createEventsEngine([]);
    let refuse: (reason: unknown) => void = () => {};
    const first = {
      ...waits,
      ask: () => new Promise<never>((_resolve, reject) => (refuse = reject)),
      close: () => refuse(new DOMException('Closed.', 'AbortError')),
    };
    let handOver: (next: typeof waits) => void = () => {};
    const engine = new SwitchingEngine((hand) => {
      handOver = hand;
      return first;
    });
    let told = 0;
    engine.subscribe(() => told++);
    const asked = engine.ask([count]);
    handOver(createEventsEngine([eventOf(1, {})]));
    expect((await asked).answers[0].total.events).toBe(1);
    expect(engine.status()).toMatchObject({ state: 'ready', rows: 1 });
    expect(told).toBe(1);
    engine.close();
  });
});
