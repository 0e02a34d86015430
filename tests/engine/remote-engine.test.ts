import { describe, expect, it } from 'vitest';
import type { Input } from '#contract/endpoints.ts';
import { readCall } from '#contract/read-call.ts';
import { encodeTiles } from '#contract/tile.ts';
import { type EventFilter, emptyFilter } from '#core/filter.ts';
import { facetDimensions, type Query } from '#core/query.ts';
import { addBins, binEnd, dayOf } from '#core/time.ts';
import { buildTile } from '#engine/local/tile.ts';
import { RemoteEngine, type RemoteServices } from '#engine/remote/remote-engine.ts';
import { mockWorld } from '#mocks/world.ts';

const world = mockWorld();
const { ledger, dataVersion } = world;
const callOf = <N extends 'tiles' | 'answers'>(name: N, input: Input) => {
  const given = Object.entries(input).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return readCall(name, {}, new URLSearchParams(given));
};

/** Tiles as the server makes them; hexagons and squares past a zoom are too large. */
function tilesOf(input: Input, mostZoom = 12): Uint8Array {
  const { filter, parameters } = callOf('tiles', input);
  const { by = ['place'], zoom = 4, view = null, bin = 'month', measure = 'count', fine = [] } = parameters;
  const { from, to } = filter;
  const domain = from === null || to === null ? null : { from, to };
  const asked = { filter, zoom, viewport: view, bin, measure, domain, fine };
  return encodeTiles(
    by.map((own) =>
      zoom > mostZoom && (own === 'cells' || own === 'squares')
        ? null
        : buildTile(ledger, { ...asked, by: own }, dataVersion),
    ),
  );
}

/** The remote engine over the ledger, with every call noted. */
function served(parts: Partial<RemoteServices> = {}, mostZoom?: number) {
  const asked: { readonly tiles: Input[]; readonly answers: Input[] } = { tiles: [], answers: [] };
  const engine = new RemoteEngine(world.snapshot.manifest, {
    manifest: async () => world.snapshot.manifest,
    tiles: async (input) => {
      asked.tiles.push(input);
      return tilesOf(input, mostZoom);
    },
    answers: async (input) => {
      asked.answers.push(input);
      const { filter, parameters } = callOf('answers', input);
      const answers = (parameters.ask ?? []).map((question) =>
        ledger.answer({ ...question, filter } as Query),
      );
      return { dataVersion, answers } as never;
    },
    pause: async () => {},
    letGo: () => null,
    ...parts,
  });
  return { engine, asked };
}

const decade = { ...emptyFilter, from: dayOf(2010, 1, 1), to: dayOf(2019, 12, 31) };
const facets = (filter: EventFilter): Query[] =>
  facetDimensions.map((dimension) => ({ kind: 'facet', filter, dimension, measure: 'count' }));
/** What follows a brush in Explore. */
const counts = (filter: EventFilter): Query[] => [
  { kind: 'count', filter, measure: 'count' },
  { kind: 'cells', filter, zoom: 4, viewport: null, measure: 'count' },
  { kind: 'density', filter, zoom: 4, viewport: null },
  { kind: 'areas', filter },
  ...facets(filter),
];
const late = (filter: EventFilter): Query[] => [
  { kind: 'extent', filter },
  { kind: 'points', filter, viewport: null, precisions: [4, 5], limit: 100 },
];

async function sameAsRows(engine: RemoteEngine, queries: readonly Query[]): Promise<void> {
  const { answers } = await engine.ask(queries);
  expect(answers).toEqual(queries.map((query) => ledger.answer(query)));
}

describe('counts under a window that moves', () => {
  it('come from tiles fetched in one call, whatever else is filtered', async () => {
    const { engine, asked } = served();
    const filter = {
      ...decade,
      countries: ['PE', 'CO'],
      types: ['seizure'],
      datePrecisions: ['day'] as const,
    };
    for (let year = 2005; year < 2012; year++)
      await sameAsRows(engine, counts({ ...filter, from: dayOf(year, 1, 1) }));
    expect([asked.tiles.length, asked.answers.length]).toEqual([1, 0]);
  });

  it('ask once more where the window goes from quarters to months, and never again', async () => {
    const { engine, asked } = served();
    for (let month = 0; month < 30; month++) {
      const from = addBins(decade.from, 'month', month);
      await sameAsRows(engine, counts({ ...decade, from }));
    }
    expect([asked.tiles.length, asked.answers.length]).toEqual([2, 0]);
  });

  it('ask once for the days about an end, however long the window and whichever end', async () => {
    const { engine, asked } = served();
    const from = dayOf(2001, 3, 15);
    for (let day = 0; day < 150; day += 11)
      await sameAsRows(engine, counts({ ...decade, from, to: dayOf(2015, 1, 10) + day }));
    expect([asked.tiles.length, asked.answers.length]).toEqual([1, 0]);
    for (const window of [{ from: null }, { to: null }, { from: dayOf(2011, 5, 20) }])
      await sameAsRows(engine, counts({ ...decade, from, to: dayOf(2014, 2, 2), ...window }));
    expect(asked.answers).toEqual([]);
  });

  it('count windows of days and of weeks from one tile each', async () => {
    for (const [from, length] of [
      [dayOf(2013, 4, 9), 700],
      [dayOf(2014, 1, 6), 7 * 250 - 1],
    ] as const) {
      const { engine, asked } = served();
      for (let week = 0; week < 12; week++) {
        const start = from + 7 * week;
        await sameAsRows(engine, counts({ ...emptyFilter, from: start, to: start + length }));
      }
      expect([asked.tiles.length, asked.answers.length]).toEqual([1, 0]);
    }
  });

  it('do not ask again for a tile that is too large: what it would have counted is asked instead', async () => {
    const { engine, asked } = served({}, 3);
    for (let year = 2005; year < 2009; year++)
      await sameAsRows(engine, counts({ ...decade, from: dayOf(year, 1, 1) }));
    // Of two shapes that hold such a window both are tried; each window then asks for its hexagons and squares together.
    expect([asked.tiles.length, asked.answers.length]).toEqual([2, 4]);
  });

  it('speak of the viewport of each map', async () => {
    const { engine, asked } = served();
    const near: Query = { kind: 'density', filter: decade, zoom: 6, viewport: [-80, -20, -60, 0] };
    const far: Query = { kind: 'cells', filter: decade, zoom: 6, viewport: null, measure: 'count' };
    await sameAsRows(engine, [near, far, { kind: 'count', filter: decade, measure: 'kg' }]);
    expect(asked.tiles.map(({ by, view }) => [by, view !== undefined])).toEqual([
      ['squares', true],
      ['cells', false],
      ['place', false],
    ]);
  });
});

