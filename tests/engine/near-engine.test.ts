import { afterEach, describe, expect, it, vi } from 'vitest';
import { type EventFilter, emptyFilter } from '#core/filter.ts';
import type { Query } from '#core/query.ts';
import { type CivilDay, dayOf } from '#core/time.ts';
import { sixEvents } from '#tests/conformance/engine.ts';
import {
  clonedLine,
  memoryEngine,
  memorySource,
  nearEngine,
  snapshotOf,
  until,
  whenReady,
} from './in-memory.ts';

const snapshot = snapshotOf(sixEvents, 3);
const counted = (change: Partial<EventFilter> = {}) =>
  [{ kind: 'count', filter: { ...emptyFilter, ...change }, measure: 'count' }] as const;
const peru = counted({ countries: ['PE'] });
const from = (day: CivilDay) => counted({ from: day, to: dayOf(2015, 12, 31) });

/** Notes which questions reach the Worker. */
function watched(): ReturnType<typeof clonedLine> & { readonly asked: () => readonly (readonly Query[])[] } {
  const line = clonedLine(memorySource(snapshot));
  return {
    ...line,
    asked: () => line.sent.flatMap((command) => (command.type === 'ask' ? [command.queries] : [])),
  };
}

afterEach(() => vi.unstubAllGlobals());

describe('the main thread beside the Worker', () => {
  it('answers little work in the turn it is asked, without a word to the Worker', async () => {
    const line = watched();
    const engine = await nearEngine(snapshot, { openWorker: () => line });
    const before = line.asked().length;
    const turn: string[] = [];
    const asked = engine.ask(peru).then(({ answers, ranOn }) => {
      turn.push(`${answers[0].total.events} ${ranOn}`);
    });
    await Promise.resolve().then(() => turn.push('end of the turn'));
    await asked;
    expect(turn).toEqual(['4 main-thread', 'end of the turn']);
    expect(line.asked()).toHaveLength(before);
    engine.close();
  });

  it('is not there before the page rests, and asks for the columns once', async () => {
    let rest: () => void = () => {};
    const rested = new Promise<void>((resolve) => {
      rest = resolve;
    });
    const line = watched();
    const engine = memoryEngine(snapshot, {
      openWorker: () => line,
      openNear: () => rested.then(() => import('#engine/local/near-ledger.ts')),
    });
    await whenReady(engine);
    expect((await engine.ask(peru)).ranOn).toBe('worker');
    expect(line.sent.some(({ type }) => type === 'share')).toBe(false);
    rest();
    await vi.waitFor(async () => expect((await engine.ask(peru)).ranOn).toBe('main-thread'));
    expect(line.sent.filter(({ type }) => type === 'share')).toHaveLength(1);
    engine.close();
  });

  it('shares the columns where the page is isolated, and gets a copy where it is not', async () => {
    for (const isolated of [true, false]) {
      vi.stubGlobal('crossOriginIsolated', isolated);
      const line = clonedLine(memorySource(snapshot));
      const buffers: ArrayBufferLike[] = [];
      const engine = memoryEngine(snapshot, {
        openWorker: () => ({
          ...line,
          onReply: (hear) =>
            line.onReply((reply) => {
              if (reply.type === 'columns')
                buffers.push(reply.columns.kind.buffer, reply.columns.lasting.has.buffer);
              hear(reply);
            }),
        }),
        openNear: async () => import('#engine/local/near-ledger.ts'),
      });
      await whenReady(engine);
      await vi.waitFor(() => expect(buffers).toHaveLength(2));
      expect(buffers.every((buffer) => buffer instanceof SharedArrayBuffer)).toBe(isolated);
      engine.close();
    }
  });

  it('leaves words to the Worker at first, and follows a window over the rows it then knows', async () => {
    let searches = 0;
    const engine = await nearEngine(snapshot, {
      hits: async () => {
        searches++;
        return { rows: [10, 12, 14] };
      },
    });
    const words = (day: CivilDay) => counted({ text: 'coca', from: day, to: dayOf(2015, 12, 31) });
    const first = await engine.ask(words(dayOf(2014, 1, 1)));
    const moved = await engine.ask(words(dayOf(2015, 1, 1)));
    expect([first.answers[0].total.events, first.ranOn]).toEqual([3, 'worker']);
    expect([moved.answers[0].total.events, moved.ranOn, searches]).toEqual([2, 'main-thread', 1]);
    engine.close();
  });

  it('refuses what is aborted, and lets the Worker refuse what asks for too much', async () => {
    const engine = await nearEngine(snapshot);
    const gone = AbortSignal.abort();
    await expect(engine.ask(peru, gone)).rejects.toMatchObject({ name: 'AbortError' });
    const domain = { from: -700_000, to: 700_000 };
    const days = {
      kind: 'series',
      filter: emptyFilter,
      bin: 'day',
      measure: 'count',
      split: null,
      domain,
    } as const;
    await expect(engine.ask([days])).rejects.toMatchObject({ code: 'bad-query' });
    engine.close();
  });

  it("goes on when the Worker dies, and takes the next Worker's columns", async () => {
    const lines = [watched(), watched()];
    let opened = 0;
    const engine = await nearEngine(snapshot, { openWorker: () => lines[opened++]! });
    lines[0]!.die('out of memory');
    await whenReady(engine);
    await vi.waitFor(() => expect(lines[1]!.sent.filter(({ type }) => type === 'share')).toHaveLength(1));
    const { answers, ranOn } = await engine.ask(peru);
    expect([answers[0].total.events, ranOn]).toEqual([4, 'main-thread']);
    engine.close();
  });

  it('never answers from older rows than the status names', async () => {
    const newer = snapshotOf(sixEvents.slice(0, 2), 10, '2026-11-24.00000002');
    const manifests = [snapshot.manifest, newer.manifest];
    const both = { manifest: snapshot.manifest, parts: new Map([...snapshot.parts, ...newer.parts]) };
    const engine = await nearEngine(snapshot, {
      source: memorySource(both),
      manifest: async () => manifests.shift()!,
      hits: async () => ({ rows: [10], dataVersion: newer.manifest.dataVersion }),
    });
    expect(await engine.ask(peru)).toMatchObject({ ranOn: 'main-thread', rowsTotal: 6 });
    await engine.ask(counted({ text: 'oro' }));
    for (let named = ''; named !== newer.manifest.dataVersion; ) {
      const { dataVersion, rowsTotal, complete, answers } = await engine.ask(from(dayOf(2014, 1, 1)));
      const [rows, events] = dataVersion === newer.manifest.dataVersion ? [2, 2] : [6, 5];
      expect([rowsTotal, complete, answers[0].total.events]).toEqual([rows, true, events]);
      named = dataVersion;
    }
    await until(engine, ({ state }) => state === 'ready');
    const after = await engine.ask(from(dayOf(2014, 6, 1)));
    expect(after).toMatchObject({
      ranOn: 'main-thread',
      dataVersion: newer.manifest.dataVersion,
      rowsTotal: 2,
    });
    engine.close();
  });

  it('goes without where the code cannot be fetched', async () => {
    const engine = memoryEngine(snapshot, { openNear: async () => Promise.reject(new Error('offline')) });
    await whenReady(engine);
    expect(await engine.ask(peru)).toMatchObject({ ranOn: 'worker' });
    engine.close();
  });
});
