import { expect, it } from 'vitest';
import { bySnapshotOrder, columnsOfEvents, dictionariesOf } from '#contract/part-columns.ts';
import { emptyFilter } from '#core/filter.ts';
import type { Answer, KnownArea, Query } from '#core/query.ts';
import { Ledger } from '#engine/local/answer.ts';
import { ColumnsBuilder } from '#engine/local/columns.ts';
import { eventOf } from '#tests/engine/random-events.ts';
import { areaQueries, rowsIn } from '#views/explore/area-queries.ts';

const place = (precision: 4 | 5, adm1: string | null, lat: number | null, lon: number | null) => ({
  ...{ country: 'PE', adm1, adm2: null, name: null, zone: null, lat, lon, precision },
});
const events = [
  eventOf(1, { kind: 'drug-seizure', place: place(4, 'PE.AY', -13, -74) }),
  eventOf(2, { kind: 'combat', place: place(4, 'PE.AY', null, null) }),
  eventOf(3, { kind: 'combat', place: place(4, null, -13, -74) }),
  eventOf(4, { kind: 'combat', place: place(5, null, -13, -74) }),
  eventOf(5, { kind: 'combat', place: place(5, null, -12, -74) }),
  eventOf(6, { kind: 'combat', place: place(5, 'PE.AY', -13.123456, -74) }),
].sort(bySnapshotOrder);

const dictionaries = dictionariesOf(events);
const builder = new ColumnsBuilder(events.length, dictionaries);
builder.add(columnsOfEvents(events, dictionaries));
const ledger = new Ledger(builder.build(), () => null);
const areas = ledger.answer({ kind: 'areas', filter: emptyFilter }).areas;
const rowsOf = (within: readonly KnownArea[], filter = emptyFilter): readonly number[] =>
  rowsIn(areaQueries(filter, within).map((query: Query): Answer => ledger.answer(query))).toSorted();

it.each<[string, (area: KnownArea) => boolean, readonly number[]]>([
  [
    'a named region, though some have no point and others share its point',
    ({ adm1 }) => adm1 !== null,
    [1, 2],
  ],
  ['a region without a name', ({ precision, adm1 }) => precision === 4 && adm1 === null, [3]],
  ['zones of two points', ({ precision, lat }) => precision === 5 && lat! > -13.01, [4, 5]],
  ['a zone whose point has many digits', ({ lat }) => lat !== null && lat < -13.1, [6]],
  ['all of them', () => true, [1, 2, 3, 4, 5, 6]],
])('finds the events of %s', (_, isWithin, rows) => {
  expect(rowsOf(areas.filter(isWithin))).toEqual(rows);
});

it('finds none that the filter leaves out', () => {
  const seizures = { ...emptyFilter, types: ['drug-seizure'] };
  expect(rowsOf(areas, seizures)).toEqual([1]);
});
