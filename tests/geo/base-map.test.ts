import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeAdm1Ground, decodeCountries, decodePlaces, decodeZones } from '#core/geo/base-map.ts';
import { pointInPolygons } from '#core/geo/polygon.ts';
import { atOnce } from '#tests/geo/at-once.ts';
import { repositoryRoot } from '#tests/source-files.ts';

function read<T>(name: string): T {
  return JSON.parse(readFileSync(path.join(repositoryRoot, 'public/geo', name), 'utf8')) as T;
}
const ground = atOnce(decodeCountries(read('countries.json')));
const places = decodePlaces(read('places.json'));
const zones = decodeZones(read('zones.json'));

describe('the ground of the map', () => {
  it('holds the countries of the product, each named in three languages', () => {
    const focus = ground.countries.filter(({ role }) => role === 'focus');
    const ids = focus.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['PE', 'CO', 'MX', 'BO', 'EC', 'BR', 'VE', 'PY', 'AR', 'CL', 'GT', 'HN']),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const country of focus) expect(country.names, country.id).not.toBeNull();
  });

  it('puts Lima into Peru and La Paz into Bolivia', () => {
    const land = (id: string) => ground.countries.find((country) => country.id === id)!.polygons;
    expect(pointInPolygons(land('PE'), -76.9, -12.05)).toBe(true);
    expect(pointInPolygons(land('BO'), -68.15, -16.5)).toBe(true);
    expect(pointInPolygons(land('PE'), -68.15, -16.5)).toBe(false);
  });

  it('has coasts, borders and disputed lines apart', () => {
    expect(ground.coasts.length).toBeGreaterThan(10);
    expect(ground.borders.length).toBeGreaterThan(20);
    const boxes = [...ground.coasts, ...ground.borders, ...ground.disputed].map(({ bbox }) => bbox);
    for (const [west, south, east, north] of boxes) expect(west <= east && south <= north).toBe(true);
  });

  it('has hairlines between regions', () => {
    const adm1 = atOnce(decodeAdm1Ground(read('adm1.json'), read('adm1-index.json')));
    expect(adm1.units.size).toBe(adm1.index.size);
    expect(adm1.hairlines.length).toBeGreaterThan(100);
  });
});

describe('places and zones', () => {
  it('places are named, ranked and on the globe', () => {
    expect(places.length).toBeGreaterThan(100);
    expect(places.some(({ name, country }) => name === 'Lima' && country === 'PE')).toBe(true);
    for (const { name, lat, lon, rank } of places) {
      expect(name).not.toBe('');
      expect(Math.abs(lat) <= 60 && Math.abs(lon) <= 180 && rank >= 1 && rank <= 5).toBe(true);
    }
  });

  it('zones have their label inside and a name in each language', () => {
    expect(zones.some(({ id }) => id === 'VRAEM')).toBe(true);
    for (const { id, names, ring, label } of zones) {
      expect(pointInPolygons([[ring]], label[0], label[1]), id).toBe(true);
      for (const name of [names.en, names.es, names.pt]) expect(name).not.toBe('');
    }
  });
});
