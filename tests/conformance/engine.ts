import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CrimeEvent } from '#core/event.ts';
import { type EventFilter, emptyFilter } from '#core/filter.ts';
import type { Query } from '#core/query.ts';
import { binEnd, bins, dayOf } from '#core/time.ts';
import type { Engine } from '#engine/engine.ts';
import { eventOf, randomEvents, randomFilter, randomQuery, words } from '#tests/engine/random-events.ts';
import { ReferenceEngine } from '#tests/engine/reference.ts';
import { areaConformance } from './engine-areas.ts';

export type Hits = (text: string) => readonly number[];
/** Makes a ready engine over events; the suite closes it. */
export type EngineFactory = (events: readonly CrimeEvent[], hits: Hits) => Promise<Engine>;

export interface ConformanceOptions {
  /** Random data sets, each asked `questions` random questions. */
  readonly worlds: number;
  readonly questions: number;
  readonly seed: number;
}

const pick =
  (index: number): Hits =>
  (text) =>
    Array.from({ length: 120 }, (_, i) => i).filter((n) => n % (words.indexOf(text as 'coca') + 2) === index);

/** What every engine must answer, whatever it is made of. */
export function engineConformance(name: string, make: EngineFactory, options: ConformanceOptions): void {
  describe(`${name}: events counted by hand`, () => handmade(make));
  describe(`${name}: regions and zones`, () => areaConformance(make, options));
  describe(`${name}: random data against the reference`, () => {
    it('answers every kind of question as the reference does', async () => {
      const world = fc.tuple(
        randomEvents,
        fc.array(randomFilter.chain(randomQuery), {
          minLength: options.questions,
          maxLength: options.questions,
        }),
      );
      await fc.assert(
        fc.asyncProperty(world, async ([events, queries]) => agree(make, events, queries)),
        { numRuns: options.worlds, seed: options.seed },
      );
    });

    it('keeps exact through a brush that moves a little, and switches in between', async () => {
      const gesture = fc.array(fc.tuple(fc.integer({ min: -40, max: 60 }), fc.nat(9)), {
        minLength: 8,
        maxLength: 8,
      });
      await fc.assert(
        fc.asyncProperty(randomEvents, randomFilter, gesture, async (events, filter, moves) =>
          brush(make, events, filter, moves),
        ),
        { numRuns: Math.min(60, options.worlds), seed: options.seed },
      );
    });

    it('counts in each bin what that bin as a window counts', async () => {
      await fc.assert(
        fc.asyncProperty(
          randomEvents,
          randomFilter,
          fc.constantFrom(...bins),
          async (events, filter, bin) => {
            const engine = await make(events, pick(1));
            const { answers } = await engine.ask([
              {
                kind: 'series',
                filter,
                bin,
                measure: 'kg',
                split: null,
                domain: { from: dayOf(2014, 1, 9), to: dayOf(2014, 5, 5) },
              },
            ]);
            const [series] = answers;
            const counts = await engine.ask(
              series.starts.map((start) => ({
                kind: 'count' as const,
                filter: { ...filter, from: start, to: binEnd(start, bin) },
                measure: 'kg' as const,
              })),
            );
            expect(series.series[0]?.events).toEqual(counts.answers.map(({ total }) => total.events));
            expect(series.series[0]?.values).toEqual(counts.answers.map(({ total }) => total.best));
            engine.close();
          },
        ),
        { numRuns: Math.min(40, options.worlds), seed: options.seed },
      );
    });
  });
}

/** Asks both and compares answer by answer, so that a failure names the question. */
export async function agree(
  make: EngineFactory,
  events: readonly CrimeEvent[],
  queries: readonly Query[],
): Promise<void> {
  const hits = pick(0);
  const engine = await make(events, hits);
  const reference = new ReferenceEngine(events, hits);
  try {
    const { answers, complete } = await engine.ask(queries);
    expect(complete).toBe(true);
    for (const [i, query] of queries.entries()) {
      expect({ query, answer: answers[i] }).toEqual({ query, answer: reference.answer(query) });
    }
  } finally {
    engine.close();
  }
}

