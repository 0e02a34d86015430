import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Adm1Entry, adm1At, adm1Finder, decodeAdm1 } from '#core/geo/adm1-lookup.ts';
import { repositoryRoot } from '#tests/source-files.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(repositoryRoot, 'public/geo', name), 'utf8'));
const units = decodeAdm1(read('adm1.json') as Parameters<typeof decodeAdm1>[0]);
const index = read('adm1-index.json') as Adm1Entry[];
const nameAt = (lat: number, lon: number, toleranceKm = 0): string | undefined => {
  const id = adm1At(units, lon, lat, toleranceKm);
  return index.find((entry) => entry.id === id)?.name;
};

describe('the region of a point', () => {
  it.each([
    ['Cusco', -13.52, -71.97, 'Cusco'],
    ['Pichari', -12.52, -73.83, 'Cusco'],
    ['Medellín', 6.24, -75.58, 'Antioquia'],
    ['Culiacán', 24.8, -107.39, 'Sinaloa'],
    ['Santa Cruz de la Sierra', -17.78, -63.18, 'Santa Cruz'],
  ])('%s', (_place, lat, lon, region) => {
    expect(nameAt(lat, lon)).toBe(region);
  });

  it('is none far out at sea, and the nearest one within the tolerance', () => {
    expect(nameAt(-12.05, -85)).toBeUndefined();
    expect(nameAt(-12.05, -77.3)).toBeUndefined();
    expect(nameAt(-12.05, -77.3, 40)).toMatch(/Callao|Lima/);
    expect(nameAt(-12.05, -77.3, 1)).toBeUndefined();
  });

  it('is found among the units near by as among all', () => {
    const find = adm1Finder(units, 15);
    const lon = fc.double({ min: -118, max: -34, noNaN: true });
    const lat = fc.double({ min: -56, max: 33, noNaN: true });
    fc.assert(
      fc.property(lon, lat, (x, y) => {
        expect(find(x, y)).toBe(adm1At(units, x, y, 15));
      }),
      { numRuns: 400 },
    );
  });

  it('has an index entry for every outline, with its point inside', () => {
    const outlines = new Set(units.map(({ id }) => id));
    expect(index.filter(({ id }) => !outlines.has(id)).map(({ id }) => id)).toEqual([]);
    expect(units.filter(({ id }) => !index.some((entry) => entry.id === id)).map(({ id }) => id)).toEqual([]);
    const outside = index.filter(({ id, lat, lon }) => adm1At(units, lon, lat) !== id).map(({ id }) => id);
    expect(outside).toEqual([]);
    for (const { id, country } of index) expect(id.startsWith(`${country}.`)).toBe(true);
  });
});
