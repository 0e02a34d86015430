import type { Bbox } from '#core/place.ts';
import type { CivilDay } from '#core/time.ts';
import { decodeTile, encodeTile, type Tile, TileError } from './tile.ts';
import { ByteReader, ByteWriter } from './varint.ts';

/** What a table of the overview counts by, beside country and family. `family` is nothing more than those two. */
export const overviewValues = [
  'family',
  'place',
  'adm1',
  'kind',
  'group',
  'substance',
  'source',
  'reported',
  'cells',
  'datePrecision',
] as const;
export type OverviewValue = (typeof overviewValues)[number];

/** One table: events per line and month, or per line alone. A line is a country, a family and a value that occur together. */
export interface OverviewTable {
  readonly by: OverviewValue;
  /** Of `cells`: the zoom its hexagons are sized for; else 0. */
  readonly zoom: number;
  /** Whether lines tell countries, families and months apart; what they do not tell apart cannot be narrowed by. */
  readonly byCountry: boolean;
  readonly byFamily: boolean;
  readonly byMonth: boolean;
  /** Per line: dictionary code, place in core/taxonomy.ts `families`, code of the value; 0 where not told apart. */
  readonly country: Int32Array;
  readonly family: Int32Array;
  readonly value: Int32Array;
  readonly tile: Tile;
}

/** What the events of one country and family span. */
export interface OverviewSpan {
  readonly country: number;
  readonly family: number;
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
  readonly bbox: Bbox | null;
}

/** All events of a snapshot counted by month, so that a page shows them before the first row arrives. */
export interface Overview {
  /** Rows counted. */
  readonly rows: number;
  /** Faulty rows, which every reader of the rows sets aside too. */
  readonly skipped: number;
  readonly spans: readonly OverviewSpan[];
  readonly tables: readonly OverviewTable[];
}

/** "ATO2". The first layout did not tell of faulty rows. */
const magic = 0x41544f32;

/** An overview that cannot be read; the message says why. */
export class OverviewError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OverviewError';
  }
}

/** The overview as bytes: a header, the spans, then each table's lines and its tile. */
export function encodeOverview({ rows, skipped, spans, tables }: Overview): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  out.whole(magic);
  out.whole(rows);
  out.whole(skipped);
  out.text(
    JSON.stringify(spans.map(({ country, family, from, to, bbox }) => [country, family, from, to, bbox])),
  );
  out.whole(tables.length);
  for (const table of tables) {
    const flags = [table.byCountry, table.byFamily, table.byMonth].map(Number);
    for (const value of [overviewValues.indexOf(table.by), table.zoom, ...flags, table.value.length])
      out.whole(value);
    for (const column of [table.country, table.family, table.value]) out.steps(column);
    const tile = encodeTile(table.tile);
    out.whole(tile.length);
    out.raw(tile);
  }
  return out.bytes();
}

/** Reads an overview. Throws OverviewError when the bytes are cut off or not an overview of this version. */
export function decodeOverview(bytes: Uint8Array): Overview {
  const from = new ByteReader(bytes);
  try {
    if (from.whole() !== magic) throw new OverviewError('Not an overview of this version.');
    const rows = from.whole();
    const skipped = from.whole();
    const spans = readSpans(from.text());
    const tables = Array.from({ length: from.whole() }, () => readTable(from));
    if (!from.atEnd) throw new OverviewError('Bytes follow the end of the overview.');
    return { rows, skipped, spans, tables };
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError || error instanceof TileError)
      throw new OverviewError(`The overview is damaged: ${error.message}`);
    throw error;
  }
}

function readSpans(text: string): OverviewSpan[] {
  const lines = JSON.parse(text) as [number, number, number | null, number | null, Bbox | null][];
  return lines.map(([country, family, from, to, bbox]) => ({ country, family, from, to, bbox }));
}

function readTable(from: ByteReader): OverviewTable {
  const by = overviewValues[from.whole()];
  if (!by) throw new OverviewError('The overview counts by something unknown.');
  const zoom = from.whole();
  const [byCountry, byFamily, byMonth] = [from.whole(), from.whole(), from.whole()].map((flag) => flag === 1);
  const lines = from.whole();
  const [country, family, value] = [0, 1, 2].map(() => from.steps(lines));
  const tile = decodeTile(from.raw(from.whole()));
  if (tile.codes !== lines) throw new OverviewError(`A table of ${lines} lines counts ${tile.codes}.`);
  return {
    by,
    zoom,
    byCountry: byCountry!,
    byFamily: byFamily!,
    byMonth: byMonth!,
    country: country!,
    family: family!,
    value: value!,
    tile,
  };
}
