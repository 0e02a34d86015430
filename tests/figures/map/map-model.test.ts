import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classOf, classScale } from '#figures/map/map-classes.ts';
import { hotspotList } from '#figures/map/map-hotspots.ts';
import { buildMapModel } from '#figures/map/map-model.ts';
import {
  areasAnswer,
  cellsAnswer,
  countAnswer,
  facetAnswer,
  nothing,
  places,
  point,
  pointsAnswer,
  region,
  total,
  zonal,
} from './map-world.ts';

describe('classes', () => {
  test('few small counts double with each class', () => {
    expect(classScale([1, 1, 2, 3, 9, 15, 44])?.breaks).toEqual([1, 2, 4, 8, 16]);
  });

  test('a wide spread takes larger steps, and no class lies above the largest value', () => {
    expect(classScale([1, 4, 40, 130, 900])?.breaks).toEqual([1, 5, 25, 125, 625]);
    expect(classScale([1, 1, 3])?.breaks).toEqual([1, 2]);
    expect(classScale([])).toBeNull();
  });

  test('breaks rise, hold every value, and never put a smaller value in a higher class', () => {
    const values = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, (given) => {
        const scale = classScale(given);
        if (!scale) throw new Error('a scale');
        expect(scale.breaks.length).toBeLessThanOrEqual(5);
        for (let i = 1; i < scale.breaks.length; i += 1)
          expect(scale.breaks[i]).toBeGreaterThan(scale.breaks[i - 1] ?? 0);
        const levels = given.toSorted((a, b) => a - b).map((value) => classOf(scale, value) ?? -1);
        expect(levels).toEqual(levels.toSorted((a, b) => a - b));
        expect(Math.min(...levels)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('what no event reports has no class', () => {
    const scale = classScale([1, 2, 3]);
    expect(scale && classOf(scale, null)).toBeNull();
  });
});

describe('cells', () => {
  const cells = cellsAnswer(6, [
    [-77, -12, total(44)],
    [-72, -12, total(7)],
  ]);

  test('carry count, class, and a number from eight on', () => {
    const model = buildMapModel({ ...nothing, cells });
    expect(model.cells.map(({ value, labelled }) => [value, labelled])).toEqual([
      [44, true],
      [7, false],
    ]);
    expect(model.cellZoom).toBe(6);
  });

  test('events that report no weight make a hatched cell, never a zero', () => {
    const weighed = cellsAnswer(6, [
      [-77, -12, total(5, 120, 2)],
      [-72, -12, total(3, 0, 3)],
    ]);
    const model = buildMapModel({ ...nothing, measure: 'kg', cells: weighed });
    expect(model.cells.map(({ value, level }) => [value, level])).toEqual([
      [120, 0],
      [null, null],
    ]);
  });

  test('the unselected rest is faint only where nothing is selected', () => {
    const all = cellsAnswer(6, [
      [-77, -12, total(50)],
      [-70, -15, total(3)],
    ]);
    const model = buildMapModel({ ...nothing, cells, faintCells: all });
    expect(model.faintCells).toHaveLength(1);
  });
});

describe('precision', () => {
  const every = [
    point(1, -77, -12, 1),
    point(2, -77.2, -12, 2),
    point(3, -77.4, -12, 3),
    point(7, -79, -12, 7),
  ];
  const areas = areasAnswer([
    [region('PE.AA'), 1],
    [zonal(-72.6, -12), 1],
  ]);

  test('each level has its own sign', () => {
    const model = buildMapModel({ ...nothing, mode: 'events', points: pointsAnswer(every), areas });
    const signs = model.symbols.map(({ precision, style }) => [precision, style] as const);
    expect(signs.sort(([a], [b]) => a - b)).toEqual([
      [1, 'dot'],
      [2, 'near'],
      [3, 'hollow'],
      [4, 'region'],
      [5, 'zone'],
      [7, 'waters'],
    ]);
    expect(model.symbols.flatMap(({ rows }) => rows).sort()).toEqual([1, 2, 3, 7]);
  });

  test('events of one region share one symbol, wherever their source put the point', () => {
    const own = areasAnswer([
      [{ ...region('PE.AA'), lon: -77, lat: -11 }, 1],
      [{ ...region(null, 'air'), lon: -75, lat: -13 }, 1],
      [{ ...region(null), lon: -71, lat: -12 }, 1],
    ]);
    const model = buildMapModel({ ...nothing, mode: 'events', areas: own });
    expect(model.symbols.map(({ area, events, within }) => [area, events, within.length])).toEqual([
      ['PE.AA', 2, 2],
      ['PE.BB', 1, 1],
    ]);
    expect(hotspotList(model, places).map(({ place }) => place()?.name)).toEqual(['West', 'East']);
    expect(model.symbols[0]?.parts).toEqual([
      { family: 'seizure', events: 1 },
      { family: 'air', events: 1 },
    ]);
  });

  test('a region symbol stays in its region when it makes way for a cell', () => {
    const cells = cellsAnswer(7, [[-76, -12, total(30)]]);
    const model = buildMapModel({ ...nothing, cells, areas: areasAnswer([[region('PE.AA'), 1]]) });
    const [symbol] = model.symbols;
    if (!symbol) throw new Error('a symbol');
    expect([symbol.lon, symbol.lat]).not.toEqual([-76, -12]);
    expect(symbol.lon).toBeGreaterThan(-78);
    expect(symbol.lon).toBeLessThan(-74);
    expect(symbol.lat).toBeGreaterThan(-14);
    expect(symbol.lat).toBeLessThan(-10);
  });

  test('on a map of the continent region symbols wait and are counted', () => {
    const cells = cellsAnswer(3, [[-76, -12, total(30)]]);
    const two = areasAnswer([[region('PE.AA'), 2]]);
    const model = buildMapModel({ ...nothing, cells, areas: two, count: countAnswer(40, 10) });
    expect(model.symbols).toEqual([]);
    expect(model.tooFar).toBe(2);
    const many = buildMapModel({ ...nothing, cells, areas: { ...two, elsewhere: 8998 } });
    expect([many.tooFar, many.heldBack], 'all that are known to a region, once').toEqual([9000, 0]);
    expect(model.notPlaced).toBe(8);
  });
});

describe('what is not on the map', () => {
  test('cells: unplaced events less those that have a region symbol', () => {
    const model = buildMapModel({
      ...nothing,
      cells: cellsAnswer(6, [[-77, -12, total(30)]]),
      areas: areasAnswer([[region('PE.AA'), 1]]),
      count: countAnswer(44, 14),
    });
    expect(model.notPlaced).toBe(13);
  });

  test('regions: everything without a known province', () => {
    const regions = facetAnswer([
      ['PE.AA', total(20)],
      ['PE.BB', total(5)],
      ['PE.ZZ', total(2)],
    ]);
    const model = buildMapModel({ ...nothing, mode: 'regions', regions, count: countAnswer(30, 4) });
    expect(model.regions.map(({ id }) => id)).toEqual(['PE.AA', 'PE.BB']);
    expect(model.notPlaced).toBe(5);
  });

  test('events: what matched but was not sent is held back, not lost', () => {
    const model = buildMapModel({
      ...nothing,
      mode: 'events',
      points: pointsAnswer([point(1, -77, -12, 1)], 9),
      areas: areasAnswer([]),
      count: countAnswer(12, 3),
    });
    expect(model.heldBack).toBe(8);
    expect(model.notPlaced).toBe(3);
  });

  test('nothing is claimed before the count is known', () => {
    expect(buildMapModel(nothing).notPlaced).toBeNull();
  });
});

describe('the list of places', () => {
  const cells = cellsAnswer(6, [
    [-72.5, -15.6, total(3)],
    [-77, -12, total(44)],
    [-60, -30, total(9)],
  ]);
  const model = buildMapModel({ ...nothing, cells, areas: areasAnswer([[region('PE.AA'), 1]]) });
  const list = hotspotList(model, places);

  test('holds every hotspot once, largest first, symbols after', () => {
    expect(list.map(({ value }) => value)).toEqual([44, 9, 3, 1]);
    expect(new Set(list.map(({ key }) => key)).size).toBe(4);
    expect(list.reduce((sum, { events }) => sum + events, 0)).toBe(57);
  });

  test('names a cell after its most populous place, else after the nearest, else not at all', () => {
    expect(list[0]?.place()).toEqual({ name: 'Bigtown', country: 'PE', near: false });
    expect(list[1]?.place()).toBeNull();
    expect(
      hotspotList(
        buildMapModel({ ...nothing, cells: cellsAnswer(8, [[-70.5, -15.2, total(1)]]) }),
        places,
      )[0]?.place(),
    ).toEqual({
      name: 'Faraway',
      country: 'PE',
      near: true,
    });
  });

  test('opening means exactly the cell, the region or the events', () => {
    expect(list[0]?.target.kind).toBe('cell');
    expect(list.at(-1)?.target).toEqual({ kind: 'events', rows: [], within: [region('PE.AA')] });
  });
});
