import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { KnownArea } from '#core/query.ts';
import { codeOfKind, families, kinds } from '#core/taxonomy.ts';
import {
  AreaBook,
  type AreaRow,
  areaCodes,
  ELSEWHERE,
  knownAreas,
  listAreas,
  NO_AREA,
  readAreas,
  writeAreas,
} from '#engine/local/areas.ts';

const dictionaries = {
  country: [],
  adm1: ['PE.AY', 'PE.UC'],
  group: [],
  substance: [],
  source: [],
} as unknown as Parameters<typeof knownAreas>[1];
const row = (own: Partial<AreaRow>): AreaRow => ({
  ...{ level: 4, adm1: 2, kind: codeOfKind('drug-seizure'), lat: Number.NaN, lon: Number.NaN },
  ...own,
});

it('tells named regions apart by name and family, all else by point', () => {
  const book = new AreaBook(2, false);
  const codes = [
    row({ adm1: 0 }),
    row({ adm1: 0, lat: -13, lon: -74 }),
    row({ adm1: 0, lat: -12, lon: -73 }),
    row({ adm1: 0, kind: codeOfKind('combat') }),
    row({ adm1: 1 }),
    row({ lat: -13, lon: -74 }),
    row({ level: 5, lat: -13, lon: -74 }),
    row({ level: 5, lat: -13.000001, lon: -74, adm1: 0 }),
    row({}),
    row({ level: 3, adm1: 0 }),
    row({ level: 6 }),
  ].map((one) => book.codeOf(one));
  expect(codes).toEqual([2, 2, 2, 3, 4, 5, 6, 6, NO_AREA, NO_AREA, NO_AREA]);
  const areas = knownAreas(book.table(), dictionaries);
  expect(areas.slice(0, 2)).toEqual([
    { precision: 4, adm1: 'PE.AY', lat: -13, lon: -74, family: 'seizure' },
    { precision: 4, adm1: 'PE.AY', lat: null, lon: null, family: 'clash' },
  ]);
  expect(areas[4]).toEqual({ precision: 5, adm1: null, lat: -13, lon: -74, family: 'seizure' });
});

it('counts together what finds no room, and keeps counting what has one', () => {
  const book = new AreaBook(2, false, 2);
  const codes = [0, 1, 2, 0, 3].map((lon) => book.codeOf(row({ level: 5, lat: 1, lon })));
  expect(codes).toEqual([2, 3, ELSEWHERE, 2, ELSEWHERE]);
  const table = book.table();
  const counts = new Uint32Array(areaCodes(table));
  for (const code of codes) counts[code]!++;
  const { events, elsewhere } = listAreas(knownAreas(table, dictionaries), counts);
  expect([events, elsewhere]).toEqual([[2, 1], 2]);
});

it('gives the same list for the same table, and another one once areas were added', () => {
  const book = new AreaBook(2, false);
  book.codeOf(row({ adm1: 0 }));
  const before = book.table();
  const known = knownAreas(before, dictionaries);
  book.codeOf(row({ adm1: 1 }));
  expect(knownAreas(before, dictionaries)).toBe(known);
  expect(knownAreas(book.table(), dictionaries)).toHaveLength(2);
});

it('survives the way in a tile to the last digit', () => {
  const anyRow = fc.record({
    level: fc.constantFrom(4, 5),
    adm1: fc.nat(2),
    kind: fc.constantFrom(...kinds.map(({ code }) => code)),
    lat: fc.float({ min: -90, max: 90, noNaN: true }),
    lon: fc.float({ min: -180, max: 180, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 40 }), (rows) => {
      const book = new AreaBook(2, false);
      for (const one of rows) book.codeOf(one);
      const table = book.table();
      const read = readAreas(writeAreas(table));
      const same: readonly KnownArea[] = knownAreas(table, dictionaries);
      expect(knownAreas(read, dictionaries)).toEqual(same);
      expect(read.size).toBe(table.size);
    }),
  );
  expect(families.length).toBeLessThan(32);
});
