import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePart, encodePart, PartError } from '#contract/arrow-part.ts';
import { noDay, notReported } from '#contract/columns.ts';
import { packColumns, unpackColumns } from '#contract/packed-part.ts';
import {
  bySnapshotOrder,
  columnsOfEvents,
  dictionariesOf,
  type PartColumns,
} from '#contract/part-columns.ts';
import { dayOf } from '#core/time.ts';
import { ColumnsBuilder, numberOf } from '#engine/local/columns.ts';
import { figureAt } from '#engine/local/sparse.ts';
import { eventOf, randomEvents } from './random-events.ts';

const day = dayOf(2015, 8, 20);
const place = {
  country: 'PE',
  adm1: 'PE.AY',
  adm2: null,
  name: null,
  zone: null,
  lat: -12.5,
  lon: -73.8,
  precision: 1 as const,
};
const onDay = (n: number, offset: number) =>
  eventOf(n, {
    time: { from: day + offset, to: day + offset, precision: 'day' },
    place,
    groups: ['eln'],
    quantities: [{ measure: 'kg', substance: null, value: 1.5, low: 1, high: null, unit: 'kg' }],
  });
const events = [onDay(1, 0), onDay(2, 1), onDay(3, 2)];
const dictionaries = dictionariesOf(events);
const part = (): PartColumns => columnsOfEvents(events, dictionaries);
const built = (columns: PartColumns) => {
  const builder = new ColumnsBuilder(columns.rows, dictionaries);
  builder.add(columns);
  return builder.build();
};

describe('ColumnsBuilder', () => {
  it('keeps figures and where low or high differ from them', () => {
    const { quantities, start } = built(part());
    expect([0, 1, 2].map((row) => figureAt(quantities.kg.best, start + row))).toEqual([1500, 1500, 1500]);
    expect(figureAt(quantities.kg.low, start)).toBe(1000);
    expect(figureAt(quantities.kg.high, start)).toBe(-1);
    expect(figureAt(quantities.usd.best, start)).toBe(-1);
  });

  it.each<[string, (columns: PartColumns) => void]>([
    ['a latitude that is no number', (columns) => columns.lat.fill(Number.NaN, 1, 2)],
    ['an infinite longitude', (columns) => columns.lon.fill(Number.POSITIVE_INFINITY, 1, 2)],
    ['a latitude off the globe', (columns) => columns.lat.fill(90.5, 1, 2)],
    ['a last day before the first', (columns) => columns.to.fill(day - 5, 1, 2)],
    ['a day in the year 12000', (columns) => columns.to.fill(dayOf(12_000, 1, 1), 1, 2)],
    ['only one of its days', (columns) => columns.to.fill(noDay, 1, 2)],
    ['an unknown kind', (columns) => columns.kind.fill(255, 1, 2)],
    ['precision level 0', (columns) => columns.placePrecision.fill(0, 1, 2)],
    ['an unknown date precision', (columns) => columns.datePrecision.fill(9, 1, 2)],
    ['a country its dictionary lacks', (columns) => columns.country.fill(7, 1, 2)],
    ['a group its dictionary lacks', (columns) => columns.groups.values.fill(9, 1, 2)],
  ])('sets aside a row with %s, and counts it', (_, spoil) => {
    const columns = part();
    spoil(columns);
    const kept = built(columns);
    expect(kept.skipped).toBe(1);
    expect([kept.capacity - kept.start, numberOf(kept, kept.start), numberOf(kept, kept.start + 1)]).toEqual([
      2, 1, 3,
    ]);
  });

  it('refuses rows out of order, within a part and between parts', () => {
    const jumbled = columnsOfEvents([events[1]!, events[0]!, events[2]!], dictionaries);
    expect(() => built(jumbled)).toThrow(PartError);
    const builder = new ColumnsBuilder(6, dictionaries);
    builder.add(columnsOfEvents(events.slice(0, 1), dictionaries));
    expect(() => builder.add(columnsOfEvents(events.slice(1), dictionaries))).toThrow('not sorted');
  });

  it('refuses more rows than promised, and rows after the undated', () => {
    const builder = new ColumnsBuilder(4, dictionaries);
    builder.add(columnsOfEvents([onDay(5, 9), eventOf(4, { groups: ['eln'] })], dictionaries));
    expect(() => builder.add(columnsOfEvents(events.slice(0, 1), dictionaries))).toThrow('Undated');
    const small = new ColumnsBuilder(2, dictionaries);
    expect(() => small.add(part())).toThrow('More rows');
  });
});

