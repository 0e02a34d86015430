import { datePrecisionCodes, noDay, notReported } from '#contract/columns.ts';
import type { EventFilter } from '#core/filter.ts';
import { cellAt } from '#core/geo/hexagon.ts';
import { project } from '#core/geo/mercator.ts';
import { inBbox, isPlaced } from '#core/place.ts';
import { codeOfKind, kindsOfType } from '#core/taxonomy.ts';
import { inWindow, type WindowMembership } from '#core/time.ts';
import type { Ledger } from '#engine/local/answer.ts';
import type { BenchColumns } from './columns.ts';

/** What is compared between the engine and a plain loop, by one filter. */
export interface Scan {
  readonly events: number;
  readonly grams: number;
  readonly unreported: number;
  readonly tooVague: number;
  readonly byCountry: readonly number[];
  readonly byCell: ReadonlyMap<string, number>;
  readonly bySquare: ReadonlyMap<string, number>;
}

const zoom = 5;

/** Reads every row of the part once, by the rules of core, with nothing kept from before. */
export function scan({ part, dictionaries }: BenchColumns, filter: EventFilter): Scan {
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
    const { q, r } = cellAt(part.lon[row]!, part.lat[row]!, zoom);
    byCell.set(`${q}.${r}`, (byCell.get(`${q}.${r}`) ?? 0) + 1);
    const point = project(part.lon[row]!, part.lat[row]!, zoom);
    const square = `${Math.floor(point.x / 4)}.${Math.floor(point.y / 4)}`;
    bySquare.set(square, (bySquare.get(square) ?? 0) + 1);
  }
  return { ...sums, byCountry, byCell, bySquare };
}

/** The same from the engine's answers. */
export function asked(ledger: Ledger, filter: EventFilter): Scan {
  const keys = ledger.selections.columns.dictionaries.country;
  const { total, tooVague } = ledger.answer({ kind: 'count', filter, measure: 'kg' });
  const facet = ledger.answer({ kind: 'facet', filter, dimension: 'country', measure: 'count' });
  const byCountry = new Map(facet.values.map((value) => [value.key, value.total.events]));
  const { cells } = ledger.answer({ kind: 'cells', filter, zoom, viewport: null, measure: 'count' });
  const { x, y, events } = ledger.answer({ kind: 'density', filter, zoom, viewport: null });
  return {
    events: total.events,
    grams: Math.round(total.best * 1000),
    unreported: total.unreported,
    tooVague,
    byCountry: keys.map((key) => byCountry.get(key) ?? 0),
    byCell: new Map(cells.map((cell) => [`${cell.q}.${cell.r}`, cell.total.events])),
    bySquare: new Map(events.map((count, i) => [`${x[i]}.${y[i]}`, count])),
  };
}

/** Bytes of the typed arrays that a value holds, each once. */
export function bufferBytes(value: unknown, seen = new Set<unknown>()): number {
  if (typeof value !== 'object' || value === null || seen.has(value)) return 0;
  seen.add(value);
  if (ArrayBuffer.isView(value)) return value.byteLength;
  return Object.values(value).reduce((sum: number, part: unknown) => sum + bufferBytes(part, seen), 0);
}
