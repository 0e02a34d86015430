import { describe, expect, it } from 'vitest';
import { chartPlans, comparable } from '#drawings/series/theme-charts.ts';
import { mockWorld } from '#mocks/world.ts';
import { fact } from '#tests/drawings/profile-fact.ts';

const world = mockWorld();
const peru = world.countries.find((country) => country.iso2 === 'PE');
const venezuela = world.countries.find((country) => country.iso2 === 'VE');
const coca = world.indicators.find((series) => series.id === 'coca-cultivation');
if (!peru || !venezuela || !coca) throw new Error('fixtures changed');

describe('charts of a country', () => {
  const series = (id: string, part: object = {}) => ({ ...coca, id, from: '2010', to: '2015', ...part });

  it('are one a theme, in order, single values left to the table', () => {
    const available = [series('homicide-rate'), series('coca-national'), series('cpi-0-100', { to: '2010' })];
    expect(chartPlans(venezuela, available).map((plan) => plan.id)).toEqual([
      'coca-national',
      'homicide-rate',
    ]);
  });

  it('put the zones of the profile after the first theme', () => {
    const zoned = { ...peru, facts: [fact({ indicator: 'coca-peru-zones', area: 'VRAEM' })] };
    const available = [
      series('coca-national'),
      series('coca-peru-zones', { geoLevel: 'zone' }),
      series('homicide-rate'),
    ];
    expect(chartPlans(zoned, available).map((plan) => [plan.id, plan.where])).toEqual([
      ['coca-national', null],
      ['coca-peru-zones', 'VRAEM'],
      ['homicide-rate', null],
    ]);
  });

  it('sum districts, and keep periods that do not compare out of one chart', () => {
    const [plan] = chartPlans(venezuela, [series('mined-area-amazon', { geoLevel: 'district' })]);
    if (!plan || !coca.values[0]) throw new Error('no plan');
    expect(plan).toMatchObject({ summed: true, lines: [{ area: null }] });
    const periods = ['2018', '2019', '2024', '2025-Q3'];
    const values = periods.map((period) => ({ ...coca.values[0]!, period }));
    expect(comparable({ ...coca, values }, plan).values.map((value) => value.period)).toEqual([
      '2019',
      '2024',
    ]);
  });
});
