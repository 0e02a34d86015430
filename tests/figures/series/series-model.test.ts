import { describe, expect, it } from 'vitest';
import type { IndicatorSeries, Observation } from '#core/indicator.ts';
import { dayOf } from '#core/time.ts';
import { buildSeries, MOST_LINES, periodSpan } from '#figures/series/series-model.ts';
import { seriesNotes, seriesSummary, seriesTable } from '#figures/series/series-words.ts';
import { i18nOf } from '../lanes-fixture.ts';

const value = (period: string, amount: number | null, more: Partial<Observation> = {}): Observation => ({
  country: 'PE',
  area: '',
  areaName: '',
  period,
  value: amount,
  low: null,
  high: null,
  status: 'final',
  note: null,
  url: null,
  publisher: 'UNODC',
  ...more,
});

const indicator = (values: readonly Observation[], more: Partial<IndicatorSeries> = {}): IndicatorSeries => ({
  id: 'coca',
  title: 'Coca',
  unit: 'ha',
  definition: '',
  caveat: null,
  theme: 'coca',
  source: 's',
  geoLevel: 'country',
  additive: true,
  countries: ['PE'],
  from: '2014',
  to: '2020',
  observations: values.length,
  values,
  ...more,
});

const peru = [{ country: 'PE', area: '', label: 'Peru' }];

describe('a series', () => {
  it('never joins across a missing year (C4)', () => {
    const model = buildSeries(
      indicator([value('2014', 10), value('2015', 12), value('2018', 9), value('2019', null)]),
      peru,
    );
    expect(model?.lines[0]?.segments.map((run) => run.map((point) => point.period))).toEqual([
      ['2014', '2015'],
      ['2018'],
    ]);
    expect(model?.gaps).toEqual([{ from: dayOf(2016, 1, 1), to: dayOf(2017, 12, 31) }]);
  });

  it('starts at 0 where that costs little and says when it does not', async () => {
    expect(buildSeries(indicator([value('2014', 10), value('2015', 40)]), peru)?.axis.low).toBe(0);
    const high = buildSeries(indicator([value('2014', 90), value('2015', 100)]), peru)!;
    expect(high.fromZero).toBe(false);
    expect(high.axis.low).toBeGreaterThan(0);
    expect(seriesNotes(high, await i18nOf('en'))).toContain('The scale does not start at 0.');
  });

  it('counts what happened in a period in bars from 0', () => {
    const model = buildSeries(indicator([value('2014', 90), value('2015', 100)], { unit: 'kg' }), peru)!;
    expect(model.form).toBe('bars');
    expect(model.axis.low).toBe(0);
    expect(buildSeries(indicator([value('2014', 9)], { unit: 'score' }), peru)?.form).toBe('lines');
  });

  it('adds areas only when asked to, and says how many', () => {
    const areas = indicator([
      value('2014', 10, { area: 'A', areaName: 'A' }),
      value('2014', 5, { area: 'B', areaName: 'B' }),
      value('2014', null, { area: 'C', areaName: 'C' }),
    ]);
    const sum = buildSeries(areas, [{ country: 'PE', area: null, label: 'Peru' }]);
    expect(sum?.lines[0]?.points[0]).toMatchObject({ value: 15, areas: 2 });
    expect(buildSeries(areas, [{ country: 'PE', area: 'B', label: 'B' }])?.lines[0]?.points[0]?.value).toBe(
      5,
    );
    expect(buildSeries(areas, peru)).toBeNull();
  });

  it('marks the year from which an index is measured anew', async () => {
    const cpi = buildSeries(indicator([value('2012', 38)], { id: 'cpi-0-100', unit: 'score' }), peru)!;
    expect(cpi.breaks).toEqual([{ day: dayOf(2012, 1, 1), year: 2012 }]);
    expect(seriesSummary(cpi, await i18nOf('en'))).toContain('2012');
  });

  it('names statuses other than final, ranges and publishers', async () => {
    const i18n = await i18nOf('en');
    const model = buildSeries(
      indicator([
        value('2014', 10, { status: 'derived' }),
        value('2015', 12, { status: 'about', low: 8, high: 15 }),
      ]),
      peru,
    )!;
    expect(model.statuses).toEqual(['derived', 'about']);
    expect(seriesNotes(model, i18n).slice(0, 2).join(' ')).toMatch(/derived.*rounded/);
    const table = seriesTable(model, 'c', i18n);
    expect(table.rows[1]).toEqual(['Peru', '2015', 12, 8, 15, 'rounded by the source', 'UNODC']);
  });

  it('draws seven lines at most and says what it left', async () => {
    const countries = ['AR', 'BO', 'BR', 'CL', 'CO', 'EC', 'MX', 'PE'];
    const model = buildSeries(
      indicator(countries.map((country, n) => value('2014', n, { country }))),
      countries.map((country) => ({ country, area: '', label: country })),
    )!;
    expect(model.lines).toHaveLength(MOST_LINES);
    expect(model.hidden.map(({ country }) => country)).toEqual(['PE']);
  });
});

it.each([
  ['2015', dayOf(2015, 1, 1), dayOf(2015, 12, 31)],
  ['2015-Q3', dayOf(2015, 7, 1), dayOf(2015, 9, 30)],
  ['2015-03', dayOf(2015, 3, 1), dayOf(2015, 3, 31)],
])('reads the period %s', (period, from, to) => {
  expect(periodSpan(period)).toMatchObject({ from, to });
  expect(periodSpan(`${period}x`)).toBeNull();
});
