import { beforeAll, describe, expect, it } from 'vitest';
import { type BenchColumns, benchColumns } from '#bench/kernels/columns.ts';
import { datePrecisionCodes, noDay, notReported } from '#contract/columns.ts';
import { type EventFilter, emptyFilter } from '#core/filter.ts';
import { cellAt } from '#core/geo/hexagon.ts';
import { project } from '#core/geo/mercator.ts';
import { inBbox, isPlaced } from '#core/place.ts';
import { codeOfKind, kindsOfType } from '#core/taxonomy.ts';
import { dayOf, inWindow, type WindowMembership } from '#core/time.ts';
import { Ledger } from '#engine/local/answer.ts';
import { ColumnsBuilder } from '#engine/local/columns.ts';

const rows = 1_000_000;

interface Scan {
  readonly events: number;
  readonly grams: number;
  readonly unreported: number;
  readonly tooVague: number;
  readonly byCountry: readonly number[];
  readonly byCell: ReadonlyMap<string, number>;
  readonly bySquare: ReadonlyMap<string, number>;
}

/** Reads every row of the part once, by the rules of core, with nothing kept from before. */
function scan({ part, dictionaries }: BenchColumns, filter: EventFilter): Scan {
  const kinds = new Set(filter.types.flatMap((type) => kindsOfType(type)).map(codeOfKind));
  const countries = new Set(filter.countries.map((key) => dictionaries.country.indexOf(key)));
  const byCountry = dictionaries.country.map(() => 0);
  const byCell = new Map<string, number>();
  const bySquare = new Map<string, number>();
  const sums = { events: 0, grams: 0, unreported: 0, tooVague: 0 };
  const timeOf = (row: number): WindowMembership =>
    inWindow(
      {
        from: part.from[row] === noDay ? null : part.from[row]!,
        to: part.to[row] === noDay ? null : part.to[row]!,
        precision: datePrecisionCodes[part.datePrecision[row]!]!,
      },
      filter.from,
      filter.to,
    );
  for (let row = 0; row < part.rows; row++) {
    const placed = isPlaced(part.placePrecision[row]!) && !Number.isNaN(part.lat[row]!);
    if (kinds.size > 0 && !kinds.has(part.kind[row]!)) continue;
    if (filter.bbox && !(placed && inBbox(part.lat[row]!, part.lon[row]!, filter.bbox))) continue;
    const time = timeOf(row);
    if (time === 'in') byCountry[part.country[row]!]!++;
    if (countries.size > 0 && !countries.has(part.country[row]!)) continue;
    if (time === 'too-vague') sums.tooVague++;
    if (time !== 'in') continue;
    sums.events++;
    if (part.grams[row] === notReported) sums.unreported++;
    else sums.grams += part.grams[row]!;
    if (!placed) continue;
    const { q, r } = cellAt(part.lon[row]!, part.lat[row]!, 5);
    byCell.set(`${q}.${r}`, (byCell.get(`${q}.${r}`) ?? 0) + 1);
    const point = project(part.lon[row]!, part.lat[row]!, 5);
    const square = `${Math.floor(point.x / 4)}.${Math.floor(point.y / 4)}`;
    bySquare.set(square, (bySquare.get(square) ?? 0) + 1);
  }
  return { ...sums, byCountry, byCell, bySquare };
}

const filters: readonly EventFilter[] = [
  { ...emptyFilter, from: dayOf(2001, 3, 17), to: dayOf(2011, 3, 16) },
  { ...emptyFilter, from: dayOf(2001, 3, 31), to: dayOf(2011, 3, 30) },
  { ...emptyFilter, from: dayOf(2001, 4, 2), to: dayOf(2011, 3, 1), types: ['seizure', 'air'] },
  { ...emptyFilter, from: dayOf(2001, 4, 2), to: dayOf(2011, 3, 15), types: ['seizure', 'air'] },
  { ...emptyFilter, countries: ['C2', 'C7'], bbox: [-90, -20, -60, 5], to: dayOf(2015, 6, 30) },
];

describe('a million events', () => {
  let data: BenchColumns;
  let ledger: Ledger;

  beforeAll(() => {
    data = benchColumns(rows);
    const builder = new ColumnsBuilder(rows, data.dictionaries);
    builder.add(data.part);
    ledger = new Ledger(builder.build(), () => null);
  });

  it('are counted exactly, move after move', () => {
    for (const filter of filters) {
      const plain = scan(data, filter);
      const count = ledger.answer({ kind: 'count', filter, measure: 'kg' });
      expect(count.total.events).toBe(plain.events);
      expect(Math.round(count.total.best * 1000)).toBe(plain.grams);
      expect([count.total.unreported, count.tooVague]).toEqual([plain.unreported, plain.tooVague]);
      const facet = ledger.answer({ kind: 'facet', filter, dimension: 'country', measure: 'count' });
      const byCountry = new Map(facet.values.map(({ key, total }) => [key, total.events]));
      expect(data.dictionaries.country.map((key) => byCountry.get(key) ?? 0)).toEqual(plain.byCountry);
      const { cells } = ledger.answer({ kind: 'cells', filter, zoom: 5, viewport: null, measure: 'count' });
      expect(new Map(cells.map(({ q, r, total }) => [`${q}.${r}`, total.events]))).toEqual(plain.byCell);
      const density = ledger.answer({ kind: 'density', filter, zoom: 5, viewport: null });
      const bySquare = density.events.map((n, i) => [`${density.x[i]}.${density.y[i]}`, n] as const);
      expect(new Map(bySquare)).toEqual(plain.bySquare);
    }
  }, 60_000);

  it('take no more than 32 MB of columns', () => {
    const seen = new Set<unknown>();
    const bytesOf = (value: unknown): number => {
      if (typeof value !== 'object' || value === null || seen.has(value)) return 0;
      seen.add(value);
      if (ArrayBuffer.isView(value)) return value.byteLength;
      return Object.values(value).reduce((sum: number, part: unknown) => sum + bytesOf(part), 0);
    };
    expect(bytesOf(ledger.selections.columns)).toBeLessThan(32e6);
  });
});
