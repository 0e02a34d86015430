import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KnownArea } from '#core/query.ts';
import { familyOf, type KindKey } from '#core/taxonomy.ts';
import { dataMarks } from '#figures/map/data-marks.ts';
import { frameOf } from '#figures/map/map-frame.ts';
import { buildMapModel, type MapModel } from '#figures/map/map-model.ts';
import { boxOfAreas } from '#figures/map/map-symbols.ts';
import { palettes } from '#figures/palette.ts';
import {
  adm1,
  areasAnswer,
  cellsAnswer,
  countAnswer,
  nothing,
  point,
  pointsAnswer,
  region,
  total,
  zonal,
  zone,
} from './map-world.ts';

const [west = '', east = ''] = [...adm1.index.keys()];
const cells = (events: number) => cellsAnswer(6, [[-77, -12, total(events)]]);
const frame = frameOf([-79, -15, -69, -9], 900, 600, 0);
const style = { palette: palettes.light, unit: 1, short: String, chosen: [] };
const numbers = (model: MapModel) =>
  dataMarks(null, model, frame, style).flatMap((mark) => (mark.type === 'text' ? [mark.text] : []));
const said = ({ symbols }: MapModel) =>
  Object.fromEntries(symbols.map(({ area, key, events, atLeast }) => [area ?? key, [events, atLeast]]));

