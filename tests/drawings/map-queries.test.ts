import { describe, expect, it } from 'vitest';
import { emptyFilter } from '#core/filter.ts';
import type { Bbox } from '#core/place.ts';
import type { Answer, Query } from '#core/query.ts';
import { dayOf } from '#core/time.ts';
import {
  type MapAsk,
  MOST_SINGLE,
  mapInput,
  mapQueries,
  modeFor,
  SINGLE_FROM_ZOOM,
} from '#drawings/map/map-queries.ts';
import {
  areasAnswer,
  cellsAnswer,
  facetAnswer,
  point,
  pointsAnswer,
  region,
  total,
} from '#tests/figures/map/map-world.ts';

const ask: MapAsk = {
  filter: emptyFilter,
  mode: 'cells',
  measure: 'kg',
  cellZoom: 4,
  bbox: [-80, -20, -70, 0],
};
const dated = { ...emptyFilter, from: dayOf(2014, 1, 1) };
const viewportOf = (query: Query | undefined): Bbox =>
  (query && 'viewport' in query ? query.viewport : null) ?? [0, 0, 0, 0];
const kindsOf = (own: Partial<MapAsk>) => mapQueries({ ...ask, ...own }).map(({ kind }) => kind);

describe('the map’s question', () => {
  it('asks for the faint rest only while dates narrow', () => {
    expect(kindsOf({})).toEqual(['extent', 'areas', 'cells']);
    expect(kindsOf({ filter: dated })).toEqual(['extent', 'areas', 'cells', 'cells', 'areas']);
    expect(kindsOf({ mode: 'events' })).toEqual(['extent', 'areas', 'points']);
    expect(kindsOf({ mode: 'events', filter: dated })).toEqual([
      ...['extent', 'areas', 'points', 'areas', 'points'],
    ]);
    expect(kindsOf({ mode: 'regions' })).toEqual(['extent', 'facet']);
  });

  it('counts events for density and rates, whatever the measure, and squares only near what is in sight', () => {
    const [, density, cells] = mapQueries({ ...ask, mode: 'density' });
    const near = viewportOf(density);
    expect(near[0]).toBeLessThanOrEqual(-85);
    expect([near[1], near[3]]).toEqual([-30, 10]);
    expect(density).toMatchObject({ kind: 'density', zoom: 4 });
    expect(cells).toMatchObject({ kind: 'cells', measure: 'count' });
    expect(mapQueries({ ...ask, mode: 'rates' })).toMatchObject([
      {},
      { dimension: 'country', measure: 'count' },
    ]);
    expect(mapQueries({ ...ask, mode: 'countries' })).toMatchObject([{}, { measure: 'kg' }]);
  });
});

describe('what is near what is in sight', () => {
  const cellsOf = (bbox: Bbox) =>
    viewportOf(mapQueries({ ...ask, bbox, cellZoom: 8 }).find(({ kind }) => kind === 'cells'));

  it('reaches half a view further each way', () => {
    expect(cellsOf([-80, -10, -60, 10])).toEqual([-90, -20, -50, 20]);
  });

  it('holds the longest pictures that are exported: upright ones of a wide screen, lying ones of a narrow one', () => {
    const [west, south, east, north] = cellsOf([-80, -2, -60, 2]);
    expect((north - south) / 20).toBeCloseTo(16 / 9, 3);
    expect([west, east]).toEqual([-90, -50]);
    const narrow = cellsOf([-71, -10, -69, 10]);
    expect((narrow[2] - narrow[0]) / 20).toBeCloseTo(16 / 9, 3);
  });

  it('takes in single events, of levels that have a place of their own; areas are counted wherever they are', () => {
    const [, areas, singles] = mapQueries({ ...ask, mode: 'events', cellZoom: 8 });
    expect(singles).toMatchObject({ precisions: [1, 2, 3, 7], viewport: expect.any(Array) });
    expect(areas).toEqual({ kind: 'areas', filter: ask.filter });
  });

  it('gives each answer its place, those under all dates apart', () => {
    const asked: MapAsk = { ...ask, filter: dated, mode: 'events' };
    const [points, faintPoints] = [pointsAnswer([point(1, -76, -12, 1)], 5), pointsAnswer([], 9)];
    const [areas, faintAreas] = [areasAnswer([], 1), areasAnswer([], 2)];
    const input = mapInput(asked, [null, areas, points, faintAreas, faintPoints], true);
    expect(input).toMatchObject({ areas, points, faintAreas, faintPoints });
    expect(mapInput(asked, [null, areas, null, null, null], true)).toMatchObject({ areas, points: null });
  });
});

