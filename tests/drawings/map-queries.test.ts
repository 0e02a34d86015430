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
import { cellsAnswer, facetAnswer, point, pointsAnswer, total } from '#tests/figures/map/map-world.ts';

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
    expect(kindsOf({})).toEqual(['extent', 'facet', 'points', 'cells']);
    expect(kindsOf({ filter: dated })).toEqual(['extent', 'facet', 'points', 'cells', 'cells']);
    expect(kindsOf({ mode: 'regions' })).toEqual(['extent', 'facet']);
  });

  it('counts what is known to a region only from where regions have symbols, and always for single events', () => {
    expect(kindsOf({ cellZoom: 3 })).toEqual(['extent', 'points', 'cells']);
    expect(kindsOf({ cellZoom: 3, mode: 'events' })).toEqual(['extent', 'facet', 'points', 'points']);
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

  it('takes in single events, but regions wherever their events are', () => {
    const [, , singles, regional] = mapQueries({ ...ask, mode: 'events', cellZoom: 8 });
    expect(singles).toMatchObject({ precisions: [1, 2, 3, 5, 7], viewport: expect.any(Array) });
    expect(regional).toMatchObject({ precisions: [4], viewport: null });
  });

  it('waits for both before it draws events', () => {
    const asked: MapAsk = { ...ask, mode: 'events' };
    const single = pointsAnswer([point(1, -76, -12, 1)], 5);
    const regional = pointsAnswer([point(2, -76, -12, 4)]);
    const given = (regions: Answer | null) => mapInput(asked, [null, null, single, regions], true).points;
    expect(given(null)).toBeNull();
    expect(given(regional)).toMatchObject({ matched: 6, truncated: true, points: [{ n: 1 }, { n: 2 }] });
  });
});

describe('a map that chooses its form', () => {
  const close: MapAsk = { ...ask, mode: 'auto', cellZoom: SINGLE_FROM_ZOOM };
  const vague = pointsAnswer([point(9, -76, -12, 4)]);
  const few = pointsAnswer([point(1, -76, -12, 1), point(2, -76.1, -12, 2)]);
  const many = pointsAnswer([point(1, -76, -12, 1)], MOST_SINGLE + 1);
  const cells = cellsAnswer(8, [[-76, -12, total(2)]]);
  const answers = (single: Answer): readonly (Answer | null)[] => [null, null, vague, single, cells];

  it('asks for single events only from close by', () => {
    expect(mapQueries({ ...close, cellZoom: SINGLE_FROM_ZOOM - 1 })).toHaveLength(4);
    expect(mapQueries(close)[3]).toMatchObject({ kind: 'points', limit: MOST_SINGLE, precisions: [] });
  });

  it('draws them where they are few, cells where they are many', () => {
    expect(mapInput(close, answers(few), true)).toMatchObject({ mode: 'events', points: few });
    expect(mapInput(close, answers(many), true)).toMatchObject({ mode: 'cells', points: vague, cells });
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

it('counts what is known to a region only, of the chosen regions', () => {
  const counted = {
    ...facetAnswer([
      ['PE.AA seizure', total(9)],
      ['PE.BB clash', total(3)],
      [' clash', total(2)],
    ]),
    dimension: 'regionOnly' as const,
  };
  expect(mapInput(ask, [null, counted], true).areas).toBe(counted);
  const chosen = { ...ask, filter: { ...emptyFilter, adm1: ['PE.BB'] } };
  expect(mapInput(chosen, [null, counted], true).areas?.values.map(({ key }) => key)).toEqual([
    'PE.BB clash',
  ]);
});