/** One engine asked through a whole gesture, so that what it keeps from move to move is put to the test. */
async function brush(
  make: EngineFactory,
  events: readonly CrimeEvent[],
  filter: EventFilter,
  moves: readonly (readonly [shift: number, draw: number])[],
): Promise<void> {
  const hits = pick(0);
  const engine = await make(events, hits);
  const reference = new ReferenceEngine(events, hits);
  let from = dayOf(2014, 3, 1);
  for (const [shift, draw] of moves) {
    from += shift;
    const types = draw === 0 ? ['seizure'] : filter.types;
    // Windows longer than tiles of days alone cover, and open ones, are among them.
    const to = from + (draw === 7 ? 1500 : 500);
    const moved = { ...filter, types, from: draw === 8 ? null : from, to: draw === 9 ? null : to };
    const measure = draw < 5 ? 'kg' : 'count';
    const queries: readonly Query[] = [
      { kind: 'count', filter: moved, measure },
      { kind: 'cells', filter: moved, zoom: 5, viewport: null, measure },
      { kind: 'density', filter: moved, zoom: 5, viewport: null },
      { kind: 'areas', filter: moved },
      { kind: 'facet', filter: moved, dimension: 'country', measure },
      { kind: 'facet', filter: moved, dimension: 'group', measure },
      { kind: 'facet', filter: moved, dimension: 'precision', measure },
      { kind: 'facet', filter: moved, dimension: 'datePrecision', measure },
      { kind: 'series', filter: moved, bin: 'month', measure, split: 'family', domain: null },
      { kind: 'page', filter: moved, sort: 'newest', offset: 0, limit: 10 },
    ];
    const { answers } = await engine.ask(queries);
    for (const [i, query] of queries.entries()) {
      expect({ query, answer: answers[i] }).toEqual({ query, answer: reference.answer(query) });
    }
  }
  engine.close();
}

const kg = (value: number | null, low: number | null = null, high: number | null = null) =>
  ({ measure: 'kg', substance: 'cocaine', value, low, high, unit: 'kg cocaine' }) as const;
const at = (
  country: string,
  precision: 1 | 3 | 4 | 6,
  lat: number | null = null,
  lon: number | null = null,
) => ({
  country,
  adm1: country === 'PE' ? 'PE.AY' : null,
  adm2: null,
  name: null,
  zone: null,
  lat,
  lon,
  precision,
});
const onDay = (...[year, month, date]: [number, number, number]) => {
  const day = dayOf(year, month, date);
  return { from: day, to: day, precision: 'day' } as const;
};

/** Six events; every number below was counted by hand. */
export const sixEvents: readonly CrimeEvent[] = [
  eventOf(10, {
    kind: 'drug-seizure',
    time: onDay(2015, 8, 20),
    place: at('PE', 1, -12.5, -73.8),
    quantities: [kg(100.5, 90, 120)],
    substances: ['cocaine'],
    groups: ['shining-path'],
  }),
  eventOf(11, {
    kind: 'drug-seizure',
    time: onDay(2015, 8, 21),
    place: at('PE', 3, -12.5, -73.8),
    quantities: [kg(0.25)],
    substances: ['cocaine', 'coca-base'],
  }),
  eventOf(12, { kind: 'shoot-down', time: onDay(2014, 12, 31), place: at('PE', 4, -13, -74) }),
  eventOf(13, {
    kind: 'drug-seizure',
    time: { from: dayOf(2015, 8, 1), to: dayOf(2015, 8, 31), precision: 'month' },
    place: at('BO', 6),
    quantities: [kg(null)],
    source: 'police',
  }),
  eventOf(14, {
    kind: 'combat',
    time: { from: dayOf(2015, 7, 30), to: dayOf(2015, 8, 2), precision: 'day' },
    place: at('PE', 1, 4.6, -74.1),
    groups: ['eln', 'shining-path'],
    source: 'ucdp-ged',
  }),
  eventOf(15, { kind: 'arrest', place: at('CO', 6), source: 'police' }),
];

