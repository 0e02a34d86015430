import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topics } from '#core/article.ts';
import { measures } from '#core/measure.ts';
import { bins, dayOf } from '#core/time.ts';
import {
  articleOrders,
  defaultView,
  feedLists,
  hotFormOf,
  hotModeOf,
  langs,
  mapChoiceOf,
  mapModes,
  maxAddressLength,
  panes,
  readView,
  timeForms,
  type View,
  writeView,
} from '#core/view.ts';
import { arbitraryFilter } from './arbitrary-filter.ts';

const rounded = (limit: number, scale: number) =>
  fc.integer({ min: -limit * scale, max: limit * scale }).map((n) => n / scale);
const iso = fc
  .integer({ min: 0, max: 19_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const slug = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/);

const arbitraryView: fc.Arbitrary<View> = fc.record({
  filter: arbitraryFilter,
  measure: fc.constantFrom(...measures),
  bin: fc.constantFrom('auto' as const, ...bins),
  map: fc.option(
    fc.record({
      lat: rounded(80, 1000),
      lon: rounded(179, 1000),
      zoom: fc.integer({ min: 2, max: 36 }).map((n) => n / 2),
    }),
  ),
  mapMode: fc.constantFrom(...mapModes),
  onlyMap: fc.boolean(),
  timeForm: fc.constantFrom(...timeForms),
  axis: fc
    .option(fc.uniqueArray(iso, { minLength: 2, maxLength: 2 }).map((two) => [...two].sort()))
    .map((two) => (two ? { from: two[0]!, to: two[1]! } : null)),
  pane: fc.constantFrom(...panes),
  list: fc.constantFrom(...feedLists),
  sort: fc.constantFrom('newest' as const, 'oldest' as const, 'kg' as const, 'kind' as const),
  reading: fc.record({
    topics: fc.uniqueArray(fc.constantFrom(...topics), { maxLength: 3 }).map((list) => [...list].sort()),
    outlet: fc.option(fc.constantFrom('InSight Crime', 'La República', 'DW')),
    languages: fc.uniqueArray(fc.constantFrom(...langs)).map((list) => [...list].sort()),
    order: fc.option(fc.constantFrom(...articleOrders)),
  }),
  selected: fc.option(slug),
  lang: fc.option(fc.constantFrom(...langs)),
  asof: fc.option(fc.tuple(iso, fc.stringMatching(/^[0-9a-f]{8}$/)).map(([date, hash]) => `${date}.${hash}`)),
});

const plain = (view: View): unknown => JSON.parse(JSON.stringify(view));

describe('a view in an address', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        const { view: again, problems } = readView(writeView(view));
        expect(problems).toEqual([]);
        expect(plain(again)).toEqual(plain(view));
      }),
      { numRuns: 300 },
    );
  });

  it('is nothing for the default view', () => {
    expect(writeView(defaultView)).toBe('');
    expect(readView('')).toEqual({ view: defaultView, problems: [] });
  });

  it('is readable, with its keys in order', () => {
    const filter = {
      ...defaultView.filter,
      countries: ['PE', 'BO'],
      types: ['seizure'],
      from: dayOf(2014, 1, 1),
      to: dayOf(2015, 12, 31),
      text: 'no-fly zone',
    };
    const view: View = { ...defaultView, filter, measure: 'kg', map: { lat: -9.2, lon: -75, zoom: 6 } };
    expect(writeView(view)).toBe(
      '?v=1&c=BO,PE&from=2014-01-01&map=-9.2,-75,6&q=no-fly%20zone&to=2015-12-31&type=seizure&unit=kg',
    );
  });

  it('loses only its bad parts, one by one, each named', () => {
    const { view, problems } = readView(
      '?v=1&c=PE&from=yesterday&map=,,5&unit=tonnes&theme=dark&bin=decade&type=seizure',
    );
    expect(view.filter).toMatchObject({ countries: ['PE'], types: ['seizure'], from: null });
    expect(view).toMatchObject({ map: null, measure: 'count', bin: 'auto' });
    expect(problems.map(({ parameter }) => parameter).sort()).toEqual([
      'bin',
      'from',
      'map',
      'theme',
      'unit',
    ]);
  });

  it('keeps the map of hot spots and of their trend, which stands under the same choice of the switch', () => {
    for (const mode of ['hot', 'trend', 'hot-regions', 'trend-regions'] as const) {
      const address = writeView({ ...defaultView, mapMode: mode });
      expect(address).toBe(`?v=1&mode=${mode}`);
      expect(readView(address).view.mapMode).toBe(mode);
      expect(mapChoiceOf(mode)).toBe('hot');
      expect(hotModeOf(hotFormOf(mode))).toBe(mode);
    }
    expect(mapChoiceOf('events')).toBe('events');
  });

  it('survives anything, however long', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void readView(`?${text}`)));
    fc.assert(fc.property(fc.webQueryParameters(), (text) => void readView(`?${text}`)));
    const { view } = readView(`?c=PE&q=${'x'.repeat(50_000)}`);
    expect(view.filter.countries).toEqual(['PE']);
    expect(view.filter.text.length).toBeLessThanOrEqual(200);
  });

  it('cannot touch the prototype of anything', () => {
    readView('?__proto__=1&constructor=2&c=__proto__&topic=constructor');
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });

  it('stays short for ordinary use', () => {
    const filter = {
      ...defaultView.filter,
      countries: ['AR', 'BO', 'BR', 'CL', 'CO', 'EC', 'MX', 'PE', 'PY', 'UY', 'VE'],
    };
    expect(writeView({ ...defaultView, filter }).length).toBeLessThan(maxAddressLength);
  });
});
