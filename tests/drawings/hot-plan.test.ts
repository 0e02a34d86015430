import { describe, expect, it } from 'vitest';
import { type EventFilter, emptyFilter } from '#core/filter.ts';
import { type BaseMap, type CountriesFile, decodeAdm1Ground, decodeCountries } from '#core/geo/base-map.ts';
import { cellAt, cellCentre } from '#core/geo/hexagon.ts';
import type { CountAnswer, CoverageAnswer, SeriesAnswer } from '#core/query.ts';
import { addBins, type Bin, dayOf } from '#core/time.ts';
import { type HotPlan, type Outline, outlineQueries, planHotSpots } from '#drawings/map/hot-plan.ts';
import type { StudyArea } from '#stats/study-area.ts';
import { countAnswer, total } from '#tests/figures/map/map-world.ts';
import { atOnce } from '#tests/geo/at-once.ts';
import { readGeo } from '#tests/stats/ucdp-counts.ts';

const base: BaseMap = {
  ...atOnce(decodeCountries(readGeo<CountriesFile>('countries.json'))),
  places: [],
  zones: [],
  adm1: atOnce(decodeAdm1Ground(readGeo('adm1.json'), readGeo('adm1-index.json'))),
};

function outline(
  parts: Partial<Outline> & { events?: number; countries_?: readonly string[] } = {},
): Outline {
  const { events = 1000, countries_ = ['PE', 'BO'], ...rest } = parts;
  const values = countries_.map((key) => ({ key, total: total(events) }));
  const count: CountAnswer = countAnswer(events, 0);
  return {
    count,
    countries: { kind: 'facet', dimension: 'country', values, without: 0 },
    extent: { kind: 'extent', from: dayOf(2005, 3, 1), to: dayOf(2024, 6, 15), bbox: null },
    coverage: null,
    series: (['year', 'quarter', 'month'] as const).map((bin) => series(bin, 60)),
    ...rest,
  };
}

function series(bin: Bin, events: number): SeriesAnswer {
  const starts: number[] = [];
  for (let start = dayOf(2005, 1, 1); start < dayOf(2025, 1, 1); start = addBins(start, bin, 1))
    starts.push(start);
  const each = starts.map(() => events);
  return {
    kind: 'series',
    bin,
    starts,
    series: [{ key: '', events: each, values: each, unreported: each.map(() => 0) }],
    tooVague: 0,
    undated: 0,
    spanning: 0,
  };
}

type CellPlan = HotPlan & { readonly study: StudyArea };

const plan = (of: Outline, filter: EventFilter = emptyFilter, zoom = 6, view: 'hot' | 'trend' = 'hot') =>
  planHotSpots(of, filter, { view, over: 'cells' }, zoom, base, dayOf(2024, 7, 1))! as CellPlan;

describe('what is compared', () => {
  it('is the land of the countries that the sources cover, whole, whatever the viewport', () => {
    const { study, queries } = plan(outline());
    const reach = study.cells.map((cell) => cellCentre(cell));
    expect(Math.min(...reach.map(({ lat }) => lat))).toBeLessThan(-22);
    expect(Math.max(...reach.map(({ lat }) => lat))).toBeGreaterThan(-1);
    expect(study.at.has(`6.${cellAt(-70.7, -33.4, 6).q}.${cellAt(-70.7, -33.4, 6).r}`)).toBe(false);
    expect(queries).toEqual([
      { kind: 'cells', filter: emptyFilter, zoom: study.zoom, viewport: null, measure: 'count' },
    ]);
  });

  it('leaves out a chosen country of which nothing is reported at any date', () => {
    const both = plan(outline({ countries_: ['PE'] }), { ...emptyFilter, countries: ['PE', 'CL'] });
    const one = plan(outline({ countries_: ['PE'] }), { ...emptyFilter, countries: ['PE'] });
    expect(both.study.cells).toEqual(one.study.cells);
  });

  it('is only what the filter leaves of the map', () => {
    const boxed = plan(outline(), { ...emptyFilter, bbox: [-80, -14, -70, -4] });
    for (const cell of boxed.study.cells) {
      const { lon, lat } = cellCentre(cell);
      expect(lon >= -80 && lon <= -70 && lat >= -14 && lat <= -4).toBe(true);
    }
    const region = plan(outline(), { ...emptyFilter, countries: ['PE'], adm1: ['PE.LO'] }, 7);
    expect(region.study.cells.length).toBeLessThan(700);
    const chosen = cellAt(-75, -10, 6);
    expect(plan(outline(), { ...emptyFilter, cell: chosen }, 6).study.cells.length).toBeLessThanOrEqual(1);
  });

  it('waits for provinces where the filter needs their outlines', () => {
    const bare = { ...base, adm1: null };
    expect(
      planHotSpots(
        outline(),
        { ...emptyFilter, adm1: ['PE.LO'] },
        { view: 'hot', over: 'cells' },
        6,
        bare,
        null,
      ),
    ).toBeNull();
    expect(
      planHotSpots(outline({ countries_: [] }), emptyFilter, { view: 'hot', over: 'cells' }, 6, bare, null)!
        .study!.cells,
    ).toEqual([]);
  });
});