function handmade(make: EngineFactory): void {
  const ask = async <const Q extends readonly Query[]>(queries: Q, hits: Hits = () => []) => {
    const engine = await make(sixEvents, hits);
    try {
      return (await engine.ask(queries)).answers;
    } finally {
      engine.close();
    }
  };
  const peru = { ...emptyFilter, countries: ['PE'] };
  const august = { ...emptyFilter, from: dayOf(2015, 8, 1), to: dayOf(2015, 8, 31) };

  it('adds weights exactly and keeps the unreported apart', async () => {
    const [all] = await ask([{ kind: 'count', filter: emptyFilter, measure: 'kg' }]);
    expect(all).toEqual({
      kind: 'count',
      total: { events: 6, best: 100.75, low: 90.25, high: 120.25, unreported: 4 },
      ofAll: 6,
      byPrecision: [0, 0, 0, 0, 1, 0, 2, 0],
      notPlaced: 3,
      undated: 1,
      tooVague: 0,
    });
  });

  it('lets a month belong to its month, and only overlap ten days of it', async () => {
    const tenDays = { ...emptyFilter, from: dayOf(2015, 8, 10), to: dayOf(2015, 8, 20) };
    const [month, days] = await ask([
      { kind: 'count', filter: august, measure: 'count' },
      { kind: 'count', filter: tenDays, measure: 'count' },
    ]);
    expect([month.total.events, month.tooVague]).toEqual([4, 0]);
    expect([days.total.events, days.tooVague]).toEqual([1, 1]);
  });

  it('counts a lasting event in each month it touches', async () => {
    const [series] = await ask([
      { kind: 'series', filter: emptyFilter, bin: 'month', measure: 'count', split: null, domain: null },
    ]);
    expect(series.starts).toHaveLength(9);
    expect(series.series[0]?.events).toEqual([1, 0, 0, 0, 0, 0, 0, 1, 4]);
    expect([series.spanning, series.undated, series.tooVague]).toEqual([1, 1, 0]);
  });

  it('splits by family in the order of the taxonomy, and by group with the rest last', async () => {
    const [families, groups] = await ask([
      { kind: 'series', filter: emptyFilter, bin: 'year', measure: 'kg', split: 'family', domain: null },
      { kind: 'series', filter: emptyFilter, bin: 'year', measure: 'count', split: 'group', domain: null },
    ]);
    expect(families.series.map(({ key, events, values }) => [key, events, values])).toEqual([
      ['seizure', [0, 3], [0, 100.75]],
      ['air', [1, 0], [0, 0]],
      ['clash', [0, 1], [0, 0]],
    ]);
    expect(groups.series.map(({ key, events }) => [key, events])).toEqual([
      ['shining-path', [0, 2]],
      ['eln', [0, 1]],
      ['', [1, 2]],
    ]);
  });

  it('counts the values of a dimension without its own choice', async () => {
    const [countries, kinds, groups, reported] = await ask([
      { kind: 'facet', filter: peru, dimension: 'country', measure: 'count' },
      { kind: 'facet', filter: peru, dimension: 'kind', measure: 'count' },
      { kind: 'facet', filter: peru, dimension: 'group', measure: 'count' },
      { kind: 'facet', filter: emptyFilter, dimension: 'reported', measure: 'count' },
    ]);
    expect(countries.values.map(({ key, total }) => [key, total.events])).toEqual([
      ['PE', 4],
      ['BO', 1],
      ['CO', 1],
    ]);
    expect(kinds.values.map(({ key, total }) => [key, total.events])).toEqual([
      ['drug-seizure', 2],
      ['combat', 1],
      ['shoot-down', 1],
    ]);
    expect([groups.values.map(({ key }) => key), groups.without]).toEqual([['shining-path', 'eln'], 2]);
    expect([reported.values.map(({ key, total }) => [key, total.events]), reported.without]).toEqual([
      [['kg', 2]],
      4,
    ]);
  });

  it('puts placed events in hexagons and says how many are known only to the municipality', async () => {
    const [cells, points] = await ask([
      { kind: 'cells', filter: emptyFilter, zoom: 5, viewport: null, measure: 'kg' },
      { kind: 'points', filter: emptyFilter, viewport: [-75, -20, -70, 0], precisions: [], limit: 2 },
    ]);
    expect(cells.cells.map(({ total, byArea }) => [total.events, total.best, byArea])).toEqual([
      [2, 100.75, 1],
      [1, 0, 0],
    ]);
    expect(points).toMatchObject({ matched: 3, truncated: true });
    expect(points.points.map(({ n }) => n)).toEqual([11, 10]);
  });

  it('counts placed events in small squares, and says how many are vaguer than a point', async () => {
    const [world, north] = await ask([
      { kind: 'density', filter: emptyFilter, zoom: 5, viewport: null },
      { kind: 'density', filter: emptyFilter, zoom: 5, viewport: [-80, 0, -70, 10] },
    ]);
    expect(world.events.reduce((sum, n) => sum + n, 0)).toBe(3);
    expect([world.x.length, world.y.length]).toEqual([world.events.length, world.events.length]);
    expect(world.vague).toBe(1);
    expect([north.events, north.vague]).toEqual([[1], 0]);
  });

  it('orders pages with the unreported, the undated and the unknown last', async () => {
    const page = (sort: 'newest' | 'oldest' | 'kg' | 'country' | 'kind') =>
      ({ kind: 'page', filter: emptyFilter, sort, offset: 0, limit: 10 }) as const;
    const [newest, oldest, weight, country, kind, second] = await ask([
      page('newest'),
      page('oldest'),
      page('kg'),
      page('country'),
      page('kind'),
      { ...page('newest'), offset: 2, limit: 2 },
    ]);
    expect(newest.rows).toEqual([11, 10, 13, 14, 12, 15]);
    expect(oldest.rows).toEqual([12, 14, 13, 10, 11, 15]);
    expect(weight.rows).toEqual([10, 11, 12, 13, 14, 15]);
    expect(country.rows).toEqual([13, 15, 10, 11, 12, 14]);
    expect(kind.rows).toEqual([10, 11, 13, 12, 14, 15]);
    expect([second.rows, second.matched]).toEqual([[13, 14], 6]);
  });

  it('lists marks that touch the domain, however vague', async () => {
    const domain = { from: dayOf(2015, 8, 2), to: dayOf(2015, 8, 20) };
    const [marks] = await ask([{ kind: 'marks', filter: emptyFilter, domain, limit: 10 }]);
    expect(marks.marks.map(({ n, kg: weight }) => [n, weight])).toEqual([
      [14, null],
      [13, null],
      [10, 100.5],
    ]);
  });

  it('says what removing each filter would give', async () => {
    const filter = { ...peru, types: ['arrest'], groups: ['eln'] };
    const [relax, extent] = await ask([
      { kind: 'relax', filter },
      { kind: 'extent', filter: peru },
    ]);
    expect(relax.options).toEqual([
      { dimension: 'type', events: 1 },
      { dimension: 'country', events: 0 },
      { dimension: 'group', events: 0 },
    ]);
    expect([extent.from, extent.to]).toEqual([dayOf(2014, 12, 31), dayOf(2015, 8, 21)]);
    expect(extent.bbox?.map((degrees) => Math.round(degrees * 10) / 10)).toEqual([-74.1, -12.5, -73.8, 4.6]);
  });

  it('knows which sources are there in each bin, and where they begin and end', async () => {
    const [coverage] = await ask([{ kind: 'coverage', filter: emptyFilter, bin: 'year', domain: null }]);
    expect(coverage.sources).toEqual([1, 3]);
    expect(coverage.changes).toEqual([{ bin: 1, began: ['police', 'ucdp-ged'], ended: [] }]);
  });

  it('narrows by words through the rows they match', async () => {
    const filter = { ...emptyFilter, text: 'lancha' };
    const [page] = await ask([{ kind: 'page', filter, sort: 'newest', offset: 0, limit: 9 }], () => [
      10, 15, 99,
    ]);
    expect(page.rows).toEqual([10, 15]);
  });

  it('answers over no events at all', async () => {
    const engine = await make([], () => []);
    const { answers } = await engine.ask([
      { kind: 'count', filter: emptyFilter, measure: 'kg' },
      { kind: 'series', filter: emptyFilter, bin: 'month', measure: 'count', split: null, domain: null },
      { kind: 'cells', filter: emptyFilter, zoom: 4, viewport: null, measure: 'count' },
      { kind: 'extent', filter: emptyFilter },
      { kind: 'density', filter: emptyFilter, zoom: 4, viewport: null },
    ]);
    expect(answers[4]).toEqual({ kind: 'density', zoom: 4, x: [], y: [], events: [], vague: 0 });
    expect(answers[0].total).toEqual({ events: 0, best: 0, low: 0, high: 0, unreported: 0 });
    expect(answers[1].starts).toEqual([]);
    expect(answers[2].cells).toEqual([]);
    expect(answers[3]).toEqual({ kind: 'extent', from: null, to: null, bbox: null });
    engine.close();
  });
}
