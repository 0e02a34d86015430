import fc from 'fast-check';
import type { CrimeEvent } from '#core/event.ts';
import { type EventFilter, emptyFilter } from '#core/filter.ts';
import { cellAt } from '#core/geo/hexagon.ts';
import { facetDimensions, type Query } from '#core/query.ts';
import { families, kinds, type SubstanceKey } from '#core/taxonomy.ts';
import { bins, datePrecisions, dayOf, type EventTime } from '#core/time.ts';

/** Few values each, so that random filters hit, miss and overlap often. */
const countries = ['BO', 'CO', 'PE'] as const;
const regions = ['PE.AY', 'PE.CU', 'CO.NAR'] as const;
const groups = ['eln', 'shining-path', 'clan-del-golfo'] as const;
const substanceKeys: readonly SubstanceKey[] = ['cocaine', 'cannabis', 'minerals'];
const sources = ['curated', 'police', 'ucdp-ged'] as const;
const firstDay = dayOf(2013, 11, 1);
const lastDay = dayOf(2016, 2, 29);
export const words = ['coca', 'airstrip'] as const;

const day = fc.integer({ min: firstDay, max: lastDay });
const vague = ['week', 'month', 'quarter', 'year', 'unknown'] as const;

const time: fc.Arbitrary<EventTime> = fc.oneof(
  { weight: 5, arbitrary: day.map((from) => ({ from, to: from, precision: 'day' as const })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(day, fc.integer({ min: 1, max: 70 }))
      .map(([from, length]) => ({ from, to: from + length, precision: 'day' as const })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(day, fc.integer({ min: 0, max: 400 }), fc.constantFrom(...vague))
      .map(([from, length, precision]) => ({ from, to: from + length, precision })),
  },
  { weight: 1, arbitrary: fc.constant({ from: null, to: null, precision: 'unknown' as const }) },
);

const amount = fc.oneof(
  fc.integer({ min: 0, max: 5000 }),
  fc.integer({ min: 0, max: 9999 }).map((n) => n / 8),
);

const quantity = fc.record({
  measure: fc.constantFrom('kg' as const, 'usd' as const, 'people' as const, 'item' as const),
  substance: fc.constant(null),
  value: fc.option(amount, { nil: null, freq: 4 }),
  low: fc.option(amount, { nil: null, freq: 2 }),
  high: fc.option(amount, { nil: null, freq: 2 }),
  unit: fc.constant(''),
});

const lat = fc.integer({ min: -1900, max: 600 }).map((n) => n / 97);
const lon = fc.integer({ min: -8200, max: -6400 }).map((n) => n / 101);

const place = fc
  .tuple(
    fc.option(fc.constantFrom(...countries), { nil: null, freq: 8 }),
    fc.option(fc.constantFrom(...regions), { nil: null, freq: 2 }),
    fc.option(fc.tuple(lat, lon), { nil: null, freq: 4 }),
    fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
  )
  .map(([country, adm1, point, precision]) => ({
    country,
    adm1,
    adm2: null,
    name: null,
    zone: null,
    lat: point ? point[0] : null,
    lon: point ? point[1] : null,
    precision: precision as CrimeEvent['place']['precision'],
  }));

const event = fc.record({
  kind: fc.constantFrom(...kinds.map(({ key }) => key)),
  time,
  place,
  quantities: fc.array(quantity, { maxLength: 3 }),
  substances: fc.uniqueArray(fc.constantFrom(...substanceKeys), { maxLength: 2 }),
  groups: fc.uniqueArray(fc.constantFrom(...groups), { maxLength: 3 }),
  source: fc.constantFrom(...sources),
});

/** A made event from the parts that an engine looks at. */
export function eventOf(n: number, parts: Partial<CrimeEvent>): CrimeEvent {
  return {
    id: `e-${n}`,
    n,
    kind: 'drug-seizure',
    time: { from: null, to: null, precision: 'unknown' },
    place: {
      country: null,
      adm1: null,
      adm2: null,
      name: null,
      zone: null,
      lat: null,
      lon: null,
      precision: 6,
    },
    quantities: [],
    substances: [],
    groups: [],
    actors: [],
    summary: null,
    note: null,
    milestone: false,
    source: 'curated',
    sourceRecordId: String(n),
    citations: [],
    disputes: [],
    reports: 1,
    articles: [],
    ...parts,
  };
}

/** Events with row numbers in random order and gaps between them. */
export const randomEvents: fc.Arbitrary<CrimeEvent[]> = fc
  .array(fc.tuple(event, fc.nat(1000)), { maxLength: 90 })
  .map((rows) => {
    const order = rows.map((_, i) => i).sort((a, b) => rows[a]![1] - rows[b]![1] || a - b);
    const numbers = new Map(order.map((row, rank) => [row, rank * 3 + 1]));
    return rows.map(([parts], row) => eventOf(numbers.get(row)!, parts));
  });

const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: fc.subarray([...values]) },
  );
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null, freq: 1 });