describe('regions that are compared', () => {
  const regions = (of: Outline, filter: EventFilter = emptyFilter, view: 'hot' | 'trend' = 'hot') =>
    planHotSpots(of, filter, { view, over: 'regions' }, 6, base, dayOf(2024, 7, 1));

  it('are all of the countries that the sources cover, asked for at once and for each period', () => {
    const { study, regions: own, queries } = regions(outline())!;
    expect(study).toBeNull();
    const ids = [...base.adm1!.index.values()].filter(({ country }) => country === 'PE' || country === 'BO');
    expect(own!.size).toBe(ids.length);
    expect(queries).toEqual([{ kind: 'facet', filter: emptyFilter, dimension: 'adm1', measure: 'count' }]);
    const trend = regions(outline(), emptyFilter, 'trend')!;
    expect(trend.queries).toHaveLength(1 + trend.periods!.starts.length);
    expect(trend.queries[1]!.filter.from).toBe(trend.periods!.starts[0]);
  });

  it('are only what the filter leaves of the map, and wait for their outlines', () => {
    const boxed = regions(outline(), { ...emptyFilter, bbox: [-80, -14, -70, -4] })!.regions!;
    const all = Array.from({ length: boxed.size }, (_, i) => boxed.place(i));
    expect(all.length).toBeGreaterThan(5);
    for (const { lon, lat } of all) expect(lon >= -80 && lon <= -70 && lat >= -14 && lat <= -4).toBe(true);
    expect(regions(outline(), { ...emptyFilter, adm1: ['PE.LO', 'PE.AY'] })!.regions!.size).toBe(2);
    const bare = { ...base, adm1: null };
    expect(planHotSpots(outline(), emptyFilter, { view: 'hot', over: 'regions' }, 6, bare, null)).toBeNull();
  });
});

describe('the size of the cells', () => {
  it('follows the map, is coarser for few events, finer for a small country, and never beyond its limits', () => {
    expect(plan(outline({ events: 1_000_000 }), emptyFilter, 7).study.zoom).toBe(7);
    expect(plan(outline({ events: 1_000_000 }), emptyFilter, 11).study.zoom).toBe(7);
    expect(plan(outline({ events: 150 }), emptyFilter, 7).study.zoom).toBeLessThan(6);
    const small = plan(outline({ events: 5000, countries_: ['CR'] }), emptyFilter, 5).study;
    expect(small.zoom).toBeGreaterThan(5);
    expect(small.cells.length).toBeGreaterThanOrEqual(30);
    const peru = plan(outline({ events: 2300, countries_: ['PE'] }), emptyFilter, 4).study;
    expect(peru.zoom).toBe(5);
    expect(peru.cells.length).toBeGreaterThanOrEqual(100);
  });
});

describe('the periods of a trend', () => {
  const periods = (filter: Partial<EventFilter>, of: Outline = outline()) =>
    plan(of, { ...emptyFilter, ...filter }, 5, 'trend').periods;

  it('are whole years within the dates, quarters or months where ten years are not there', () => {
    expect(periods({})).toMatchObject({ bin: 'year', end: dayOf(2023, 12, 31) });
    expect(periods({})!.starts[0]).toBe(dayOf(2005, 1, 1));
    const five = periods({ from: dayOf(2010, 1, 1), to: dayOf(2014, 12, 31) });
    expect(five).toMatchObject({ bin: 'quarter' });
    expect(five!.starts).toHaveLength(20);
    const two = periods({ from: dayOf(2013, 1, 10), to: dayOf(2014, 2, 20) });
    expect(two).toMatchObject({ bin: 'month', end: dayOf(2014, 1, 31) });
    expect(two!.starts[0]).toBe(dayOf(2013, 2, 1));
  });

  it('are none where even months are too few, or nothing is dated', () => {
    expect(periods({ from: dayOf(2014, 1, 1), to: dayOf(2014, 6, 30) })).toBeNull();
    expect(periods({}, outline({ extent: { kind: 'extent', from: null, to: null, bbox: null } }))).toBeNull();
  });

  it('ask for the whole first, then each period as a window of its own', () => {
    const { queries, periods: own } = plan(outline(), emptyFilter, 5, 'trend');
    expect(queries).toHaveLength(own!.starts.length + 1);
    expect(queries[0]!.filter).toEqual(emptyFilter);
    expect(queries[1]!.filter).toMatchObject({ from: own!.starts[0], to: dayOf(2005, 12, 31) });
  });

  it('count sources that come or go in between, not those at the ends', () => {
    const starts = Array.from({ length: 20 }, (_, i) => dayOf(2005 + i, 1, 1));
    const coverage: CoverageAnswer = {
      kind: 'coverage',
      starts,
      sources: starts.map(() => 2),
      changes: [
        { bin: 0, began: ['a'], ended: [] },
        { bin: 6, began: ['b'], ended: ['c'] },
        { bin: 9, began: [], ended: ['b'] },
        { bin: 19, began: [], ended: ['a'] },
      ],
    };
    expect(plan(outline({ coverage }), emptyFilter, 5, 'trend').sourceChanges).toBe(2);
    expect(plan(outline({ coverage }), emptyFilter, 5, 'hot').sourceChanges).toBe(0);
  });
});

it('asks first only for what deciding needs', () => {
  expect(outlineQueries(emptyFilter, 'hot').map(({ kind }) => kind)).toEqual(['count', 'facet']);
  const dated = { ...emptyFilter, from: 100, to: 900 };
  const [, facet, ...rest] = outlineQueries(dated, 'trend');
  expect(facet!.filter).toMatchObject({ from: null, to: null });
  expect(rest.map(({ kind }) => kind)).toEqual(['extent', 'coverage', 'series', 'series', 'series']);
});
