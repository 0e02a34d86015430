import { expect, it } from 'vitest';
import { type CountriesFile, decodeCountries } from '#core/geo/base-map.ts';
import { cellAt, cellCentre, cellKey } from '#core/geo/hexagon.ts';
import { pointInPolygons } from '#core/geo/polygon.ts';
import { cellsOnLand, zoomToTest } from '#stats/study-area.ts';
import { atOnce } from '#tests/geo/at-once.ts';
import { readGeo } from './ucdp-counts.ts';

const { countries } = atOnce(decodeCountries(readGeo<CountriesFile>('countries.json')));
const chile = countries.find(({ id }) => id === 'CL')!.polygons;

it('takes every cell whose centre is on land, and every cell a coast runs through', () => {
  const cells = cellsOnLand(chile, 5);
  const found = new Set(cells.map(cellKey));
  expect(found.size).toBe(cells.length);
  for (const ring of chile.flat()) {
    for (const [lon, lat] of ring) expect(found).toContain(cellKey(cellAt(lon, lat, 5)));
  }
  for (let lon = -76; lon < -66; lon += 0.25) {
    for (let lat = -56; lat < -17; lat += 0.25) {
      const cell = cellAt(lon, lat, 5);
      const centre = cellCentre(cell);
      if (pointInPolygons(chile, centre.lon, centre.lat)) expect(found).toContain(cellKey(cell));
    }
  }
});

it('takes no cell far from the land', () => {
  const found = new Set(cellsOnLand(chile, 6).map(cellKey));
  expect(found).not.toContain(cellKey(cellAt(-90, -30, 6)));
  expect(found).not.toContain(cellKey(cellAt(-60, -30, 6)));
});

it('orders cells from north to south, west to east, and knows no land', () => {
  const cells = cellsOnLand(chile, 4);
  const sorted = [...cells].sort((a, b) => a.r - b.r || a.q - b.q);
  expect(cells).toEqual(sorted);
  expect(cellsOnLand([], 5)).toEqual([]);
});

it('tests at the map’s own size where it fits well, else a step finer, else coarser, else two steps finer', () => {
  const only =
    (well: number[], barely: number[] = []) =>
    (zoom: number) =>
      well.includes(zoom) ? 'well' : barely.includes(zoom) ? 'barely' : 'no';
  expect(zoomToTest(5, only([3, 4, 5, 6, 7]))).toBe(5);
  expect(zoomToTest(5, only([4, 6], [5]))).toBe(6);
  expect(zoomToTest(5, only([3, 7]))).toBe(3);
  expect(zoomToTest(5, only([7]))).toBe(7);
  expect(zoomToTest(5, only([], [4, 5]))).toBe(5);
  expect(zoomToTest(11, only([7, 8, 11]))).toBe(7);
  expect(zoomToTest(1, only([1, 2, 3]))).toBe(3);
  expect(zoomToTest(5, only([]))).toBeNull();
});
