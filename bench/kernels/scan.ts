import { datePrecisionCodes, noDay, notReported } from '#contract/columns.ts';
import type { EventFilter } from '#core/filter.ts';
import { cellAt } from '#core/geo/hexagon.ts';
import { project } from '#core/geo/mercator.ts';
import { inBbox, isPlaced } from '#core/place.ts';
import { codeOfKind, familyOf, kindFromCode, kindsOfType } from '#core/taxonomy.ts';
import { inWindow, type WindowMembership } from '#core/time.ts';
import type { Ledger } from '#engine/local/answer.ts';
import { MOST_AREAS } from '#engine/local/areas.ts';
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
  /** Regions and zones told apart that hold events. */
  readonly byArea: ReadonlyMap<string, number>;
  /** Events of all other regions and zones. */
  readonly elsewhere: number;
}

const zoom = 5;

/** What is one area: a named region, or the point of a zone or of a region without a name; with the family. */
function areaOf({ part, dictionaries }: BenchColumns, row: number): string | null {
  const level = part.placePrecision[row]!;
  if (level !== 4 && level !== 5) return null;
  const family = familyOf(kindFromCode(part.kind[row]!)!);
  const adm1 = level === 4 ? dictionaries.adm1[part.adm1[row]!] : undefined;
  if (adm1 !== undefined) return `${adm1} ${family}`;
  return Number.isNaN(part.lat[row]!) ? null : `${level} ${part.lat[row]} ${part.lon[row]} ${family}`;
}

const apart = new WeakMap<BenchColumns, ReadonlySet<string>>();

/** The areas of the newest events, as many as are told apart; undated events are the oldest. */
function areasApart(data: BenchColumns): ReadonlySet<string> {
  const known = apart.get(data);
  if (known) return known;
  const { part } = data;
  const found = new Set<string>();
  for (const isDated of [true, false]) {
    for (let row = part.rows - 1; row >= 0 && found.size < MOST_AREAS; row--) {
      const area = (part.from[row] !== noDay) === isDated ? areaOf(data, row) : null;
      if (area !== null) found.add(area);
    }
  }
  apart.set(data, found);
  return found;
}

function timeOf(part: BenchColumns['part'], row: number, filter: EventFilter): WindowMembership {
  const from = part.from[row] === noDay ? null : part.from[row]!;
  const to = part.to[row] === noDay ? null : part.to[row]!;
  return inWindow(
    { from, to, precision: datePrecisionCodes[part.datePrecision[row]!]! },
    filter.from,
    filter.to,
  );
}

function bump<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Reads every row of the part once, by the rules of core, with nothing kept from before. */
export function scan(data: BenchColumns, filter: EventFilter): Scan {
  const { part, dictionaries } = data;
  const told = areasApart(data);
  const byArea = new Map<string, number>();
  const kinds = new Set(filter.types.flatMap((type) => kindsOfType(type)).map(codeOfKind));
  const countries = new Set(filter.countries.map((key) => dictionaries.country.indexOf(key)));
  const byCountry = dictionaries.country.map(() => 0);
  const byCell = new Map<string, number>();
  const bySquare = new Map<string, number>();
  const sums = { events: 0, grams: 0, unreported: 0, tooVague: 0, elsewhere: 0 };
  for (let row = 0; row < part.rows; row++) {
    const placed = isPlaced(part.placePrecision[row]!) && !Number.isNaN(part.lat[row]!);
    if (kinds.size > 0 && !kinds.has(part.kind[row]!)) continue;
    if (filter.bbox && !(placed && inBbox(part.lat[row]!, part.lon[row]!, filter.bbox))) continue;
    const time = timeOf(part, row, filter);
    if (time === 'in') byCountry[part.country[row]!]!++;
    if (countries.size > 0 && !countries.has(part.country[row]!)) continue;
    if (time === 'too-vague') sums.tooVague++;
    if (time !== 'in') continue;
    sums.events++;
    if (part.grams[row] === notReported) sums.unreported++;
    else sums.grams += part.grams[row]!;
    const area = areaOf(data, row);
    if (area !== null && told.has(area)) bump(byArea, area);
    else if (area !== null) sums.elsewhere++;
    if (!placed) continue;
    const { q, r } = cellAt(part.lon[row]!, part.lat[row]!, zoom);
    bump(byCell, `${q}.${r}`);
    const point = project(part.lon[row]!, part.lat[row]!, zoom);
    bump(bySquare, `${Math.floor(point.x / 4)}.${Math.floor(point.y / 4)}`);
  }
  return { ...sums, byCountry, byCell, bySquare, byArea };
}

/** The same from the engine's answers. */
export function asked(ledger: Ledger, filter: EventFilter): Scan {
  const keys = ledger.selections.columns.dictionaries.country;
  const { total, tooVague } = ledger.answer({ kind: 'count', filter, measure: 'kg' });
  const facet = ledger.answer({ kind: 'facet', filter, dimension: 'country', measure: 'count' });
  const byCountry = new Map(facet.values.map((value) => [value.key, value.total.events]));
  const { cells } = ledger.answer({ kind: 'cells', filter, zoom, viewport: null, measure: 'count' });
  const { x, y, events } = ledger.answer({ kind: 'density', filter, zoom, viewport: null });
  const { areas, events: inAreas, elsewhere } = ledger.answer({ kind: 'areas', filter });
  const byArea = areas.flatMap(({ precision, adm1, lat, lon, family }, i): [string, number][] =>
    inAreas[i] === 0
      ? []
      : [[adm1 === null ? `${precision} ${lat} ${lon} ${family}` : `${adm1} ${family}`, inAreas[i]!]],
  );
  return {
    events: total.events,
    grams: Math.round(total.best * 1000),
    unreported: total.unreported,
    tooVague,
    byCountry: keys.map((key) => byCountry.get(key) ?? 0),
    byCell: new Map(cells.map((cell) => [`${cell.q}.${cell.r}`, cell.total.events])),
    bySquare: new Map(events.map((count, i) => [`${x[i]}.${y[i]}`, count])),
    byArea: new Map(byArea),
    elsewhere,
  };
}

/** Bytes of the typed arrays that a value holds, each once. */
export function bufferBytes(value: unknown, seen = new Set<unknown>()): number {
  if (typeof value !== 'object' || value === null || seen.has(value)) return 0;
  seen.add(value);
  if (ArrayBuffer.isView(value)) return value.byteLength;
  return Object.values(value).reduce((sum: number, part: unknown) => sum + bufferBytes(part, seen), 0);
}
