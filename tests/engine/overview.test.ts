import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeOverview, encodeOverview, OverviewError } from '#contract/overview.ts';
import type { Dictionaries } from '#contract/part-columns.ts';
import type { CrimeEvent } from '#core/event.ts';
import { activeDimensions, type EventFilter, emptyFilter } from '#core/filter.ts';
import { type Answer, facetDimensions, type Query, type SeriesQuery } from '#core/query.ts';
import { families } from '#core/taxonomy.ts';
import { dayOf } from '#core/time.ts';
import { Ledger } from '#engine/local/answer.ts';
import { OverviewLedger } from '#engine/local/overview.ts';
import { buildOverview } from '#engine/local/overview-tables.ts';
import { openSample } from '#server/sample/load-sample.ts';
import { columnsWith } from './in-memory.ts';
import { randomEvents, randomFilter, randomQuery } from './random-events.ts';

interface Both {
  readonly rows: Ledger;
  readonly overview: OverviewLedger;
  readonly dictionaries: Dictionaries;
}

/** Rows and the overview counted from them, which has travelled as bytes. */
function bothOf(events: readonly CrimeEvent[]): Both {
  const { columns, dictionaries } = columnsWith(events);
  const bytes = encodeOverview(buildOverview(columns, 'v1'));
  return {
    rows: new Ledger(columns, () => null),
    overview: new OverviewLedger(decodeOverview(bytes), dictionaries),
    dictionaries,
  };
}

const splits: readonly SeriesQuery['split'][] = [
  null,
  'family',
  'kind',
  'country',
  'group',
  'substance',
  'source',
];
const domain = { from: dayOf(2012, 7, 9), to: dayOf(2016, 3, 3) };

const questionsOf = (filter: EventFilter): Query[] => [
  { kind: 'count', filter, measure: 'count' },
  { kind: 'extent', filter },
  ...facetDimensions.map((dimension): Query => ({ kind: 'facet', filter, dimension, measure: 'count' })),
  ...[2, 3, 4].map((zoom): Query => ({ kind: 'cells', filter, zoom, viewport: null, measure: 'count' })),
  { kind: 'cells', filter, zoom: 3, viewport: [-80, -20, -60, 0], measure: 'count' },
  ...(['month', 'quarter', 'year'] as const).flatMap((bin) => [
    ...splits.map((split): Query => ({ kind: 'series', filter, bin, measure: 'count', split, domain })),
    { kind: 'coverage', filter, bin, domain } as const,
  ]),
];

/** Holds every answer that the overview gives to the rows; says how many it gave. */
function agreement({ rows, overview }: Both, queries: readonly Query[]): number {
  let given = 0;
  for (const query of queries) {
    const answer = overview.answer(query);
    if (answer === null) continue;
    given++;
    expect({ query, answer }).toEqual({ query, answer: asAnswered(rows.answer(query), answer) });
  }
  return given;
}

/** The rows' count, as far as the overview counted: it may not know how well the places are known. */
function asAnswered(exact: Answer, answer: Answer): Answer {
  if (exact.kind !== 'count' || answer.kind !== 'count' || answer.byPrecision !== null) return exact;
  return { ...exact, byPrecision: null, notPlaced: null };
}

const months = fc
  .tuple(
    fc.integer({ min: 0, max: 30 }),
    fc.integer({ min: 0, max: 20 }),
    fc.constantFrom('both', 'from', 'to', 'none'),
  )
  .map(([first, length, ends]) => ({
    from: ends === 'both' || ends === 'from' ? dayOf(2013, 11 + first, 1) : null,
    to: ends === 'both' || ends === 'to' ? dayOf(2013, 12 + first + length, 1) - 1 : null,
  }));
const coarseFilter: fc.Arbitrary<EventFilter> = fc
  .record({
    time: months,
    countries: fc.subarray(['BO', 'CO', 'PE', 'XX'], { maxLength: 2 }),
    types: fc.subarray(
      families.map(({ key }) => key as string),
      { maxLength: 2 },
    ),
  })
  .map(({ time, countries, types }) => ({ ...emptyFilter, ...time, countries, types }));

describe('the overview of random events', () => {
  it('answers what it answers as the rows do', () => {
    let given = 0;
    fc.assert(
      fc.property(randomEvents, coarseFilter, (events, filter) => {
        given += agreement(bothOf(events), questionsOf(filter));
      }),
      { numRuns: 120, seed: 11 },
    );
    expect(given).toBeGreaterThan(1500);
  });

  it('gives any other question back, or answers it as the rows do', () => {
    fc.assert(
      fc.property(
        randomEvents,
        randomFilter.chain((filter) => randomQuery({ ...filter, text: '' })),
        (events, query) => {
          agreement(bothOf(events), [query]);
        },
      ),
      { numRuns: 300, seed: 12 },
    );
  });
});

