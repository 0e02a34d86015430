import { type Measure, measures } from '#core/measure.ts';
import { type Bin, bins, type CivilDay } from '#core/time.ts';
import { ByteReader, ByteWriter } from './varint.ts';

/** Figures beside each entry of a tile. Sums are whole grams, US dollars or people; all but `events` are empty for `count`. */
export interface TileFigures {
  readonly events: Uint32Array;
  readonly reported: Uint32Array;
  readonly best: Float64Array;
  readonly below: Float64Array;
  readonly above: Float64Array;
}

/** Entries, sorted by code, then by first bin. */
export interface TileEntries extends TileFigures {
  readonly code: Uint32Array;
  /** First and last bin that the events touch; -1 is before the tile's days, `bins` after them. Absent where undated. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** 1 = dated vaguer than a day: counted only by windows that hold all its bins. */
  readonly vague: Uint8Array;
}

/**
 * A brush tile: events per code × time bin under every dimension of a filter but time. Whoever holds it counts any window
 * made of whole bins, exactly, without asking again.
 */
export interface Tile {
  readonly dataVersion: string;
  readonly measure: Measure;
  readonly bin: Bin;
  /** First day of the first bin; bins follow without a gap. */
  readonly start: CivilDay;
  readonly bins: number;
  /** Codes are below this. */
  readonly codes: number;
  /** Hexagons or squares behind the codes (twice the index, plus 1 for rows known too vaguely for one), or areas (areas.ts), else empty. */
  readonly q: Int32Array;
  readonly r: Int32Array;
  readonly undated: TileEntries;
  /** Events that lie within one bin. */
  readonly short: TileEntries;
  /** Events that touch several bins. */
  readonly spanning: TileEntries;
}

const magic = 0x41544c31;

/** A tile that cannot be read; the message says why. */
export class TileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TileError';
  }
}

/** Several tiles as bytes, each after its length; null, one that would be too large, is nothing after a length of 0. */
export function encodeTiles(tiles: readonly (Tile | null)[]): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  for (const tile of tiles) {
    const bytes = tile ? encodeTile(tile) : new Uint8Array(0);
    out.whole(bytes.length);
    out.raw(bytes);
  }
  return out.bytes();
}

/** Reads as many tiles as were asked for. Throws TileError when the bytes are cut off or not so many tiles of this version. */
export function decodeTiles(bytes: Uint8Array, count: number): (Tile | null)[] {
  const from = new ByteReader(bytes);
  try {
    const tiles = Array.from({ length: count }, () => {
      const own = from.raw(from.whole());
      return own.length === 0 ? null : decodeTile(own);
    });
    if (!from.atEnd) throw new TileError('Bytes follow the end of the tiles.');
    return tiles;
  } catch (error) {
    throw asTileError(error);
  }
}

/** The tile as bytes: a header, then each column of each table as variable-length whole numbers. */
export function encodeTile(tile: Tile): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  for (const value of [magic, measures.indexOf(tile.measure), bins.indexOf(tile.bin)]) out.whole(value);
  out.signed(tile.start);
  out.whole(tile.bins);
  out.whole(tile.codes);
  out.text(tile.dataVersion);
  out.whole(tile.q.length);
  out.steps(tile.q);
  out.steps(tile.r);
  for (const entries of [tile.undated, tile.short, tile.spanning]) writeEntries(out, entries, tile.measure);
  return out.bytes();
}

/** Reads a tile. Throws TileError when the bytes are cut off or not a tile of this version. */
export function decodeTile(bytes: Uint8Array): Tile {
  const from = new ByteReader(bytes);
  try {
    if (from.whole() !== magic) throw new TileError('Not a tile of this version.');
    const measure = measures[from.whole()];
    const bin = bins[from.whole()];
    if (!measure || !bin) throw new TileError('The tile counts something unknown.');
    const start = from.signed();
    const binCount = from.whole();
    const codes = from.whole();
    const dataVersion = from.text();
    const cells = from.whole();
    const q = from.steps(cells);
    const r = from.steps(cells);
    const [undated, short, spanning] = [0, 1, 2].map(() => readEntries(from, measure));
    if (!from.atEnd) throw new TileError('Bytes follow the end of the tile.');
    return {
      dataVersion,
      measure,
      bin,
      start,
      bins: binCount,
      codes,
      q,
      r,
      undated: undated!,
      short: short!,
      spanning: spanning!,
    };
  } catch (error) {
    throw asTileError(error);
  }
}

function asTileError(error: unknown): unknown {
  return error instanceof RangeError ? new TileError(`The tile is damaged: ${error.message}`) : error;
}

function writeEntries(out: ByteWriter, entries: TileEntries, measure: Measure): void {
  const { code, first, last, vague } = entries;
  out.whole(code.length);
  out.steps(code);
  out.steps(first);
  for (let i = 0; i < code.length; i++) out.whole((last[i]! - first[i]!) * 2 + vague[i]!);
  for (const value of entries.events) out.whole(value);
  if (measure === 'count') return;
  for (const column of [entries.reported, entries.best]) for (const value of column) out.whole(value);
  // A source may give a low figure above its best one, so distances have a sign.
  for (const column of [entries.below, entries.above]) for (const value of column) out.signed(value);
}

function readEntries(from: ByteReader, measure: Measure): TileEntries {
  const length = from.whole();
  const code = Uint32Array.from(from.steps(length));
  const first = from.steps(length);
  const last = new Int32Array(length);
  const vague = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const packed = from.whole();
    last[i] = first[i]! + Math.floor(packed / 2);
    vague[i] = packed % 2;
  }
  const events = from.fill(new Uint32Array(length));
  const sums = measure === 'count' ? 0 : length;
  return {
    code,
    first,
    last,
    vague,
    events,
    reported: from.fill(new Uint32Array(sums)),
    best: from.fill(new Float64Array(sums)),
    below: from.fillSigned(new Float64Array(sums)),
    above: from.fillSigned(new Float64Array(sums)),
  };
}
