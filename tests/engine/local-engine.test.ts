import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from '#contract/errors.ts';
import { emptyFilter } from '#core/filter.ts';
import { EngineError } from '#engine/engine.ts';
import type { LocalEngine } from '#engine/local/local-engine.ts';
import type { HostLine, Reply } from '#engine/local/protocol.ts';
import { SwitchingEngine } from '#engine/switching-engine.ts';
import { sixEvents } from '#tests/conformance/engine.ts';
import { clonedLine, memoryEngine, memorySource, snapshotOf, until, whenReady } from './in-memory.ts';

const snapshot = snapshotOf(sixEvents, 3);
const count = (countries: readonly string[] = []) =>
  [{ kind: 'count', filter: { ...emptyFilter, countries }, measure: 'count' }] as const;
const words = (text: string) =>
  [{ kind: 'count', filter: { ...emptyFilter, text }, measure: 'count' }] as const;

/** Delivers replies when, and in the order, the test says. */
function heldLine(line: HostLine): HostLine & { release(index: number): boolean; readonly held: Reply[] } {
  const held: Reply[] = [];
  let hear: (reply: Reply) => void = () => {};
  line.onReply((reply) => (reply.type === 'answer' ? held.push(reply) : hear(reply)));
  return {
    ...line,
    held,
    onReply: (listener) => {
      hear = listener;
    },
    release(index) {
      const [reply] = held.splice(index % Math.max(1, held.length), 1);
      if (reply) hear(reply);
      return reply !== undefined;
    },
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('LocalEngine', () => {
  it('reports loading with rows and bytes, then ready with version and place', async () => {
    const engine = memoryEngine(snapshot);
    const states: string[] = [];
    engine.subscribe(() => {
      const status = engine.status();
      states.push(status.state === 'loading' ? `${status.rowsLoaded}/${status.rowsTotal}` : status.state);
    });
    await whenReady(engine);
    expect(states).toContain('0/6');
    expect(states).toContain('3/6');
    expect(engine.status()).toEqual({
      state: 'ready',
      rows: 6,
      dataVersion: snapshot.manifest.dataVersion,
      dataAsOf: '2026-11-23',
      ranOn: 'worker',
      skippedRows: 0,
    });
    engine.close();
  });

  it('answers from the newest rows while older parts are still on their way, and says so', async () => {
    let letGo: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const second = snapshot.manifest.parts[1]!.hash;
    const source = memorySource(snapshot, async (hash) => {
      if (hash === second) await gate;
      return null;
    });
    const engine = memoryEngine(snapshot, { source });
    const early = await engine.ask(count());
    expect([early.complete, early.rowsLoaded, early.answers[0].total.events]).toEqual([false, 3, 3]);
    letGo();
    await whenReady(engine);
    const late = await engine.ask(count());
    expect([late.complete, late.answers[0].total.events]).toEqual([true, 6]);
    engine.close();
  });

  it('keeps answering from the rows it has when the rest cannot be fetched, says so, and goes on by itself', async () => {
    const second = snapshot.manifest.parts[1]!.hash;
    let mend: () => void = () => {};
    const pause = new Promise<void>((resolve) => {
      mend = resolve;
    });
    const source = memorySource(snapshot, async (hash, attempt) => {
      if (hash === second && attempt === 1) throw new Error('connection reset');
      return null;
    });
    const engine = memoryEngine(snapshot, { source: { ...source, pause: () => pause } });
    await until(engine, (status) => status.state === 'loading' && status.trouble !== undefined);
    expect(engine.status()).toMatchObject({ rowsLoaded: 3, trouble: { code: 'unreachable' } });
    expect((await engine.ask(count())).answers[0].total.events).toBe(3);
    mend();
    await whenReady(engine);
    expect((await engine.ask(count())).answers[0].total.events).toBe(6);
    engine.close();
  });

  it('does not wait out a pause when it is told that the service answers again', async () => {
    const second = snapshot.manifest.parts[1]!.hash;
    const source = memorySource(snapshot, async (hash, attempt) => {
      if (hash === second && attempt === 1) throw new Error('connection reset');
      return null;
    });
    let local: LocalEngine | null = null;
    const engine = new SwitchingEngine(() => {
      local = memoryEngine(snapshot, { source: { ...source, pause: () => new Promise(() => {}) } });
      return local;
    });
    await until(local!, (status) => status.state === 'loading' && status.trouble !== undefined);
    engine.hurry();
    await whenReady(local!);
    expect(source.asked.filter((hash) => hash === second)).toHaveLength(2);
    engine.close();
  });

  it('rejects an aborted question and leaves the others alone', async () => {
    const engine = memoryEngine(snapshot);
    await whenReady(engine);
    const controller = new AbortController();
    const dropped = engine.ask(count(['PE']), controller.signal);
    const kept = engine.ask(count(['BO']));
    controller.abort();
    await expect(dropped).rejects.toMatchObject({ name: 'AbortError' });
    expect((await kept).answers[0].total.events).toBe(1);
    await expect(engine.ask(count(), controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
    engine.close();
  });

  it('lets the last question of a channel win, however the answers come back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom([], ['PE'], ['BO'], ['CO'], ['XX']), { minLength: 2, maxLength: 9 }),
        fc.array(fc.nat(8), { minLength: 30, maxLength: 30 }),
        async (filters, order) => {
          const line = heldLine(clonedLine(memorySource(snapshot)));
          const engine = memoryEngine(snapshot, { openWorker: () => line });
          await whenReady(engine);
          const shown: number[] = [];
          const asked: Promise<unknown>[] = [];
          for (const [i, countries] of filters.entries()) {
            asked.push(
              engine.ask(count(countries), undefined, 'explore').then(
                ({ answers }) => shown.push(answers[0].total.events),
                (error: Error) => expect(error.name).toBe('AbortError'),
              ),
            );
            if (order[i]! % 3 === 0) await turn();
            if (order[i]! % 2 === 0) line.release(order[i]!);
          }
          for (const index of order) {
            await turn();
            if (!line.release(index) && shown.length > 0) break;
          }
          await Promise.all(asked);
          const last: readonly string[] = filters.at(-1)!;
          expect(shown.at(-1)).toBe(
            sixEvents.filter(({ place }) => last.length === 0 || last.includes(place.country ?? '')).length,
          );
          engine.close();
        },
      ),
      { numRuns: 100, seed: 7 },
    );
  });

  it('starts one new Worker when the first dies, and loses no question', async () => {
    const lines = [memorySource(snapshot), memorySource(snapshot)].map((source) => clonedLine(source));
    let opened = 0;
    const engine = memoryEngine(snapshot, { openWorker: () => lines[opened++]! });
    await whenReady(engine);
    const open = engine.ask(count(['PE']));
    lines[0]!.die('out of memory');
    expect((await open).answers[0].total.events).toBe(4);
    await whenReady(engine);
    expect(engine.status()).toMatchObject({ state: 'ready', ranOn: 'worker' });
    expect(opened).toBe(2);
    engine.close();
  });

  it('goes on in this thread when the second Worker dies too, with the texts it needs', async () => {
    const source = memorySource(snapshot);
    const lines: ReturnType<typeof clonedLine>[] = [];
    const engine = memoryEngine(snapshot, {
      source,
      hits: async () => ({ rows: [10, 14] }),
      openWorker: () => {
        lines.push(clonedLine(source));
        return lines.at(-1)!;
      },
    });
    await whenReady(engine);
    lines[0]!.die('crash');
    await whenReady(engine);
    const open = engine.ask(words('avioneta'));
    lines[1]!.die('crash again');
    const answered = await open;
    expect([answered.answers[0].total.events, answered.ranOn]).toEqual([2, 'main-thread']);
    expect(lines).toHaveLength(2);
    engine.close();
  });

  it('answers in this thread where no Worker can start', async () => {
    const engine = memoryEngine(snapshot, {
      openWorker: () => {
        throw new Error('no workers here');
      },
    });
    await whenReady(engine);
    const { answers, ranOn } = await engine.ask(count());
    expect([answers[0].total.events, ranOn]).toEqual([6, 'main-thread']);
    engine.close();
  });

  it('asks for the manifest again until the service answers', async () => {
    let attempts = 0;
    const waits: number[] = [];
    const engine = memoryEngine(snapshot, {
      manifest: async () => {
        attempts++;
        if (attempts < 3) throw new Error('connection refused');
        return snapshot.manifest;
      },
      pause: async (milliseconds) => void waits.push(milliseconds),
    });
    await until(engine, ({ state }) => state === 'failed');
    await whenReady(engine);
    expect([attempts, waits]).toEqual([3, [1000, 3000]]);
    engine.close();
  });

  it('refuses an open question when the service cannot be reached at all', async () => {
    const engine = memoryEngine(snapshot, {
      manifest: async () => {
        throw new Error('connection refused');
      },
      pause: () => new Promise(() => {}),
    });
    await expect(engine.ask(count())).rejects.toMatchObject({ code: 'unreachable' });
    engine.close();
  });

  it('does not wait for a state of the data that is not kept: it says so once and refuses what is asked of it', async () => {
    let attempts = 0;
    const engine = memoryEngine(snapshot, {
      manifest: async () => {
        attempts++;
        throw new ApiError(410, 'gone', 'The data of version 2020-01-01 are not kept here.');
      },
      pause: async () => {},
    });
    await expect(engine.ask(count())).rejects.toMatchObject({ code: 'gone' });
    await expect(engine.ask(count())).rejects.toMatchObject({ code: 'gone' });
    expect(engine.status()).toMatchObject({ state: 'failed', error: { code: 'gone' } });
    expect(attempts).toBe(1);
    engine.close();
  });

  it('asks a server that lacks a part it names with growing pauses, and goes on once it has it', async () => {
    const waits: number[] = [];
    let isThere = false;
    let readings = 0;
    const [lost] = snapshot.manifest.parts;
    const parts = new Map([...snapshot.parts].filter(([hash]) => hash !== lost?.hash));
    const source = memorySource({ manifest: snapshot.manifest, parts }, async (hash) =>
      isThere ? (snapshot.parts.get(hash) ?? null) : null,
    );
    const engine = memoryEngine(snapshot, {
      source,
      manifest: async () => {
        readings++;
        return snapshot.manifest;
      },
      pause: async (milliseconds) => {
        waits.push(milliseconds);
        isThere = waits.length === 3;
      },
    });
    await whenReady(engine);
    expect(waits).toEqual([1000, 3000, 10_000]);
    expect(readings).toBe(5);
    engine.close();
  });

  it('reads the manifest anew when the server no longer has its parts', async () => {
    const newer = snapshotOf(sixEvents.slice(0, 4), 10, '2026-11-24.00000002');
    const manifests = [snapshot.manifest, newer.manifest];
    const engine = memoryEngine(snapshot, {
      manifest: async () => manifests.shift()!,
      source: memorySource(newer),
    });
    await whenReady(engine);
    const { answers, dataVersion } = await engine.ask(count());
    expect([answers[0].total.events, dataVersion]).toEqual([4, '2026-11-24.00000002']);
    engine.close();
  });

  it('refuses a snapshot of another format, to every question', async () => {
    const engine = memoryEngine({ ...snapshot, manifest: { ...snapshot.manifest, format: 99 } });
    await expect(engine.ask(count())).rejects.toMatchObject({ code: 'unsupported-format' });
    await until(engine, ({ state }) => state === 'failed');
    await expect(engine.ask(count())).rejects.toBeInstanceOf(EngineError);
    engine.close();
  });

  it('rejects words when the search service is away, and asks once for words asked twice', async () => {
    let asked = 0;
    let away = true;
    const engine = memoryEngine(snapshot, {
      hits: async () => {
        asked++;
        if (away) throw new Error('offline');
        return { rows: [11] };
      },
    });
    await whenReady(engine);
    await expect(engine.ask(words('oro'))).rejects.toMatchObject({ code: 'text-needs-service' });
    away = false;
    expect((await engine.ask(words('oro'))).answers[0].total.events).toBe(1);
    expect((await engine.ask(words('oro'))).answers[0].total.events).toBe(1);
    expect(asked).toBe(2);
    engine.close();
  });

  it('refuses words with more matches than it was given, rather than count some of them', async () => {
    const engine = memoryEngine(snapshot, { hits: async () => ({ rows: [10], truncated: true }) });
    await whenReady(engine);
    await expect(engine.ask(words('de'))).rejects.toMatchObject({ code: 'bad-query' });
    engine.close();
  });

  it('notices by a search that the data changed, and takes the newer data when it is whole', async () => {
    const newer = snapshotOf(sixEvents.slice(0, 2), 10, '2026-11-24.00000002');
    const both = { manifest: snapshot.manifest, parts: new Map([...snapshot.parts, ...newer.parts]) };
    const manifests = [snapshot.manifest, newer.manifest];
    const engine = memoryEngine(snapshot, {
      source: memorySource(both),
      manifest: async () => manifests.shift()!,
      hits: async () => ({ rows: [10], dataVersion: newer.manifest.dataVersion }),
    });
    await whenReady(engine);
    await engine.ask(words('oro'));
    await until(
      engine,
      (status) => status.state === 'ready' && status.dataVersion === newer.manifest.dataVersion,
    );
    const { answers, complete } = await engine.ask(count());
    expect([answers[0].total.events, complete]).toEqual([2, true]);
    engine.close();
  });

  it('refuses a question that asks for too much, by itself', async () => {
    const engine = memoryEngine(snapshot);
    const domain = { from: -700_000, to: 700_000 };
    const ask = engine.ask([
      { kind: 'series', filter: emptyFilter, bin: 'day', measure: 'count', split: null, domain },
    ]);
    await expect(ask).rejects.toMatchObject({ code: 'bad-query' });
    expect((await engine.ask(count())).answers[0].total.events).toBe(6);
    engine.close();
  });

  it('withdraws open questions when closed', async () => {
    const engine = memoryEngine(snapshot);
    const open = engine.ask(count());
    engine.close();
    await expect(open).rejects.toMatchObject({ name: 'AbortError' });
  });
});
