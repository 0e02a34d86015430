import { expect, it } from 'vitest';
import { factPart, headlineIds, latestFact } from '#drawings/indicator/headline.ts';
import { mockWorld } from '#mocks/world.ts';

const world = mockWorld();
const peru = world.countries.find((country) => country.iso2 === 'PE')!;
const venezuela = world.countries.find((country) => country.iso2 === 'VE')!;
const coca = world.indicators.find((series) => series.id === 'coca-cultivation')!;

it('headline numbers come from the profile, or else from the series that speak for any country', () => {
  expect(headlineIds(peru, [])).toEqual(['coca-cultivation', 'contraband-seized']);
  expect(headlineIds(venezuela, ['population', 'homicide-rate', 'other'])).toEqual([
    'homicide-rate',
    'population',
  ]);
});

it('stand-ins take the newest value of a series, and none where there is none', () => {
  expect(latestFact(coca, 'Coca')).toMatchObject({ period: '2015', value: 40300 });
  expect(latestFact({ ...coca, values: [] }, 'Coca')).toBeNull();
});

it('a number is called in an address as its chart is', () => {
  expect(factPart({ indicator: 'coca-national', area: '' })).toBe('coca-national');
  expect(factPart({ indicator: 'coca-peru-zones', area: 'VRAEM' })).toBe('coca-peru-zones@VRAEM');
  expect(factPart({ indicator: null, area: '' })).toBeNull();
});