describe('symbols of regions and zones', () => {
  test('say how many events the engine counted there, by family', () => {
    const counted = areasAnswer([
      [region(west), 7000],
      [region(west, 'clash'), 500],
      [region(east), 1500],
    ]);
    const model = buildMapModel({ ...nothing, cells: cells(44), areas: counted });
    expect(said(model)).toEqual({ [west]: [7500, false], [east]: [1500, false] });
    const own = model.symbols.find(({ area }) => area === west);
    expect(own?.parts).toEqual([
      { family: 'seizure', events: 7000 },
      { family: 'clash', events: 500 },
    ]);
    expect(own?.within).toEqual(counted.areas.slice(0, 2));
    expect(model.heldBack).toBe(0);
    expect(numbers(model)).toEqual(['1500', '7500', '44']);
  });

  test('stand where the record says, though its point lies elsewhere, and where no point is known', () => {
    const counted = areasAnswer([
      [{ ...region(west), lat: -12, lon: -71 }, 1],
      [{ ...region(east), lat: null, lon: null }, 3],
      [{ ...region('ZZ.ZZ'), lat: null, lon: null }, 2],
    ]);
    const model = buildMapModel({ ...nothing, cells: cells(5), areas: counted, count: countAnswer(10, 7) });
    expect(said(model)).toEqual({ [west]: [1, false], [east]: [3, false] });
    expect(model.notPlaced, 'a region that no ground knows and no point tells of is nowhere').toBe(3);
  });

  test('of a name that no ground knows are one, wherever the records of a kind put it', () => {
    const [here, there] = [
      { ...region('ZZ.ZZ'), lat: 5, lon: -60 },
      { ...region('ZZ.ZZ', 'clash'), lat: 6, lon: -61 },
    ];
    const nowhere = { ...region('ZZ.ZZ', 'air'), lat: null, lon: null };
    const counted = areasAnswer([
      [nowhere, 4],
      [here, 2],
      [there, 3],
    ]);
    for (const ground of [adm1, null]) {
      const given = { ...nothing, adm1: ground, cells: cells(5), areas: counted };
      const model = buildMapModel({ ...given, count: countAnswer(14, 9) });
      expect(said(model)).toEqual({ '4@-60.0000,5.0000': [9, false] });
      expect(model.symbols[0]?.within).toEqual([nowhere, here, there]);
      expect(model.notPlaced).toBe(0);
    }
  });

  test('without a name stand for the region that their point lies in, else at the point itself', () => {
    const counted = areasAnswer([
      [region(west), 4],
      [{ ...region(null), lat: -12, lon: -76.5 }, 2],
      [{ ...region('ZZ.ZZ'), lat: -12, lon: -71 }, 1],
      [{ ...region(null, 'clash'), lat: 5, lon: -60 }, 3],
    ]);
    const model = buildMapModel({ ...nothing, cells: cells(5), areas: counted });
    expect(said(model)).toEqual({
      [west]: [6, false],
      [east]: [1, false],
      '4@-60.0000,5.0000': [3, false],
    });
  });

  test('of zones are one for each that we know, and one for a province for all others, where the first is', () => {
    const counted = areasAnswer([
      [zonal(-72.5, -12), 2],
      [zonal(-72.2, -11.5, 'clash'), 1],
      [zonal(-77, -13), 0],
      [zonal(-75, -11), 4],
    ]);
    const model = buildMapModel({ ...nothing, cells: cells(5), areas: counted });
    expect(said(model)).toEqual({ VALLEY: [3, false], '5@PE.AA': [4, false] });
    const other = model.symbols.find(({ key }) => key === '5@PE.AA');
    expect([other?.lon, other?.lat], 'wherever its events are under another filter').toEqual([-77, -13]);
  });

  test('say so many or more where some areas were not told apart', () => {
    const counted = areasAnswer([[region(west), 2]], 5000);
    const model = buildMapModel({ ...nothing, cells: cells(44), areas: counted });
    expect(said(model)[west]).toEqual([2, true]);
    expect(numbers(model)).toEqual(['2+', '44']);
    expect(model.heldBack).toBe(5000);
  });

  test('stay while single events are asked for, which do not: they may be none of those shown', () => {
    const mode = 'events' as const;
    const areas = areasAnswer([
      [region(west), 8],
      [zonal(-72.5, -12), 2],
    ]);
    const points = pointsAnswer([point(1, -77, -12, 1)]);
    const known = buildMapModel({ ...nothing, mode, areas, points });
    expect(Object.values(said(known))).toHaveLength(3);
    const asked = buildMapModel({ ...nothing, mode, areas, points: null });
    expect(said(asked)).toEqual({ [west]: [8, false], VALLEY: [2, false] });
  });

  test('are not said to have no place while they are counted', () => {
    const count = countAnswer(10, 3);
    expect(buildMapModel({ ...nothing, cells: cells(7), areas: null, count }).notPlaced).toBeNull();
  });

  test('are drawn, listed and explained only where their region is near; what is counted is all', () => {
    const counted = areasAnswer([
      [region(west, 'clash'), 5],
      [region(east), 3],
    ]);
    const all = { ...nothing, cells: cells(44), areas: counted };
    const near = buildMapModel({ ...all, count: countAnswer(60, 8), near: [-73, -14, -70, -10] });
    expect(said(near)).toEqual({ [east]: [3, false] });
    expect(near.families).toEqual(['seizure']);
    expect(near.notPlaced).toBe(0);
    expect(said(buildMapModel({ ...all, near: [-75, -14, -73.9, -10] }))).toEqual({
      [west]: [5, false],
      [east]: [3, false],
    });
  });

  test('are held back or drawn all together, whatever is in sight', () => {
    const crowd = Array.from({ length: 9 }, (_, n): [KnownArea, number] => [
      { ...region(null), lon: -60 + n / 100, lat: 5 },
      1,
    ]);
    const given = { ...nothing, cells: cells(44), areas: areasAnswer([...crowd, [region(west), 5]]) };
    expect(buildMapModel(given)).toMatchObject({ symbols: [], tooFar: 14 });
    expect(buildMapModel({ ...given, near: [-78, -14, -74, -10] })).toMatchObject({
      symbols: [],
      tooFar: 14,
    });
  });

  test('are drawn from afar too where there is no cell to hide; those that would hide one another share one', () => {
    const crowd = Array.from({ length: 9 }, (_, n): [KnownArea, number] => [
      { ...region(null), lon: -60 + n / 100, lat: 5 },
      1,
    ]);
    const given = { ...nothing, areas: areasAnswer(crowd) };
    const few = buildMapModel({
      ...nothing,
      areas: areasAnswer([[region(west), 2]]),
      cells: cellsAnswer(3, []),
    });
    expect([few.symbols.length, few.tooFar]).toEqual([1, 0]);
    expect(buildMapModel({ ...given, cells: cellsAnswer(14, []) }).symbols).toHaveLength(9);
    for (const zoom of [3, 6]) {
      const model = buildMapModel({ ...given, cells: cellsAnswer(zoom, []) });
      expect([model.symbols.length, model.tooFar]).toEqual([1, 0]);
      const faintCells = cellsAnswer(zoom, [[-77, -12, total(5)]]);
      const dated = buildMapModel({ ...given, cells: cellsAnswer(zoom, []), faintCells });
      expect([dated.symbols.length, dated.tooFar], 'beside cells of other dates').toEqual([0, 9]);
    }
  });

  test('that are joined lose no event, are called by the one with most, and stand where they do at other dates', () => {
    const cells = cellsAnswer(3, []);
    const places = [region(west), region(east), region(west, 'clash')];
    const joined = (events: readonly number[]) => {
      const areas = areasAnswer(places.map((area, i): [KnownArea, number] => [area, events[i]!]));
      const faintAreas = areasAnswer(places.map((area): [KnownArea, number] => [area, 9]));
      return buildMapModel({ ...nothing, cells, areas, faintAreas }).symbols;
    };
    const [both, ...none] = joined([7, 20, 5]);
    expect(none).toEqual([]);
    expect(both).toMatchObject({
      events: 32,
      others: 1,
      area: null,
      place: { name: adm1.index.get(east)?.name },
    });
    expect(both?.parts).toEqual([
      { family: 'seizure', events: 27 },
      { family: 'clash', events: 5 },
    ]);
    expect(both?.within).toHaveLength(3);
    const [one] = joined([7, 0, 0]);
    expect(one).toMatchObject({ events: 7, others: 0, area: west });
    expect([one?.lon, one?.lat, one?.key]).toEqual([both?.lon, both?.lat, both?.key]);
    const [most] = joined([70, 20, 5]);
    expect(most?.place?.name).toBe(adm1.index.get(west)?.name);
    expect([most?.lon, most?.lat, most?.key]).toEqual([both?.lon, both?.lat, both?.key]);
  });

  test('lie faint under a window where they have events at other dates', () => {
    const now = areasAnswer([
      [region(west), 0],
      [region(east), 3],
    ]);
    const faintAreas = { ...now, events: [4, 9] };
    const model = buildMapModel({ ...nothing, mode: 'events', areas: now, faintAreas });
    expect(said(model)).toEqual({ [east]: [3, false] });
    expect(model.faintSymbols.map(({ area }) => area)).toEqual([west]);
  });

  test('tell where to look where no event has a place of its own', () => {
    const counted = areasAnswer([
      [region(west), 2],
      [zonal(-72.5, -12), 1],
      [region(east), 0],
    ]);
    const ground = { countries: [], coasts: [], borders: [], disputed: [], places: [], zones: [zone], adm1 };
    expect(boxOfAreas(counted, ground)).toEqual([-78, -14, -72, -10]);
    expect(boxOfAreas(areasAnswer([[region(east), 0]]), ground)).toBeNull();
  });

  test('give the numbers of a plain count', () => {
    const kinds: readonly KindKey[] = ['drug-seizure', 'combat'];
    const event = fc.record({ of: fc.constantFrom(west, east), kind: fc.constantFrom(...kinds) });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const told = [west, east].flatMap((of) =>
          kinds.map((kind): [KnownArea, number] => [
            region(of, familyOf(kind)),
            events.filter((one) => one.of === of && one.kind === kind).length,
          ]),
        );
        const model = buildMapModel({ ...nothing, cells: cells(1), areas: areasAnswer(told) });
        for (const of of [west, east]) {
          const own = events.filter((one) => one.of === of).length;
          expect(said(model)[of]).toEqual(own === 0 ? undefined : [own, false]);
        }
      }),
    );
  });
});
