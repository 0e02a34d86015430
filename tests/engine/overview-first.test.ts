import { describe, expect, it } from 'vitest';
import { emptyFilter } from '#core/filter.ts';
import type { Query } from '#core/query.ts';
import type { EngineStatus } from '#engine/engine.ts';
import { openSample } from '#server/sample/load-sample.ts';
import { type Bytes, memoryEngine, memorySource, snapshotOf, until, whenReady } from './in-memory.ts';

const events = [...openSample().eventBatches()].flat().slice(0, 6000);
const snapshot = snapshotOf(events, 2000, undefined, true);
const overviewHash = snapshot.manifest.overview!.hash;

/** A source that serves the overview at once and holds every part back until it is released. */
function heldSource() {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const source = memorySource(snapshot, async (hash) => {
    if (hash !== overviewHash) await released;
    return null;
  });
  return { source, release: () => release() };
}

const filter = { ...emptyFilter, countries: ['CO'] };
const count: Query = { kind: 'count', filter: emptyFilter, measure: 'count' };
const answerable: readonly Query[] = [
  count,
  { kind: 'facet', filter, dimension: 'adm1', measure: 'count' },
  { kind: 'cells', filter, zoom: 4, viewport: null, measure: 'count' },
];
const page: Query = { kind: 'page', filter: emptyFilter, sort: 'newest', offset: 0, limit: 5 };

