import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Query } from '#core/query.ts';
import type { Answered, Engine } from '#engine/engine.ts';
import { nearEngine, snapshotOf } from '#tests/engine/in-memory.ts';
import { type EngineFactory, engineConformance } from './engine.ts';

/** How many questions were answered where, over a whole suite. */
type Places = Record<string, number>;

/** Each question is asked alone, twice: by the main thread where it can, and again from what that keeps or the Worker left. */
function alone(engine: Engine, places: Places): Engine {
  return {
    status: () => engine.status(),
    subscribe: (listener) => engine.subscribe(listener),
    close: () => engine.close(),
    async ask<const Q extends readonly Query[]>(queries: Q, signal?: AbortSignal): Promise<Answered<Q>> {
      const answers: unknown[] = [];
      let last: Answered<readonly Query[]> | null = null;
      for (const query of queries) {
        const first = await engine.ask([query], signal);
        last = await engine.ask([query], signal);
        expect(last.answers).toEqual(first.answers);
        places[first.ranOn] = (places[first.ranOn] ?? 0) + 1;
        answers.push(first.answers[0]);
      }
      return { ...last!, answers: answers as unknown as Answered<Q>['answers'] };
    },
  };
}

const near =
  (places: Places): EngineFactory =>
  async (events, hits) =>
    alone(
      await nearEngine(
        snapshotOf(events, 17),
        { hits: async (text) => ({ rows: hits(text) }) },
        [2, 4, 5, 6, 8],
      ),
      places,
    );

/** A suite is worth something only if both sides answered much of it. */
const bothAnswered = (places: Places): void =>
  it('was answered by the main thread and by the Worker', () => {
    expect(places['main-thread']).toBeGreaterThan(200);
    expect(places.worker).toBeGreaterThan(50);
  });

const options = { worlds: 40, questions: 20, seed: 2027 };

describe('the main thread beside a Worker, by copies', () => {
  const places: Places = {};
  engineConformance('near engine, copied', near(places), options);
  bothAnswered(places);
});

describe('the main thread beside a Worker, in shared memory', () => {
  const places: Places = {};
  const shared: EngineFactory = (events, hits) => {
    vi.stubGlobal('crossOriginIsolated', true);
    return near(places)(events, hits);
  };
  afterAll(() => vi.unstubAllGlobals());
  engineConformance('near engine, shared', shared, { ...options, seed: 2028 });
  bothAnswered(places);
});
