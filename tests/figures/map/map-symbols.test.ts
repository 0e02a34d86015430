import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FacetAnswer, regionOnlyKey } from '#core/query.ts';
import { familyOf, type KindKey } from '#core/taxonomy.ts';
import { dataMarks } from '#figures/map/data-marks.ts';
import { frameOf } from '#figures/map/map-frame.ts';
import { buildMapModel, type MapModel } from '#figures/map/map-model.ts';
import { palettes } from '#figures/palette.ts';
import { adm1, cellsAnswer, countAnswer, nothing, point, pointsAnswer, total } from './map-world.ts';

const [west = '', east = ''] = [...adm1.index.keys()];
const cells = (events: number) => cellsAnswer(6, [[-77, -12, total(events)]]);
const areas = (
  values: readonly (readonly [string | null, number, ('seizure' | 'clash')?])[],
): FacetAnswer => ({
  kind: 'facet',
  dimension: 'regionOnly',
  values: values.map(([id, events, family = 'seizure']) => ({
    key: regionOnlyKey(id, family),
    total: total(events),
  })),
  without: 0,
});
const sent = pointsAnswer(
  [
    point(1, -75.9, -12.1, 4, 'drug-seizure', west),
    point(2, -76.1, -12, 4, 'drug-seizure', west),
    point(3, -71, -12, 4, 'drug-seizure', east),
  ],
  9000,
);
const frame = frameOf([-79, -15, -69, -9], 900, 600, 0);
const style = { palette: palettes.light, unit: 1, short: String, chosen: [] };
const numbers = (model: MapModel) =>
  dataMarks(null, model, frame, style).flatMap((mark) => (mark.type === 'text' ? [mark.text] : []));
const said = ({ symbols }: MapModel) =>
  Object.fromEntries(symbols.map(({ area, key, events, atLeast }) => [area ?? key, [events, atLeast]]));