describe('the overview before the rows', () => {
  it('is fetched first and answers before any row is there, as the rows do afterwards', async () => {
    const { source, release } = heldSource();
    const engine = memoryEngine(snapshot, { source });
    const early = await engine.ask(answerable);
    expect(early).toMatchObject({ resolution: 'month', complete: false, rowsLoaded: 0, ranOn: 'worker' });
    expect(engine.status()).toMatchObject({ state: 'loading', overview: true, rowsLoaded: 0 });
    expect(source.asked[0]).toBe(overviewHash);
    release();
    await whenReady(engine);
    const exact = await engine.ask(answerable);
    expect(exact).toMatchObject({ resolution: 'exact', complete: true });
    expect(early.answers).toEqual(exact.answers);
    engine.close();
  });

  it('holds no answer back for a question that needs rows, and shows single events as they come', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const first = snapshot.manifest.parts[0]!.hash;
    const source = memorySource(snapshot, async (hash) => {
      if (hash !== overviewHash && hash !== first) await held;
      return null;
    });
    const engine = memoryEngine(snapshot, { source });
    const days = { ...emptyFilter, countries: ['CO'], from: 16_001 };
    const settled: string[] = [];
    const exact = engine
      .ask([{ kind: 'facet', filter, dimension: 'country', measure: 'kg' }])
      .then(() => settled.push('kg'));
    const listed = await engine.ask([page]);
    expect(listed).toMatchObject({ resolution: 'exact', complete: false, rowsLoaded: 2000 });
    expect((await engine.ask([count])).resolution).toBe('month');
    const dated = engine.ask([{ kind: 'count', filter: days, measure: 'count' }]);
    void dated.then(() => settled.push('days'));
    const monthly = { ...emptyFilter, countries: ['CO'], from: 16_071 };
    const waits = engine.ask([{ kind: 'facet', filter: monthly, dimension: 'group', measure: 'count' }]);
    void waits.then(() => settled.push('group'));
    await engine.ask([count]);
    await engine.ask([page]);
    expect(settled, 'a count of the newest alone').toEqual([]);
    release();
    for (const answer of await Promise.all([waits, dated]))
      expect(answer).toMatchObject({ resolution: 'exact', complete: true });
    await exact;
    expect(settled.sort()).toEqual(['days', 'group', 'kg']);
    engine.close();
  });

  it('without it counts are of the rows so far; that none matches is not said before all are read', async () => {
    const bare = snapshotOf(events, 2000);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const source = memorySource(bare, async (hash) => {
      if (hash !== bare.manifest.parts[0]!.hash) await held;
      return null;
    });
    const engine = memoryEngine(bare, { source });
    await until(engine, (status) => status.state === 'loading' && status.rowsLoaded > 0);
    const oldest = events.reduce((least, { time }) => Math.min(least, time.from ?? least), Infinity);
    const old: Query = { ...count, filter: { ...emptyFilter, to: oldest } };
    let known = false;
    const waits = engine.ask([old]);
    void waits.then(() => {
      known = true;
    });
    expect(await engine.ask([count])).toMatchObject({ resolution: 'exact', complete: false });
    expect(known).toBe(false);
    release();
    const { answers, complete } = await waits;
    expect(complete).toBe(true);
    expect(answers[0]).toMatchObject({ total: { events: expect.any(Number) } });
    engine.close();
  });

  it('is fetched again once when damaged, then done without and named', async () => {
    for (const damagedTimes of [1, 2]) {
      const source = memorySource(snapshot, async (hash, attempt): Promise<Bytes | null> => {
        if (hash !== overviewHash || attempt > damagedTimes) return null;
        return Uint8Array.from(snapshot.parts.get(hash)!.subarray(0, 900));
      });
      const engine = memoryEngine(snapshot, { source });
      const troubles: string[] = [];
      engine.subscribe(() => {
        const status = engine.status();
        if (status.state === 'loading' && status.overviewDamage) troubles.push(status.overviewDamage.message);
      });
      await whenReady(engine);
      const { overviewDamage } = engine.status() as Extract<EngineStatus, { state: 'ready' }>;
      expect(overviewDamage?.message).toBe(troubles[0]);
      expect(source.asked.filter((hash) => hash === overviewHash)).toHaveLength(2);
      expect(troubles[0] ?? '').toContain(
        damagedTimes === 2 ? `Overview ${overviewHash.slice(0, 8)} is damaged` : '',
      );
      expect(troubles.length > 0).toBe(damagedTimes === 2);
      engine.close();
    }
  });

  it('goes on answering while the first part cannot be fetched: that is a trouble, no failure', async () => {
    const first = snapshot.manifest.parts[0]!.hash;
    let mend: () => void = () => {};
    const pause = new Promise<void>((resolve) => {
      mend = resolve;
    });
    const source = memorySource(snapshot, async (hash, attempt) => {
      if (hash === first && attempt === 1) throw new Error('connection reset');
      return null;
    });
    const engine = memoryEngine(snapshot, { source: { ...source, pause: () => pause } });
    const states = new Set<string>();
    engine.subscribe(() => states.add(engine.status().state));
    await until(engine, (status) => status.state === 'failed' || ('trouble' in status && !!status.trouble));
    expect(engine.status()).toMatchObject({ state: 'loading', rowsLoaded: 0, overview: true });
    expect(await engine.ask(answerable)).toMatchObject({ resolution: 'month' });
    mend();
    await whenReady(engine);
    expect([...states]).toEqual(['loading', 'ready']);
    engine.close();
  });

  it('goes on answering where a part of the rows stays damaged: what needs that part is refused by its name', async () => {
    const [damaged, ...others] = snapshot.manifest.parts;
    const source = memorySource(snapshot, async (hash) =>
      hash === damaged!.hash ? Uint8Array.from(snapshot.parts.get(hash)!.subarray(0, 900)) : null,
    );
    const engine = memoryEngine(snapshot, { source });
    const rows = events.length - damaged!.rows;
    await until(engine, (status) => status.state === 'loading' && status.rowsLoaded === rows);
    const name = `Part ${damaged!.hash.slice(0, 8)} is damaged`;
    expect(engine.status()).toMatchObject({ overview: true, damage: { code: 'bad-snapshot' } });
    expect(source.asked.slice(1)).toEqual([damaged!.hash, damaged!.hash, ...others.map(({ hash }) => hash)]);
    expect(await engine.ask(answerable)).toMatchObject({ resolution: 'month', complete: false });
    expect(await engine.ask([page])).toMatchObject({
      complete: false,
      rowsLoaded: rows,
      rowsTotal: events.length,
    });
    const days: Query = { kind: 'count', filter: { ...filter, from: 16_001 }, measure: 'count' };
    const weights: Query = { kind: 'facet', filter, dimension: 'country', measure: 'kg' };
    for (const query of [days, weights])
      await expect(engine.ask([page, query])).rejects.toMatchObject({
        message: expect.stringContaining(name),
      });
    engine.close();
  });

  it('refuses single events by name where every part stays damaged', async () => {
    const source = memorySource(snapshot, async (hash) =>
      hash === overviewHash ? null : Uint8Array.from(snapshot.parts.get(hash)!.subarray(0, 900)),
    );
    const engine = memoryEngine(snapshot, { source });
    await expect(engine.ask([page])).rejects.toMatchObject({ code: 'bad-snapshot' });
    expect(await engine.ask(answerable)).toMatchObject({ resolution: 'month', rowsLoaded: 0 });
    engine.close();
  });

  it('is kept for the next visit, and not forgotten with parts of older data', async () => {
    const source = memorySource(snapshot);
    const engine = memoryEngine(snapshot, { source });
    await whenReady(engine);
    expect([...source.kept.keys()]).toContain(overviewHash);
    const again = memoryEngine(snapshot, { source });
    await until(again, ({ state }) => state === 'ready');
    expect(source.asked.filter((hash) => hash === overviewHash)).toHaveLength(1);
    engine.close();
    again.close();
  });
});
