import { describe, expect, it } from 'vitest';
import type { MapCountry } from '#core/geo/base-map.ts';
import type { IndicatorSeries, Observation } from '#core/indicator.ts';
import { mapFigureWords } from '#figures/map/form-words.ts';
import { hotspotAmount, mapLegend, mapTable, summaryOf } from '#figures/map/map-drawing.tsx';
import { hotspotList } from '#figures/map/map-hotspots.ts';
import { buildMapModel } from '#figures/map/map-model.ts';
import { populationIn, rateOf } from '#figures/map/rates.ts';
import { loadMessages, makeI18n } from '#i18n/i18n.tsx';
import { countAnswer, facetAnswer, nothing, total, words } from './map-world.ts';

const i18n = makeI18n('en', await loadMessages('en'));
const observed = (country: string, period: string, value: number | null): Observation => ({
  country,
  area: '',
  areaName: '',
  period,
  value,
  low: null,
  high: null,
  status: 'final',
  note: null,
  url: null,
  publisher: 'Bureau of Heads',
});
const series: IndicatorSeries = {
  id: 'population',
  title: 'Population',
  unit: 'people',
  definition: '',
  caveat: null,
  theme: 'population',
  source: 'heads',
  geoLevel: 'country',
  additive: true,
  countries: ['PE', 'CO', 'BO'],
  from: '2014',
  to: '2016',
  observations: 6,
  values: [
    observed('PE', '2014', 1_000_000),
    observed('PE', '2015', 2_000_000),
    observed('CO', '2015', 4_000_000),
    observed('BO', '2015', null),
    observed('PE', '2016', 2_500_000),
    { ...observed('PE', '2015', 7), area: 'PE.AA' },
  ],
};
const country = (id: string, name: string): MapCountry => ({
  id,
  names: { en: name, es: name, pt: name },
  role: 'focus',
  label: [-74, -12],
  bbox: [-78, -14, -70, -10],
  polygons: [],
});

describe('what rates are taken of', () => {
  it('is the latest published year not after the end of the dates', () => {
    expect(populationIn(series, 2015)?.year).toBe(2015);
    expect(populationIn(series, Number.POSITIVE_INFINITY)?.year).toBe(2016);
    expect(populationIn(series, 1990)?.year).toBe(2014);
    expect(populationIn({ ...series, values: [] }, 2015)).toBeNull();
  });

  it('is never a region’s nor an unpublished figure', () => {
    const population = populationIn(series, 2015);
    expect(population?.people).toEqual(
      new Map([
        ['PE', 2_000_000],
        ['CO', 4_000_000],
      ]),
    );
    expect(population?.publisher).toBe('Bureau of Heads');
  });

  it('gives no rate of fewer than five events, and none without people', () => {
    const population = populationIn(series, 2015);
    if (!population) throw new Error('no population');
    expect(rateOf(population, 'PE', 5)).toEqual({ value: 0.25, people: 2_000_000, why: null });
    expect(rateOf(population, 'PE', 4)).toEqual({ value: null, people: 2_000_000, why: 'few' });
    expect(rateOf(population, 'BO', 400)).toEqual({ value: null, people: null, why: 'no-population' });
  });
});

describe('a map of rates', () => {
  const input = {
    ...nothing,
    mode: 'rates' as const,
    countries: [country('PE', 'Peru'), country('CO', 'Colombia'), country('BO', 'Bolivia')],
    count: countAnswer(133, 40),
    regions: {
      ...facetAnswer([
        ['CO', total(80)],
        ['PE', total(44)],
        ['BO', total(9)],
      ]),
      dimension: 'country' as const,
    },
  };
  const model = buildMapModel({ ...input, population: populationIn(series, 2015) });
  const hotspots = hotspotList(model, []);

  it('orders countries by rate, says why one has none, and places every event of a known country', () => {
    expect(hotspots.map((own) => [own.key, hotspotAmount(own, 'count', i18n)])).toEqual([
      ['PE', '2.2 per 100,000 people'],
      ['CO', '2 per 100,000 people'],
      ['BO', 'no rate: population not published'],
    ]);
    expect(hotspots[0]?.target).toEqual({ kind: 'region', id: 'PE' });
    expect(model.notPlaced).toBe(0);
  });

  it('names the population, its year and its source in the words, the table and the legend', () => {
    const said = mapFigureWords(words, model, i18n);
    expect(said.caveat).toContain('population of 2015, Bureau of Heads. No rate for fewer than 5 events');
    expect(said.subtitle).toContain('per 100,000 people');
    const table = mapTable(model, hotspots, i18n);
    expect(table.columns.map(({ label }) => label)).toContain('Population, 2015');
    expect(table.rows[0]).toEqual(['Peru', 44, 2_000_000, 2.2, '']);
    expect(table.rows[2]).toEqual(['Bolivia', 9, null, null, 'no rate: population not published']);
    const legend = mapLegend(model, i18n);
    expect(legend.title).toBe('Events per 100,000 people');
    expect(legend.entries.map(({ mark }) => mark)).toEqual(['steps', 'hatch']);
    expect(summaryOf(model, hotspots, i18n)).toBe(
      'Highest in Peru: 2.2 per 100,000 people (44 events). 1 country has no rate.',
    );
  });

  it('waits for the population instead of showing counts as rates', () => {
    expect(buildMapModel(input).regions).toEqual([]);
  });

  it('counts by country without rates, in the measure asked for', () => {
    const counted = buildMapModel({ ...input, mode: 'countries' });
    expect(counted.regions.map(({ id, value }) => [id, value])).toEqual([
      ['CO', 80],
      ['PE', 44],
      ['BO', 9],
    ]);
    expect(mapLegend(counted, i18n).title).toBe('Events per country');
  });
});