describe('what only the server can answer', () => {
  const moves = [0, 3, 6, 9, 12].map((month) => ({ ...decade, from: addBins(decade.from, 'month', month) }));

  it('is asked once, for all that the page wants, when the window is let go', async () => {
    let release = (): void => {};
    let held: Promise<void> | null = new Promise((resolve) => {
      release = () => {
        held = null;
        resolve();
      };
    });
    const { engine, asked } = served({
      letGo: () => held,
      pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    });
    const stop = moves.map(() => new AbortController());
    const followed = moves.map(async (filter, i) => {
      if (i > 0) stop[i - 1]!.abort();
      await sameAsRows(engine, counts(filter));
      return engine.ask(late(filter), stop[i]!.signal);
    });
    const dropped = await Promise.allSettled(followed.slice(0, -1));
    expect(dropped.every(({ status }) => status === 'rejected')).toBe(true);
    expect([asked.tiles.length, asked.answers.length]).toEqual([1, 0]);
    const last = moves.at(-1)!;
    release();
    const page: Query = { kind: 'page', filter: last, sort: 'newest', offset: 0, limit: 50 };
    await sameAsRows(engine, [page]);
    expect((await followed.at(-1)!).answers).toEqual(late(last).map((query) => ledger.answer(query)));
    expect(asked.answers).toHaveLength(1);
  });

  it('waits for the last of moves that come close upon one another', async () => {
    const { engine, asked } = served({
      pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    });
    await engine.ask(late(decade));
    const stop = moves.map(() => new AbortController());
    const asks = moves.map((filter, i) => {
      if (i > 0) stop[i - 1]!.abort();
      return engine.ask(late(filter), stop[i]!.signal).catch(() => null);
    });
    expect((await asks.at(-1)!)?.answers[0]).toEqual(ledger.answer(late(moves.at(-1)!)[0]!));
    expect(asked.answers).toHaveLength(2);
  });

  it('is known when the same window comes back', async () => {
    const { engine, asked } = served();
    for (const filter of [decade, moves[2]!, decade]) await sameAsRows(engine, late(filter));
    expect(asked.answers).toHaveLength(2);
  });
});

describe('the remote engine over bad answers', () => {
  const asked = { kind: 'facet', filter: decade, dimension: 'country', measure: 'count' } as const;
  const good = (input: Input) => tilesOf(input);
  const damaged = (input: Input) => tilesOf(input).subarray(0, 40);
  const engineOver = (...replies: (typeof good)[]) => {
    let fetched = 0;
    const { engine } = served({
      answers: async () => ({ dataVersion, answers: [] }),
      tiles: async (input) => replies[Math.min(fetched++, replies.length - 1)]!(input),
    });
    return { engine, fetched: () => fetched };
  };

  it('fetches a damaged tile once more and then counts', async () => {
    const { engine, fetched } = engineOver(damaged, good);
    const { answers, ranOn } = await engine.ask([asked]);
    expect(answers[0]).toEqual(ledger.answer(asked));
    expect([ranOn, fetched()]).toEqual(['server', 2]);
  });

  it('refuses a tile that stays damaged, says that the service fails, and asks again when asked again', async () => {
    const { engine, fetched } = engineOver(damaged, damaged, good);
    await expect(engine.ask([asked])).rejects.toMatchObject({ code: 'unreachable' });
    expect(engine.status()).toMatchObject({ state: 'failed' });
    expect((await engine.ask([asked])).answers[0]).toEqual(ledger.answer(asked));
    expect(fetched()).toBe(3);
  });

  it('refuses answers that do not fit the questions', async () => {
    const { engine } = engineOver(good);
    await expect(engine.ask([{ kind: 'extent', filter: emptyFilter }])).rejects.toMatchObject({
      code: 'unreachable',
    });
  });

  it('withdraws what is no longer asked', async () => {
    const { engine } = engineOver(good);
    const stop = new AbortController();
    const answer = engine.ask([asked], stop.signal);
    stop.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    engine.close();
    await expect(engine.ask([asked])).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a window of any length', () => {
  it('is counted as the rows count it, whatever its days', async () => {
    const { engine } = served();
    let day = dayOf(1995, 1, 1);
    for (let turn = 1; turn < 60; turn++) {
      day = dayOf(1995, 1, 1) + ((day * 7919 + turn * 104_729) % 9000);
      const to = day + ((turn * 7331) % 5000);
      const window = turn % 5 === 0 ? { from: null, to: binEnd(to, 'week') } : { from: day, to };
      await sameAsRows(engine, counts({ ...emptyFilter, ...window }));
    }
  });
});
