import { expect, it } from 'vitest';
import { areaKey, areaStep } from '#core/area.ts';

it.each([
  ['a region that records name, wherever they put it', 4, 'PE.AY', -13, -74, 'PE.AY'],
  ['a region without a name', 4, null, -13, -74.123_456, '4@-13.00000,-74.12346'],
  ['a zone, whose region does not name it', 5, 'PE.AY', -0.000_004, 179.999_999, '5@0.00000,180.00000'],
  ['what has neither name nor point', 4, null, null, null, ''],
] as const)('names %s', (_, precision, adm1, lat, lon, key) => {
  expect(areaKey({ precision, adm1, lat, lon })).toBe(key);
});

it('tells points apart that are more than a metre apart, and only those', () => {
  const at = (lat: number) => areaKey({ precision: 5, adm1: null, lat, lon: -74 });
  expect(at(-13.000_01)).not.toBe(at(-13));
  expect(at(Math.fround(-13.4))).toBe(at(-13.4));
  expect(areaStep(-13.000_01)).toBe(-1_300_001);
});
