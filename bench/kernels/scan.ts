import { noCode, noDay, notReported } from '#contract/columns.ts';
import { type EventFilter, emptyFilter } from '#core/filter.ts';
import { cellAt } from '#core/geo/hexagon.ts';
import { project } from '#core/geo/mercator.ts';
import { type QuantityMeasure, quantityMeasures } from '#core/measure.ts';
import { familyOf, kindFromCode } from '#core/taxonomy.ts';
import type { Ledger } from '#engine/local/answer.ts';
import { MOST_AREAS } from '#engine/local/areas.ts';
import type { BenchColumns } from './columns.ts';
import { figureNames, isOnMap, rowTest, windowTest } from './row-rules.ts';

/** Sums of whole grams, dollars or people, and how many events report none. */
interface Figures {
  best: number;
  low: number;
  high: number;
  unreported: number;
}

/** What is compared between the engine and a plain loop, by one filter. */
export interface Scan {
  readonly events: number;
  readonly tooVague: number;
  readonly sums: Readonly<Record<QuantityMeasure, Figures>>;
  readonly byCountry: readonly number[];
  readonly byCell: ReadonlyMap<number, number>;
  readonly bySquare: ReadonlyMap<number, number>;
  /** Regions and zones told apart that hold events. */
  readonly byArea: ReadonlyMap<string, number>;
  /** Events of all other regions and zones. */
  readonly elsewhere: number;
}

const zoom = 5;
/** A hexagon or square of the zoom as one number: words cost most of the loop. */
const pieceOf = (q: number, r: number): number => q * 2 ** 16 + r;

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

function bump<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Reads every row of the part once, by the rules of core, with nothing kept from before. */
export function scan(data: BenchColumns, filter: EventFilter): Scan {
  const { part, dictionaries } = data;
  const told = areasApart(data);
  const passes = rowTest(data, filter, ['country']);
  const isInCountry = rowTest(data, { ...emptyFilter, countries: filter.countries });
  const membership = windowTest(data, filter);
  const byCountry = dictionaries.country.map(() => 0);
  const sums = { kg: noFigures(), usd: noFigures(), people: noFigures() };
  const byArea = new Map<string, number>();
  const byCell = new Map<number, number>();
  const bySquare = new Map<number, number>();
  let [events, tooVague, elsewhere] = [0, 0, 0];
  for (let row = 0; row < part.rows; row++) {
    if (!passes(row)) continue;
    const time = membership(row);
    if (time === 'in' && part.country[row] !== noCode) byCountry[part.country[row]!]!++;
    if (time === 'out' || !isInCountry(row)) continue;
    if (time === 'too-vague') tooVague++;
    if (time !== 'in') continue;
    events++;
    for (const measure of quantityMeasures) addFigures(sums[measure], data, measure, row);
    const area = areaOf(data, row);
    if (area !== null && told.has(area)) bump(byArea, area);
    else if (area !== null) elsewhere++;
    if (!isOnMap(data, row)) continue;
    const { q, r } = cellAt(part.lon[row]!, part.lat[row]!, zoom);
    bump(byCell, pieceOf(q, r));
    const point = project(part.lon[row]!, part.lat[row]!, zoom);
    bump(bySquare, pieceOf(Math.floor(point.x / 4), Math.floor(point.y / 4)));
  }
  return { events, tooVague, elsewhere, sums, byCountry, byCell, bySquare, byArea };
}

const noFigures = (): Figures => ({ best: 0, low: 0, high: 0, unreported: 0 });

/** Bounds stand only where they differ from the best figure. */
function addFigures(sums: Figures, { part }: BenchColumns, measure: QuantityMeasure, row: number): void {
  const name = figureNames[measure];
  const best = part[name][row]!;
  if (best === notReported) {
    sums.unreported++;
    return;
  }
  const orBest = (bound: number): number => (bound === notReported ? best : bound);
  sums.best += best;
  sums.low += orBest(part[`${name}Low`][row]!);
  sums.high += orBest(part[`${name}High`][row]!);
}

/** The same from the engine's answers. */
export function asked(ledger: Ledger, filter: EventFilter): Scan {
  const keys = ledger.selections.columns.dictionaries.country;
  const totalOf = (measure: QuantityMeasure): Figures => {
    const { best, low, high, unreported } = ledger.answer({ kind: 'count', filter, measure }).total;
    const whole = (sum: number): number => Math.round(sum * (measure === 'kg' ? 1000 : 1));
    return { best: whole(best), low: whole(low), high: whole(high), unreported };
  };
  const { total, tooVague } = ledger.answer({ kind: 'count', filter, measure: 'count' });
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
    tooVague,
    elsewhere,
    sums: { kg: totalOf('kg'), usd: totalOf('usd'), people: totalOf('people') },
    byCountry: keys.map((key) => byCountry.get(key) ?? 0),
    byCell: new Map(cells.map((cell) => [pieceOf(cell.q, cell.r), cell.total.events])),
    bySquare: new Map(events.map((count, i) => [pieceOf(x[i]!, y[i]!), count])),
    byArea: new Map(byArea),
  };
}

const mostNamed = 10;

/** Where two answers differ, the first few; none where they are the same. Maps of a hundred thousand hexagons are no reading otherwise. */
export function differences(own: Scan, plain: Scan): string[] {
  return [...differing(own, plain, '')].slice(0, mostNamed);
}

function* differing(own: unknown, plain: unknown, at: string): Generator<string> {
  if (typeof own !== 'object' || typeof plain !== 'object') {
    if (own !== plain) yield `${at}: ${own}, not ${plain}`;
    return;
  }
  const [a, b] = [partsOf(own), partsOf(plain)];
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    if (a.get(key) !== b.get(key)) yield* differing(a.get(key), b.get(key), `${at} ${key}`);
  }
}

const partsOf = (value: object | null): ReadonlyMap<string, unknown> =>
  value instanceof Map ? value : new Map(Object.entries(value ?? {}));
