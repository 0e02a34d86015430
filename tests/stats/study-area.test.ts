import { expect, it } from 'vitest';
import { type CountriesFile, decodeCountries } from '#core/geo/base-map.ts';
import { cellAt, cellCentre, cellKey } from '#core/geo/hexagon.ts';
import { pointInPolygons } from '#core/geo/polygon.ts';
import { cellsOnLand } from '#stats/study-area.ts';
import { readGeo } from './ucdp-counts.ts';

const { countries } = decodeCountries(readGeo<CountriesFile>('countries.json'));
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