describe('symbols of regions', () => {
  test('say how many events the engine counted there, not how many were sent', () => {
    const counted = areas([
      [west, 7000],
      [west, 500, 'clash'],
      [east, 1500],
    ]);
    const model = buildMapModel({ ...nothing, cells: cells(44), points: sent, areas: counted });
    expect(said(model)).toEqual({ [west]: [7500, false], [east]: [1500, false] });
    expect(model.symbols.find(({ area }) => area === west)?.parts).toEqual([
      { family: 'seizure', events: 7000 },
      { family: 'clash', events: 500 },
    ]);
    expect(model.heldBack).toBe(0);
    expect(numbers(model)).toEqual(['7500', '1500', '44']);
  });

  test('stand where the record says, though its point lies elsewhere, and where no point is known', () => {
    const point4 = pointsAnswer([point(1, -71, -12, 4, 'drug-seizure', west)]);
    const counted = areas([
      [west, 1],
      [east, 3],
    ]);
    const count = { ...countAnswer(10, 5), byPrecision: [0, 0, 0, 0, 4, 0, 1, 0] };
    const model = buildMapModel({ ...nothing, cells: cells(5), points: point4, areas: counted, count });
    expect(said(model)).toEqual({ [west]: [1, false], [east]: [3, false] });
    expect(model.notPlaced).toBe(1);
  });

  test('say so many or more where a held-back event may belong to any of them', () => {
    const counted = areas([
      [west, 2],
      [null, 5000],
    ]);
    const model = buildMapModel({ ...nothing, cells: cells(44), points: sent, areas: counted });
    expect(said(model)[west]).toEqual([2, true]);
    const none = buildMapModel({ ...nothing, cells: cells(44), points: sent });
    expect(said(none)).toEqual({ [west]: [2, true], [east]: [1, true] });
    expect(numbers(none)).toEqual(['2+', '1+', '44']);
    expect(none.heldBack).toBe(8997);
  });

  test('stay and follow while single events are asked for; a number that is not known is not said', () => {
    const loose = pointsAnswer([point(4, -72.5, -12, 5), point(5, -72.4, -12, 5)]);
    const before = { ...loose, points: [...sent.points, ...loose.points] };
    const known = buildMapModel({ ...nothing, cells: cells(44), points: before, areas: areas([[west, 8]]) });
    const asked = buildMapModel({
      ...nothing,
      ...{ cells: cells(7), points: null, pointsBefore: before, areas: areas([[west, 6]]) },
      count: countAnswer(10, 3),
    });
    expect(said(known)).toEqual({ [west]: [8, false], VALLEY: [2, false] });
    expect(asked.symbols.map(({ key, lon, lat }) => [key, lon, lat])).toEqual(
      known.symbols.map(({ key, lon, lat }) => [key, lon, lat]),
    );
    expect(said(asked)).toEqual({ [west]: [6, false], VALLEY: [null, false] });
    expect(numbers(asked)).toEqual(['6']);
    expect(asked.notPlaced, 'how many have no place is not known either').toBeNull();
  });

  test('leave no single event of before: it may be none of those shown', () => {
    const before = pointsAnswer([point(1, -77, -12, 1), point(2, -72.5, -12, 5)]);
    const mode = 'events' as const;
    expect(buildMapModel({ ...nothing, mode, points: before }).symbols).toHaveLength(2);
    const asked = buildMapModel({ ...nothing, mode, points: null, pointsBefore: before });
    expect(said(asked)).toEqual({ VALLEY: [null, false] });
  });

  test('are drawn, listed and explained only where their region is near; what is counted is all', () => {
    const counted = areas([
      [west, 5, 'clash'],
      [east, 3],
    ]);
    const all = { ...nothing, cells: cells(44), points: pointsAnswer([]), areas: counted };
    const count = { ...countAnswer(60, 8), byPrecision: [0, 0, 0, 0, 8, 0, 0, 0] };
    const near = buildMapModel({ ...all, count, near: [-73, -14, -70, -10] });
    expect(said(near)).toEqual({ [east]: [3, false] });
    expect(near.families).toEqual(['seizure']);
    expect(near.notPlaced).toBe(0);
    expect(said(buildMapModel({ ...all, near: [-75, -14, -73.9, -10] }))).toEqual({
      [west]: [5, false],
      [east]: [3, false],
    });
  });

  test('are held back or drawn all together, whatever is in sight', () => {
    const crowd = Array.from({ length: 9 }, (_, n) => point(n, -60 + n / 100, 5, 4));
    const given = { ...nothing, cells: cells(44), points: pointsAnswer(crowd), areas: areas([[west, 5]]) };
    expect(buildMapModel(given)).toMatchObject({ symbols: [], tooFar: 14 });
    expect(buildMapModel({ ...given, near: [-78, -14, -74, -10] })).toMatchObject({
      symbols: [],
      tooFar: 14,
    });
  });

  test('give the numbers of a plain count, whatever was held back', () => {
    const kinds: readonly KindKey[] = ['drug-seizure', 'combat'];
    const event = fc.record({
      region: fc.constantFrom(west, east),
      kind: fc.constantFrom(...kinds),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), fc.nat(60), (events, limit) => {
        const counts = new Map<string, number>();
        for (const { region, kind } of events) {
          const key = regionOnlyKey(region, familyOf(kind));
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
        const facet = { ...areas([]), values: [...counts].map(([key, n]) => ({ key, total: total(n) })) };
        const all = events.map(({ region, kind }, n) => point(n, -76, -12, 4, kind, region));
        const points = pointsAnswer(all.slice(0, limit), all.length);
        const model = buildMapModel({ ...nothing, cells: cells(1), points, areas: facet });
        for (const region of [west, east]) {
          const own = events.filter((one) => one.region === region).length;
          expect(said(model)[region]).toEqual(own === 0 ? undefined : [own, false]);
        }
        expect(model.heldBack).toBe(0);
      }),
    );
  });
});