const box = fc
  .tuple(lat, lat, lon, lon)
  .map(([a, b, c, d]) => [Math.min(c, d), Math.min(a, b), Math.max(c, d), Math.max(a, b)] as const);

const span = fc
  .tuple(fc.integer({ min: firstDay - 90, max: lastDay + 90 }), fc.integer({ min: 0, max: 500 }))
  .map(([from, length]) => ({ from, to: from + length }));

/** Filters over every dimension; usually a few at a time. */
export const randomFilter: fc.Arbitrary<EventFilter> = fc
  .record({
    countries: some([...countries, 'XX']),
    adm1: some([...regions, 'PE.XX']),
    types: some([...families.map(({ key }) => key), 'shoot-down', 'arrest.arrest']),
    days: maybe(fc.tuple(span, fc.constantFrom('both', 'from', 'to'))),
    groups: some([...groups, 'unknown-group']),
    substances: some(substanceKeys),
    sources: some([...sources, 'no-source']),
    precisions: some([1, 2, 3, 4, 5, 6, 7] as const),
    datePrecisions: some(datePrecisions),
    text: fc.oneof(
      { weight: 5, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constantFrom(...words) },
    ),
    bbox: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: box }),
    area: fc.oneof(
      { weight: 5, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.array(fc.record({ lat, lon }), { minLength: 3, maxLength: 6 }) },
    ),
    cell: fc.oneof(
      { weight: 6, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.tuple(lon, lat, fc.integer({ min: 0, max: 4 })).map((at) => cellAt(...at)) },
    ),
    quantity: fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      {
        weight: 1,
        arbitrary: fc.record({
          measure: fc.constantFrom('kg' as const, 'usd' as const, 'people' as const),
          min: maybe(amount),
          max: maybe(amount),
        }),
      },
    ),
  })
  .map(({ days, ...rest }) => ({
    ...emptyFilter,
    ...rest,
    from: days && days[1] !== 'to' ? days[0].from : null,
    to: days && days[1] !== 'from' ? days[0].to : null,
  }));

const measure = fc.constantFrom('count' as const, 'kg' as const, 'usd' as const, 'people' as const);
const limit = fc.integer({ min: 0, max: 40 });

/** One question of any kind about a filter. */
export function randomQuery(filter: EventFilter): fc.Arbitrary<Query> {
  const of = fc.constant(filter);
  const bin = fc.constantFrom(...bins);
  const domain = maybe(span);
  return fc.oneof(
    fc.record({ kind: fc.constant('count' as const), filter: of, measure }),
    fc.record({
      kind: fc.constant('series' as const),
      filter: of,
      bin,
      measure,
      split: fc.constantFrom(null, 'family', 'kind', 'country', 'group', 'substance', 'source'),
      domain,
    }),
    fc.record({
      kind: fc.constant('facet' as const),
      filter: of,
      dimension: fc.constantFrom(...facetDimensions),
      measure,
    }),
    fc.record({
      kind: fc.constant('cells' as const),
      filter: of,
      zoom: fc.integer({ min: 0, max: 9 }),
      viewport: maybe(box),
      measure,
    }),
    fc.record({
      kind: fc.constant('density' as const),
      filter: of,
      zoom: fc.integer({ min: 0, max: 9 }),
      viewport: maybe(box),
    }),
    fc.record({ kind: fc.constant('areas' as const), filter: of }),
    fc.record({
      kind: fc.constant('points' as const),
      filter: of,
      viewport: maybe(box),
      precisions: some([1, 3, 4, 6] as const),
      limit,
    }),
    fc.record({
      kind: fc.constant('page' as const),
      filter: of,
      sort: fc.constantFrom('newest', 'oldest', 'kg', 'usd', 'people', 'country', 'kind'),
      offset: fc.integer({ min: 0, max: 30 }),
      limit,
    }),
    fc.record({ kind: fc.constant('marks' as const), filter: of, domain, limit }),
    fc.record({ kind: fc.constant('relax' as const), filter: of }),
    fc.record({ kind: fc.constant('extent' as const), filter: of }),
    fc.record({ kind: fc.constant('coverage' as const), filter: of, bin, domain }),
  );
}
