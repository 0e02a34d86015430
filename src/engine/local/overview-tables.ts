import type { Overview, OverviewSpan, OverviewTable, OverviewValue } from '#contract/overview.ts';
import type { Tile } from '#contract/tile.ts';
import type { Bbox } from '#core/place.ts';
import { families } from '#core/taxonomy.ts';
import { familyOfKind } from './areas.ts';
import { type BinAxis, binAxis, daysSpanned } from './bin-axis.ts';
import { type Bitset, emptyBits, hasBit, setRange } from './bitset.ts';
import { CellIndexes, hexagons } from './cell-index.ts';
import { dayAt, type EventColumns, toDay } from './columns.ts';
import { squares } from './density.ts';
import { buildPlaceGrid, type PlaceGrid } from './place-grid.ts';
import { tileOf } from './tile.ts';
import { type TileLines, type Tilings, tileLines } from './tile-lines.ts';

/** A table to count. What is told apart beside the value multiplies its size, so each table tells apart as little as its questions need. */
interface Plan {
  readonly by: OverviewValue;
  readonly zoom?: number;
  readonly byCountry: boolean;
  readonly byFamily: boolean;
  readonly byMonth: boolean;
}

const inMonths = (by: OverviewValue, byCountry: boolean, zoom = 0): Plan => ({
  by,
  zoom,
  byCountry,
  byFamily: by === 'family' || by === 'kind',
  byMonth: true,
});
const inAll = (by: OverviewValue, byFamily: boolean, zoom = 0): Plan => ({
  by,
  zoom,
  byCountry: true,
  byFamily,
  byMonth: false,
});

/** The zooms that maps of all countries open at, on a telephone, a laptop and a wide screen: their hexagons are told apart by month. */
const homeZooms = [2, 3] as const;
const plans: readonly Plan[] = [
  inMonths('family', true),
  inMonths('place', true),
  inMonths('adm1', true),
  inMonths('kind', false),
  inMonths('group', false),
  inMonths('substance', false),
  inMonths('source', true),
  inMonths('reported', false),
  inMonths('datePrecision', false),
  ...homeZooms.map((zoom) => inMonths('cells', true, zoom)),
  inAll('place', true),
  inAll('adm1', true),
  inAll('kind', true),
  inAll('group', false),
  inAll('substance', true),
  inAll('source', false),
  inAll('reported', false),
  inAll('datePrecision', true),
  // Hexagons without months, also of the zooms that countries open at.
  inAll('cells', true, 2),
  inAll('cells', false, 3),
  inAll('cells', false, 4),
];

/** Counts all events by month: the tables from which a page is alive before its rows arrive. */
export function buildOverview(columns: EventColumns, dataVersion: string): Overview {
  const rows = emptyBits(columns.capacity);
  setRange(rows, columns.start, columns.capacity);
  const grid = (): PlaceGrid => buildPlaceGrid(columns);
  const tilings = {
    cells: new CellIndexes(hexagons, columns, grid),
    squares: new CellIndexes(squares, columns, grid),
  };
  const months = binAxis(columns, 'month', daysSpanned(columns, rows));
  const tables = plans.map((plan) => buildTable(columns, tilings, plan, rows, months, dataVersion));
  const { capacity, start, skipped } = columns;
  return { rows: capacity - start, skipped, spans: spansOf(columns), tables };
}

function buildTable(
  columns: EventColumns,
  tilings: Tilings,
  plan: Plan,
  rows: Bitset,
  months: BinAxis | null,
  dataVersion: string,
): OverviewTable {
  const { by, zoom = 0, byCountry, byFamily, byMonth } = plan;
  const own: TileLines =
    by === 'family'
      ? { ...tileLines(columns, tilings, 'country', zoom, null), codes: new Uint8Array(columns.capacity) }
      : tileLines(columns, tilings, by, zoom, null);
  const joint = jointLines(columns, own, plan);
  const lines = { ...own, codes: joint.codes, lines: joint.lines, size: joint.value.length };
  const tile = byMonth
    ? tileOf(columns, lines, months, { bin: 'month', measure: 'count', rows }, dataVersion)
    : timelessTile(columns, lines, dataVersion);
  const { country, family, value } = joint;
  return { by, zoom, byCountry, byFamily, byMonth, country, family, value, tile };
}

