import { describe, expect, it } from 'vitest';
import { decodeTile, encodeTile, type Tile, TileError } from '#contract/tile.ts';
import { emptyFilter } from '#core/filter.ts';
import { dayOf } from '#core/time.ts';
import { buildTile } from '#engine/local/tile.ts';
import { RemoteEngine } from '#engine/remote/remote-engine.ts';
import { mockWorld } from '#mocks/world.ts';

const world = mockWorld();
const tileOf = (measure: Tile['measure']): Tile =>
  buildTile(
    world.ledger,
    { filter: emptyFilter, by: 'cells', zoom: 5, viewport: null, bin: 'month', measure, domain: null },
    world.dataVersion,
  );

describe('a brush tile as bytes', () => {
  it('comes back as it went, with and without sums', () => {
    for (const measure of ['count', 'kg'] as const) {
      const tile = tileOf(measure);
      expect(tile.short.code.length).toBeGreaterThan(5);
      expect(decodeTile(encodeTile(tile))).toEqual(tile);
    }
  });

  it('is refused when it is cut off anywhere, longer than it says, or something else', () => {
    const bytes = encodeTile(tileOf('kg'));
    for (let end = 0; end < bytes.length; end++) {
      expect(() => decodeTile(bytes.subarray(0, end))).toThrow(TileError);
    }
    expect(() => decodeTile(Uint8Array.from([...bytes, 0]))).toThrow(TileError);
    expect(() => decodeTile(new TextEncoder().encode('{"status":"ok"}'))).toThrow(TileError);
  });
});

describe('the remote engine over bad answers', () => {
  const window = { ...emptyFilter, from: dayOf(2014, 1, 1), to: dayOf(2015, 12, 31) };
  const asked = { kind: 'facet', filter: window, dimension: 'country', measure: 'count' } as const;
  const engineOver = (tiles: readonly Uint8Array[]) => {
    let fetched = 0;
    const engine = new RemoteEngine(world.snapshot.manifest, {
      manifest: async () => world.snapshot.manifest,
      answers: async () => ({ dataVersion: world.dataVersion, answers: [] }),
      tile: async () => tiles[Math.min(fetched++, tiles.length - 1)]!,
      pause: async () => {},
    });
    return { engine, fetched: () => fetched };
  };
  const good = encodeTile(
    buildTile(
      world.ledger,
      {
        filter: emptyFilter,
        by: 'country',
        zoom: 4,
        viewport: null,
        bin: 'month',
        measure: 'count',
        domain: null,
      },
      world.dataVersion,
    ),
  );

  it('fetches a damaged tile once more and then counts', async () => {
    const { engine, fetched } = engineOver([good.subarray(0, 40), good]);
    const { answers, ranOn } = await engine.ask([asked]);
    expect(answers[0]).toEqual(world.ledger.answer(asked));
    expect([ranOn, fetched()]).toEqual(['server', 2]);
  });

  it('asks for one tile, however often the window moves by whole months', async () => {
    const { engine, fetched } = engineOver([good]);
    for (let month = 1; month <= 12; month++) {
      const moved = { ...asked, filter: { ...window, from: dayOf(2014, month, 1) } };
      expect((await engine.ask([moved])).answers[0]).toEqual(world.ledger.answer(moved));
    }
    expect(fetched()).toBe(1);
  });

  it('refuses a tile that stays damaged, and says that the service fails', async () => {
    const { engine } = engineOver([good.subarray(0, 40)]);
    await expect(engine.ask([asked])).rejects.toMatchObject({ code: 'unreachable' });
    expect(engine.status()).toMatchObject({ state: 'failed' });
  });

  it('refuses answers that do not fit the questions', async () => {
    const { engine } = engineOver([good]);
    await expect(engine.ask([{ kind: 'extent', filter: emptyFilter }])).rejects.toMatchObject({
      code: 'unreachable',
    });
  });

  it('withdraws what is no longer asked', async () => {
    const { engine } = engineOver([good]);
    const stop = new AbortController();
    const answer = engine.ask([asked], stop.signal);
    stop.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    engine.close();
    await expect(engine.ask([asked])).rejects.toMatchObject({ name: 'AbortError' });
  });
});
