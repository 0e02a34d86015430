import { expect, it } from 'vitest';
import { cellAt, cellCorners } from '#core/geo/hexagon.ts';
import type { AreasAnswer, ExtentAnswer } from '#core/query.ts';
import { extentOf } from '#drawings/map/map-picture.ts';
import type { HotModel, HotPlace } from '#figures/map/hot-model.ts';
import { areasAnswer, base, region } from '#tests/figures/map/map-world.ts';

const found = (bbox: ExtentAnswer['bbox']): ExtentAnswer => ({ kind: 'extent', from: 0, to: 9, bbox });
const areas: AreasAnswer = areasAnswer([[region('PE.BB'), 3]]);

it('fits to events with a place of their own, whatever regions others are known to', () => {
  expect(extentOf([found([-77, -12, -76, -11]), areas], base)).toEqual([-77, -12, -76, -11]);
});

it('fits to regions where no event has a place of its own', () => {
  expect(extentOf([found(null), areas], base)).toEqual([-74, -14, -70, -10]);
});

it('waits while it is not known whether any has, and for the outlines', () => {
  expect(extentOf([null, areas], base)).toBeNull();
  expect(extentOf([found(null), null], base)).toBeNull();
  expect(extentOf([found(null), areas], { ...base, adm1: null })).toBeNull();
});

const placeAt = (lon: number, lat: number, kind: HotPlace['kind']): HotPlace => ({
  ...{ key: `${lon}`, cell: cellAt(lon, lat, 3), region: null, lon, lat, kind, events: 0 },
  ...{ around: 0, expected: 5, z: -3, adjusted: 0.01, hotPeriods: null, slope: null },
});

it('fits a map of hot spots to its spots too, whole cells, and to no cell that is none', () => {
  const hot = { shown: [placeAt(-70, -50, 'cold'), placeAt(-40, 20, 'even')] } as unknown as HotModel;
  const corners = cellCorners(cellAt(-70, -50, 3));
  const [west, south, east, north] = extentOf([found([-77, -12, -76, -11]), areas], base, hot)!;
  expect(north).toBe(-11);
  expect(south).toBe(Math.min(...corners.map(([, lat]) => lat)));
  expect(west).toBe(Math.min(-77, ...corners.map(([lon]) => lon)));
  expect(east).toBe(Math.max(-76, ...corners.map(([lon]) => lon)));
});