/** Codes and lines of which each stands for a country, a family and a value of `own`, as they occur together. */
function jointLines(
  columns: EventColumns,
  own: TileLines,
  { byCountry, byFamily }: Plan,
): {
  readonly codes: Uint32Array;
  readonly lines: readonly (readonly number[])[];
  readonly country: Int32Array;
  readonly family: Int32Array;
  readonly value: Int32Array;
} {
  const { capacity, start, country, kind } = columns;
  const width = families.length;
  const numbers = new Int32Array((columns.dictionaries.country.length + 1) * width * own.lines.length).fill(
    -1,
  );
  const keys: number[] = [];
  const codes = new Uint32Array(capacity);
  for (let row = start; row < capacity; row++) {
    const ownCountry = byCountry ? country[row]! : 0;
    const ownFamily = byFamily ? familyOfKind[kind[row]!]! : 0;
    const key = (ownCountry * width + ownFamily) * own.lines.length + own.codes[row]!;
    if (numbers[key] === -1) numbers[key] = keys.push(key) - 1;
    codes[row] = numbers[key]!;
  }
  const lineKeys = keys.map((key) => {
    const outer = Math.floor(key / own.lines.length);
    return (own.lines[key % own.lines.length] ?? []).map((value) => outer * own.size + value);
  });
  const sorted = [...new Set(lineKeys.flat())].sort((a, b) => a - b);
  const lineOf = new Map(sorted.map((key, line) => [key, line]));
  const column = (of: (key: number) => number): Int32Array => Int32Array.from(sorted, of);
  return {
    codes,
    lines: lineKeys.map((list) => list.map((key) => lineOf.get(key)!)),
    country: column((key) => Math.floor(key / own.size / width)),
    family: column((key) => Math.floor(key / own.size) % width),
    value: column((key) => key % own.size),
  };
}

/** A tile of one bin that stands for any day. */
function timelessTile(
  columns: EventColumns,
  { codes, lines, size, q, r }: TileLines,
  dataVersion: string,
): Tile {
  const undated = new Uint32Array(size);
  const dated = new Uint32Array(size);
  for (let row = columns.start; row < columns.capacity; row++) {
    const counts = row < columns.dated ? undated : dated;
    for (const line of lines[codes[row]!]!) counts[line]!++;
  }
  return {
    dataVersion,
    measure: 'count',
    bin: 'year',
    start: 0,
    bins: 1,
    codes: size,
    q,
    r,
    undated: filledEntries(undated),
    short: filledEntries(dated),
    spanning: filledEntries(new Uint32Array(0)),
  };
}

function filledEntries(counts: Uint32Array): Tile['short'] {
  const code = Uint32Array.from([...counts.keys()].filter((line) => counts[line]! > 0));
  const none = new Float64Array(0);
  const first = new Int32Array(code.length);
  return {
    code,
    first,
    last: first,
    vague: new Uint8Array(code.length),
    events: code.map((line) => counts[line]!),
    reported: new Uint32Array(0),
    best: none,
    below: none,
    above: none,
  };
}

function spansOf(columns: EventColumns): OverviewSpan[] {
  const { start, dated, capacity, country, kind, placed, lat, lon } = columns;
  const spans = new Map<number, Mutable<OverviewSpan>>();
  for (let row = start; row < capacity; row++) {
    const family = familyOfKind[kind[row]!]!;
    const key = country[row]! * families.length + family;
    let span = spans.get(key);
    if (!span) {
      span = { country: country[row]!, family, from: null, to: null, bbox: null };
      spans.set(key, span);
    }
    if (row >= dated) {
      span.from ??= dayAt(columns, row);
      span.to = Math.max(span.to ?? Number.NEGATIVE_INFINITY, toDay(columns, row));
    }
    if (hasBit(placed, row)) span.bbox = widerBox(span.bbox, lat[row]!, lon[row]!);
  }
  return [...spans.values()];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function widerBox(box: Bbox | null, lat: number, lon: number): Bbox {
  if (!box) return [lon, lat, lon, lat];
  const [west, south, east, north] = box;
  if (lon >= west && lon <= east && lat >= south && lat <= north) return box;
  return [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)];
}
