import { readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Adm1Entry, adm1At, decodeAdm1 } from '#core/geo/adm1-lookup.ts';
import {
  decodeAdm1Ground,
  decodeCountries,
  decodePlaces,
  decodeZones,
  type ZonesFile,
} from '#core/geo/base-map.ts';
import { distanceKm } from '#core/geo/lonlat.ts';
import { pointInPolygons, pointInRing } from '#core/geo/polygon.ts';
import { atOnce } from '#tests/geo/at-once.ts';

const folder = new URL('../../public/geo/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const index: Adm1Entry[] = read('adm1-index.json');
const units = decodeAdm1(read('adm1.json'));
const ground = atOnce(decodeCountries(read('countries.json')));
const places = decodePlaces(read('places.json'));
const zonesFile: ZonesFile = read('zones.json');

describe('the bundled outlines', () => {
  test('stay small', () => {
    const names = ['countries.json', 'adm1.json', 'adm1-index.json', 'places.json', 'zones.json'];
    const bytes = names.reduce((sum, name) => sum + statSync(new URL(name, folder)).size, 0);
    expect(bytes).toBeLessThan(720_000);
  });

  test('every province has one code, a name, an outline, and a label point inside it', () => {
    expect(new Set(index.map(({ id }) => id)).size).toBe(index.length);
    expect(units.map(({ id }) => id).sort()).toEqual(index.map(({ id }) => id).sort());
    for (const { id, name, country, lon, lat } of index) {
      expect(id).toMatch(/^[A-Z]{2}\.[A-Z]{2}$/);
      expect(id.slice(0, 2)).toBe(country);
      expect(name.length).toBeGreaterThan(1);
      expect(adm1At(units, lon, lat), id).toBe(id);
    }
  });

  test.each([
    ['Puno, called Callao in the source', -70.02, -15.84, 'PE.PU'],
    ['Callao', -77.12, -12.05, 'PE.CL'],
    ['Lima, the province of the capital', -77.03, -12.05, 'PE.LP'],
    ['Yauyos in the Lima region', -75.9, -12.4, 'PE.LR'],
    ['Ayacucho', -74.22, -13.16, 'PE.AY'],
    ['Ambato, called Napo in the source', -78.62, -1.25, 'EC.TU'],
    ['Tena, called Tungurahua in the source', -77.81, -0.99, 'EC.NA'],
    ['Georgetown, exchanged in the source', -58.155, 6.8, 'GY.DE'],
    ['Lethem, exchanged in the source', -59.8, 3.38, 'GY.UT'],
    ['Bogotá', -74.08, 4.65, 'CO.DC'],
    ['Rivas on the lake', -85.83, 11.44, 'NI.RI'],
    ['Kingston', -76.79, 17.97, 'JM.KI'],
  ])('%s', (_, lon, lat, id) => {
    expect(adm1At(units, lon, lat, 3)).toBe(id);
  });

  test('a point at sea belongs to no province; a harbour just off the outline does when a tolerance is given', () => {
    expect(adm1At(units, -82, -15)).toBeNull();
    expect(adm1At(units, -82, -15, 20)).toBeNull();
    expect(adm1At(units, -77.18, -12.06)).toBeNull();
    expect(adm1At(units, -77.18, -12.06, 20)).toBe('PE.CL');
  });

  test('towns lie in the province and country that their record names', () => {
    const covered = new Set(index.map(({ country }) => country));
    const towns = places.filter(({ country, population }) => covered.has(country) && population > 20_000);
    const wrong = towns.filter(
      ({ lon, lat, country }) => adm1At(units, lon, lat, 12)?.slice(0, 2) !== country,
    );
    expect(towns.length).toBeGreaterThan(1500);
    expect(wrong.map(({ name }) => name).length / towns.length).toBeLessThan(0.005);
  });

  test('countries have names in three languages and a label point on their land', () => {
    const focus = ground.countries.filter(({ role }) => role === 'focus');
    expect(focus.length).toBeGreaterThanOrEqual(27);
    for (const { id, names, label, polygons } of focus) {
      expect(names?.en && names.es && names.pt, id).toBeTruthy();
      expect(label && pointInPolygons(polygons, label[0], label[1]), id).toBe(true);
    }
    expect(ground.countries.find(({ id }) => id === 'BR')?.names?.pt).toBe('Brasil');
  });

  test('contested borders are dashed: Essequibo, Belize, the New River triangle, the Falklands', () => {
    const near = (lon: number, lat: number) =>
      ground.disputed.some(
        ({ bbox }) => lon >= bbox[0] - 1 && lon <= bbox[2] + 1 && lat >= bbox[1] - 1 && lat <= bbox[3] + 1,
      );
    expect(near(-60.7, 6)).toBe(true);
    expect(near(-89.1, 17)).toBe(true);
    expect(near(-59, -51.7)).toBe(true);
    expect(near(-70, -4)).toBe(false);
  });

  test('inner borders are lines between two provinces, never coasts', () => {
    const { hairlines } = atOnce(decodeAdm1Ground(read('adm1.json'), index));
    expect(hairlines.length).toBeGreaterThan(400);
  });

  test('zones say how they were made and hold the towns they name', () => {
    const zones = decodeZones(zonesFile);
    for (const { method } of zonesFile.zones)
      expect(method).toMatch(/^Approximate: about \d+ km around .+\. Not a legal boundary\.$/);
    const vraem = zones.find(({ id }) => id === 'VRAEM');
    for (const [lon, lat] of [
      [-73.906, -12.41],
      [-73.829, -12.519],
      [-74.027, -12.186],
    ] as const) {
      expect(vraem && pointInRing(vraem.ring, lon, lat)).toBe(true);
    }
    expect(vraem && pointInRing(vraem.ring, -77.03, -12.05)).toBe(false);
    for (const { label, ring, id } of zones) expect(pointInRing(ring, label[0], label[1]), id).toBe(true);
  });

  test('places run from the most important on, Lima where it is', () => {
    expect(places.map(({ rank }) => rank)).toEqual(places.map(({ rank }) => rank).sort());
    const lima = places.find(({ name, country }) => name === 'Lima' && country === 'PE');
    expect(lima && distanceKm([lima.lon, lima.lat], [-77.03, -12.05])).toBeLessThan(10);
  });
});