describe('the overview of the bundled sample', () => {
  let both: Both;
  beforeAll(() => {
    both = bothOf([...openSample().eventBatches()].flat());
  });

  it('answers all that the first view of Explore counts', () => {
    const whole = questionsOf(emptyFilter);
    expect(agreement(both, whole)).toBe(whole.length);
  });

  it.each<[string, Partial<EventFilter>]>([
    ['a country', { countries: ['PE'] }],
    ['whole months', { from: dayOf(2014, 1, 1), to: dayOf(2015, 12, 31) }],
    ['a country and whole months', { countries: ['CO'], from: dayOf(2010, 3, 1) }],
    ['a family of kinds', { types: ['seizure'] }],
    ['a family and whole months', { types: ['seizure'], from: dayOf(2014, 1, 1), to: dayOf(2015, 12, 31) }],
    [
      'a country, families and whole months',
      { countries: ['PE'], types: ['seizure', 'clash'], from: dayOf(2014, 1, 1), to: dayOf(2015, 12, 31) },
    ],
  ])('counts, draws bars and lists facets under %s', (_, part) => {
    const filter = { ...emptyFilter, ...part };
    // Under all three at once facets of one dimension fewer are known.
    const least = activeDimensions(filter).length === 3 ? 13 : 14;
    expect(agreement(both, questionsOf(filter))).toBeGreaterThan(least);
    expect(both.overview.answer({ kind: 'count', filter, measure: 'count' })).not.toBeNull();
  });

  it.each<[string, Partial<EventFilter>]>([
    ['days within a month', { from: dayOf(2014, 1, 2) }],
    ['a kind', { types: ['drug-seizure'] }],
    ['words', { text: 'coca' }],
    ['an area', { bbox: [-80, -20, -60, 0] }],
    ['a region', { adm1: ['PE.AY'] }],
  ])('leaves a count under %s to the rows', (_, part) => {
    const filter = { ...emptyFilter, ...part };
    expect(both.overview.answer({ kind: 'count', filter, measure: 'count' })).toBeNull();
    expect(both.overview.answer({ kind: 'page', filter, sort: 'newest', offset: 0, limit: 9 })).toBeNull();
  });

  it('takes an end at or beyond the last event, or before the first, for that of its month', () => {
    const days = both.rows.answer({ kind: 'extent', filter: { ...emptyFilter, countries: ['PE'] } });
    if (days.kind !== 'extent') throw new Error('no extent');
    for (const [from, to] of [
      [dayOf(2014, 1, 1), days.to],
      [days.from, dayOf(2014, 12, 31)],
      [days.from, days.to],
    ] as const) {
      const filter = { ...emptyFilter, countries: ['PE'], from, to };
      expect(agreement(both, questionsOf(filter))).toBeGreaterThan(13);
      expect(both.overview.answer({ kind: 'count', filter, measure: 'count' })).not.toBeNull();
    }
  });

  it('gives larger hexagons and months where those will do, as the rows count them', () => {
    const filter = { ...emptyFilter, countries: ['PE'], from: dayOf(2010, 1, 1), to: dayOf(2015, 12, 31) };
    const domain = { from: dayOf(2014, 1, 9), to: dayOf(2015, 5, 5) };
    const cells = { kind: 'cells', filter, viewport: null, measure: 'count' } as const;
    const bars = { kind: 'series', filter, measure: 'count', split: 'family', domain } as const;
    const strip = { kind: 'coverage', filter, domain } as const;
    const { rows, overview } = both;
    expect(overview.answer({ ...cells, zoom: 6 })).toBeNull();
    expect(overview.answer({ ...cells, zoom: 6, coarser: true })).toEqual(rows.answer({ ...cells, zoom: 3 }));
    expect(overview.answer({ ...bars, bin: 'week' })).toBeNull();
    expect(overview.answer({ ...bars, bin: 'week', coarser: true })).toEqual(
      rows.answer({ ...bars, bin: 'month' }),
    );
    expect(overview.answer({ ...strip, bin: 'day', coarser: true })).toEqual(
      rows.answer({ ...strip, bin: 'month' }),
    );
    expect(overview.answer({ kind: 'extent', filter })).toBeNull();
    const wider = rows.answer({ kind: 'extent', filter: { ...filter, from: null, to: null } });
    expect(overview.answer({ kind: 'extent', filter, coarser: true })).toEqual(wider);
  });

  it('is refused when cut off or damaged', () => {
    const bytes = encodeOverview(both.overview.overview);
    for (const size of [0, 1, 40, 5000, bytes.length - 1])
      expect(() => decodeOverview(bytes.subarray(0, size))).toThrow(OverviewError);
    expect(() => decodeOverview(Uint8Array.of(...bytes.subarray(0, 60), 255, 255))).toThrow(OverviewError);
  });
});
