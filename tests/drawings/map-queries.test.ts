import { describe, expect, it } from 'vitest';
import { emptyFilter } from '#core/filter.ts';
import type { Answer } from '#core/query.ts';
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
const kindsOf = (own: Partial<MapAsk>) => mapQueries({ ...ask, ...own }).map(({ kind }) => kind);

describe('the map’s question', () => {
  it('asks for the faint rest only while dates narrow', () => {
    expect(kindsOf({})).toEqual(['extent', 'facet', 'points', 'cells']);
    expect(kindsOf({ filter: dated })).toEqual(['extent', 'facet', 'points', 'cells', 'cells']);
    expect(kindsOf({ mode: 'regions' })).toEqual(['extent', 'facet']);
  });

  it('counts what is known to a region only from where regions have symbols, and always for single events', () => {
    expect(kindsOf({ cellZoom: 3 })).toEqual(['extent', 'points', 'cells']);
    expect(kindsOf({ cellZoom: 3, mode: 'events' })).toEqual(['extent', 'facet', 'points']);
  });

  it('counts events for density and rates, whatever the measure, and squares only near what is in sight', () => {
    const [, density, cells] = mapQueries({ ...ask, mode: 'density' });
    expect(density).toMatchObject({ kind: 'density', zoom: 4, viewport: [-85, -30, -65, 10] });
    expect(cells).toMatchObject({ kind: 'cells', measure: 'count' });
    expect(mapQueries({ ...ask, mode: 'rates' })).toMatchObject([
      {},
      { dimension: 'country', measure: 'count' },
    ]);
    expect(mapQueries({ ...ask, mode: 'countries' })).toMatchObject([{}, { measure: 'kg' }]);
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