describe('Arrow parts', () => {
  it('bring every column through', () => {
    const columns = part();
    expect(decodePart(encodePart(columns))).toEqual(columns);
    expect(decodePart(encodePart(columnsOfEvents([], dictionaries))).rows).toBe(0);
  });

  it('bring any events through', () => {
    fc.assert(
      fc.property(randomEvents, (made) => {
        const sorted = [...made].sort(bySnapshotOrder);
        const columns = columnsOfEvents(sorted, dictionariesOf(sorted));
        expect(decodePart(encodePart(columns))).toEqual(columns);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it.each<[string, (columns: PartColumns) => void]>([
    ['a latitude that is no number', (columns) => columns.lat.fill(Number.NaN, 1, 2)],
    ['an infinite longitude', (columns) => columns.lon.fill(Number.NEGATIVE_INFINITY, 1, 2)],
    ['a latitude off the globe', (columns) => columns.lat.fill(90.5, 1, 2)],
    ['a longitude off the globe', (columns) => columns.lon.fill(-181, 1, 2)],
    ['a last day before the first', (columns) => columns.to.fill(day - 5, 1, 2)],
    ['a day in the year 12000', (columns) => columns.to.fill(dayOf(12_000, 1, 1), 1, 2)],
    ['only one of its days', (columns) => columns.to.fill(noDay, 1, 2)],
    ['precision level 0', (columns) => columns.placePrecision.fill(0, 1, 2)],
    ['a country its dictionary lacks', (columns) => columns.country.fill(7, 1, 2)],
    ['a group its dictionary lacks', (columns) => columns.groups.values.fill(9, 1, 2)],
  ])('carry a row with %s as what it is, so that the reader counts it', (_, spoil) => {
    const columns = part();
    spoil(columns);
    expect(built(decodePart(encodePart(columns))).skipped).toBe(1);
  });

  it('are refused when a stream names what its table lacks, or holds too little', () => {
    const packed = packColumns(part());
    const spoilt = {
      place: Uint8Array.of(0, 0, 200),
      groups: Uint8Array.of(0, 9, 0),
      reported: Uint8Array.of(9, 0, 0),
      kind: packed.kind.subarray(1),
      n: packed.n.subarray(1),
      grams: new Uint8Array(2),
      groupsTable: Uint8Array.of(200, 1),
      rows: new Uint8Array(0),
    };
    for (const [name, bytes] of Object.entries(spoilt))
      expect(() => unpackColumns({ ...packed, [name]: bytes }), name).toThrow(RangeError);
  });

  it('are refused when cut off or not Arrow', () => {
    const bytes = encodePart(part());
    for (let size = 0; size < bytes.length - 8; size += 7)
      expect(() => decodePart(bytes.subarray(0, size)), String(size)).toThrow(PartError);
    expect(() => decodePart(new TextEncoder().encode('<!doctype html>'))).toThrow(PartError);
  });

  it('hold low and high only where they differ, and nothing where no best figure is reported', () => {
    const unsure = eventOf(9, {
      quantities: [{ measure: 'kg', substance: null, value: null, low: 3, high: 9, unit: 'kg' }],
    });
    const columns = columnsOfEvents([unsure], dictionariesOf([unsure]));
    expect([columns.grams[0], columns.gramsLow[0], columns.gramsHigh[0]]).toEqual([
      notReported,
      notReported,
      notReported,
    ]);
  });

  it('cannot hold a weight beyond four thousand tonnes, and say so', () => {
    const huge = eventOf(9, {
      quantities: [{ measure: 'kg', substance: null, value: 5e6, low: null, high: null, unit: 'kg' }],
    });
    expect(() => columnsOfEvents([huge], dictionariesOf([huge]))).toThrow('e-9');
  });
});
