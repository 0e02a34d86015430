import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frameOf, toFrame } from '#figures/map/map-frame.ts';
import { hotspotList } from '#figures/map/map-hotspots.ts';
import { buildMapModel } from '#figures/map/map-model.ts';
import {
  adm1,
  areasAnswer,
  cellsAnswer,
  facetAnswer,
  nothing,
  places,
  total,
  zonal,
} from '#tests/figures/map/map-world.ts';
import { cornersOf, readEdges } from '#views/map/AreaPanel.tsx';
import { findHotspot, REACH, stepHotspot } from '#views/map/find-hotspot.ts';

const frame = frameOf([-79, -15, -69, -9], 800, 600, 0);
const toPixels = (lon: number, lat: number) => toFrame(frame, lon, lat);
const at = (lon: number, lat: number, dx = 0, dy = 0) => {
  const { x, y } = toPixels(lon, lat);
  return { x: x + dx, y: y + dy, lon, lat };
};

const cells = cellsAnswer(6, [
  [-77, -12, total(44)],
  [-75, -12, total(7)],
  [-75, -10.5, total(3)],
  [-72, -13.5, total(2)],
]);
const model = buildMapModel({ ...nothing, cells, areas: areasAnswer([[zonal(-72.6, -12), 1]]) });
const hotspots = hotspotList(model, places);
const base = { countries: [], coasts: [], borders: [], disputed: [], places, zones: [], adm1 };

describe('pointing', () => {
  test('anywhere in a cell finds that cell', () => {
    const found = findHotspot(at(-77, -12), hotspots, model, base, toPixels, REACH.mouse);
    expect(found?.events).toBe(44);
  });

  test('a symbol over a cell comes first; a finger reaches further than a mouse', () => {
    const symbol = hotspots.find((hotspot) => hotspot.symbol);
    if (!symbol) throw new Error('a symbol');
    const beside = at(symbol.lon, symbol.lat, 18, 0);
    expect(findHotspot(beside, hotspots, model, base, toPixels, REACH.touch)?.key).toBe(symbol.key);
    expect(findHotspot(beside, hotspots, model, base, toPixels, REACH.mouse)?.key).not.toBe(symbol.key);
  });

  test('empty sea finds nothing', () => {
    expect(findHotspot(at(-70, -9.5), hotspots, model, base, toPixels, REACH.mouse)).toBeNull();
  });

  test('in regions mode the province under the pointer', () => {
    const regions = buildMapModel({
      ...nothing,
      mode: 'regions',
      regions: facetAnswer([['PE.BB', total(5)]]),
    });
    const list = hotspotList(regions, places);
    expect(findHotspot(at(-71, -11), list, regions, base, toPixels, REACH.mouse)?.target).toEqual({
      kind: 'region',
      id: 'PE.BB',
    });
    expect(findHotspot(at(-77, -11), list, regions, base, toPixels, REACH.mouse)).toBeNull();
  });
});

describe('walking by arrow keys', () => {
  const [lima, east, north] = hotspots;

  test('goes to the nearest in the direction pressed', () => {
    if (!lima || !east || !north) throw new Error('hotspots');
    expect(stepHotspot(lima, 'right', hotspots, toPixels)?.key).toBe(east.key);
    expect(stepHotspot(east, 'left', hotspots, toPixels)?.key).toBe(lima.key);
    expect(stepHotspot(east, 'up', hotspots, toPixels)?.key).toBe(north.key);
    expect(stepHotspot(lima, 'left', hotspots, toPixels)).toBeNull();
  });

  test('every hotspot can be reached from every other', () => {
    for (const start of hotspots) {
      const seen = new Set([start.key]);
      const queue = [start];
      for (let next = queue.pop(); next; next = queue.pop()) {
        for (const direction of ['left', 'right', 'up', 'down'] as const) {
          const step = stepHotspot(next, direction, hotspots, toPixels);
          if (step && !seen.has(step.key)) {
            seen.add(step.key);
            queue.push(step);
          }
        }
      }
      expect(seen.size).toBe(hotspots.length);
    }
  });
});

describe('typed edges of an area', () => {
  test('become a box only when they are one', () => {
    expect(readEdges({ north: '-8', south: '-14,5', west: '-76', east: '-72' })).toEqual([
      -76, -14.5, -72, -8,
    ]);
    const wrong = [
      { north: '-14', south: '-8', west: '-76', east: '-72' },
      { north: '-8', south: '-14', west: '-72', east: '-76' },
      { north: '91', south: '-14', west: '-76', east: '-72' },
      { north: '', south: '-14', west: '-76', east: '-72' },
      { north: 'north', south: '-14', west: '-76', east: '-72' },
    ];
    for (const edges of wrong) expect(readEdges(edges), JSON.stringify(edges)).toBeNull();
  });

  test('are never read as another box than was typed', () => {
    const degree = fc.double({ min: -80, max: 80, noNaN: true }).map((value) => value + 0);
    fc.assert(
      fc.property(degree, degree, degree, degree, (north, south, west, east) => {
        const box = readEdges({ north: `${north}`, south: `${south}`, west: `${west}`, east: `${east}` });
        if (south < north && west < east) expect(box).toEqual([west, south, east, north]);
        else expect(box).toBeNull();
      }),
    );
    expect(cornersOf([-76, -14, -72, -8])).toHaveLength(4);
  });
});