describe('what lies outside the dates', () => {
  const asked: MapAsk = { ...ask, filter: dated };
  const cells = (zoom: number) => cellsAnswer(zoom, [[-76, -12, total(2)]]);
  const faintOf = (own: Answer | null, all: Answer | null) =>
    mapInput(asked, [null, null, own, all], false).faintCells;

  it('is known once it is known what lies within, in cells of one size', () => {
    expect(faintOf(cells(3), cells(3))).toEqual(cells(3));
    expect(faintOf(null, cells(3))).toBeNull();
    expect(faintOf(cells(3), cells(4))).toBeNull();
  });

  it('is known of single events and regions once those within are', () => {
    const events: MapAsk = { ...asked, mode: 'events' };
    const [areas, points] = [areasAnswer([]), pointsAnswer([])];
    const input = mapInput(events, [null, null, null, areas, points], true);
    expect(input).toMatchObject({ faintAreas: null, faintPoints: null });
  });
});

describe('a map that chooses its form', () => {
  const close: MapAsk = { ...ask, mode: 'auto', cellZoom: SINGLE_FROM_ZOOM };
  const vague = areasAnswer([[region('PE.AA'), 1]]);
  const few = pointsAnswer([point(1, -76, -12, 1), point(2, -76.1, -12, 2)]);
  const many = pointsAnswer([point(1, -76, -12, 1)], MOST_SINGLE + 1);
  const cells = cellsAnswer(8, [[-76, -12, total(2)]]);
  const answers = (single: Answer): readonly (Answer | null)[] => [null, vague, single, cells];

  it('asks for single events only from close by', () => {
    expect(mapQueries({ ...close, cellZoom: SINGLE_FROM_ZOOM - 1 })).toHaveLength(3);
    expect(mapQueries(close)[2]).toMatchObject({ kind: 'points', limit: MOST_SINGLE });
  });

  it('draws them where they are few, cells where they are many', () => {
    expect(mapInput(close, answers(few), true)).toMatchObject({ mode: 'events', points: few });
    expect(mapInput(close, answers(many), true)).toMatchObject({
      mode: 'cells',
      points: null,
      areas: vague,
      cells,
    });
  });

  it('keeps to cells while rows still arrive, so that it does not change its form twice', () => {
    expect(mapInput(close, answers(few), false).mode).toBe('cells');
  });

  it('gives way to what a person chose', () => {
    expect(mapInput({ ...close, mode: 'cells' }, answers(few), true).mode).toBe('cells');
    expect(modeFor('cells', SINGLE_FROM_ZOOM)).toBe('cells');
    expect(modeFor('cells', SINGLE_FROM_ZOOM - 1)).toBe('auto');
    expect(modeFor('events', 3)).toBe('events');
  });
});

it('keeps to the chosen countries, which a facet of countries would ignore', () => {
  const facet = {
    ...facetAnswer([
      ['CO', total(9)],
      ['PE', total(3)],
    ]),
    dimension: 'country' as const,
  };
  const input = mapInput(
    { ...ask, mode: 'rates', filter: { ...emptyFilter, countries: ['PE'] } },
    [null, facet],
    true,
  );
  expect(input.regions?.values.map(({ key }) => key)).toEqual(['PE']);
});
