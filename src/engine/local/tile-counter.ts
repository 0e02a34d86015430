import type { Tile, TileEntries, TileFigures } from '#contract/tile.ts';
import { cellCentre } from '#core/geo/hexagon.ts';
import type { CivilDay } from '#core/time.ts';
import { type AreaTable, readAreas } from './areas.ts';
import { type DaySpan, nextBin } from './bin-axis.ts';
import type { CellSet } from './cell-index.ts';
import { newTally, type Tally } from './tally.ts';

/** Counts and sums of a window, by the tile's codes. */
export interface WindowTally {
  readonly tally: Tally;
  /** Undated events in the window: all of them in the open one, else none. */
  readonly undated: number;
  /** Events that overlap the window too vaguely to be counted. */
  readonly tooVague: number;
}

type Figure = keyof TileFigures;
const figures: readonly Figure[] = ['events', 'reported', 'best', 'below', 'above'];

/**
 * A tile ready for windows: running sums over its entries, so that a window costs two differences a code, however many events
 * stand behind them (docs/performance.md).
 */
export class TileCounter {
  readonly tile: Tile;
  private readonly starts: CivilDay[] = [];
  /** First entry of each code among the short ones; one more at the end. */
  private readonly codeStarts: Uint32Array;
  private readonly sums: Readonly<Record<Figure, Float64Array>>;

  private hexagons: CellSet | null = null;
  private table: AreaTable | null = null;

  /** `fine`: where the tile's bins are days (`nextBin`). */
  constructor(tile: Tile, fine: readonly DaySpan[] = []) {
    this.tile = tile;
    for (let start = tile.start; this.starts.length < tile.bins; start = nextBin(start, tile.bin, fine))
      this.starts.push(start);
    this.codeStarts = startsOf(tile.short.code, tile.codes);
    const sumsOf = (figure: Figure): Float64Array => runningSums(tile.short[figure]);
    this.sums = {
      events: sumsOf('events'),
      reported: sumsOf('reported'),
      best: sumsOf('best'),
      below: sumsOf('below'),
      above: sumsOf('above'),
    };
  }

  /** The tile's hexagons, which are of this zoom, from north to south and west to east. */
  cells(zoom: number): CellSet {
    const { q, r } = this.tile;
    if (this.hexagons) return this.hexagons;
    const centres = Array.from(q, (column, i) => cellCentre({ zoom, q: column, r: r[i]! }));
    const lat = Float64Array.from(centres, (centre) => centre.lat);
    const lon = Float64Array.from(centres, (centre) => centre.lon);
    this.hexagons = { zoom, q, r, lat, lon };
    return this.hexagons;
  }

  /** The areas of a tile of areas. */
  areas(): AreaTable {
    this.table ??= readAreas(this.tile);
    return this.table;
  }

  /** The window from one day to another (null = open), which must be whole bins of the tile; events of codes not kept are left out. */
  count(from: CivilDay | null, to: CivilDay | null, keep: Uint8Array | null = null): WindowTally {
    const { tile, starts } = this;
    const first = from === null ? 0 : firstAtOrAfter(starts, from);
    const last = to === null ? tile.bins - 1 : firstAtOrAfter(starts, to + 1) - 1;
    const tally = newTally(tile.measure, tile.codes);
    if (last >= first) this.addShort(tally, first, last);
    const open = from === null && to === null;
    const tooVague = this.addSpanning(tally, first, last, keep);
    const { undated } = tile;
    const all = undated.code.map((_, i) => i);
    if (open) this.addEntries(tally, undated, all);
    const kept = keep ? all.filter((i) => keep[undated.code[i]!] === 1) : all;
    const undatedEvents = kept.reduce((sum, i) => sum + undated.events[i]!, 0);
    if (keep) for (const figure of figuresIn(tile)) clearOthers(tally[figure], keep);
    return { tally, undated: open ? undatedEvents : 0, tooVague: open ? 0 : tooVague };
  }

  private addShort(tally: Tally, first: number, last: number): void {
    const { tile, codeStarts, sums } = this;
    const bins = tile.short.first;
    const low = new Uint32Array(tile.codes);
    const high = new Uint32Array(tile.codes);
    for (let code = 0; code < tile.codes; code++) {
      low[code] = lowerBound(bins, first, codeStarts[code]!, codeStarts[code + 1]!);
      high[code] = lowerBound(bins, last + 1, low[code]!, codeStarts[code + 1]!);
    }
    for (const figure of figuresIn(tile)) addDifferences(tally[figure], sums[figure], low, high);
  }

  private addSpanning(tally: Tally, first: number, last: number, keep: Uint8Array | null): number {
    const { code, first: begins, last: ends, vague, events } = this.tile.spanning;
    const inside = new Uint32Array(code.length);
    let size = 0;
    let tooVague = 0;
    for (let i = 0; i < code.length; i++) {
      if (begins[i]! > last || ends[i]! < first) continue;
      if (vague[i] === 0 || (begins[i]! >= first && ends[i]! <= last)) inside[size++] = i;
      else if (!keep || keep[code[i]!] === 1) tooVague += events[i]!;
    }
    this.addEntries(tally, this.tile.spanning, inside.subarray(0, size));
    return tooVague;
  }

  private addEntries(tally: Tally, entries: TileEntries, chosen: Uint32Array): void {
    for (const figure of figuresIn(this.tile))
      addChosen(tally[figure], entries[figure], entries.code, chosen);
  }
}

type Sums = Uint32Array | Float64Array;

const figuresIn = (tile: Tile): readonly Figure[] => (tile.measure === 'count' ? ['events'] : figures);

function addDifferences(into: Sums, sums: Float64Array, low: Uint32Array, high: Uint32Array): void {
  for (let code = 0; code < low.length; code++) into[code]! += sums[high[code]!]! - sums[low[code]!]!;
}

function addChosen(into: Sums, values: Sums, codes: Uint32Array, chosen: Uint32Array): void {
  for (let i = 0; i < chosen.length; i++) into[codes[chosen[i]!]!]! += values[chosen[i]!]!;
}

function clearOthers(values: Sums, keep: Uint8Array): void {
  for (let code = 0; code < keep.length; code++) if (keep[code] === 0) values[code] = 0;
}

function startsOf(codes: Uint32Array, size: number): Uint32Array {
  const starts = new Uint32Array(size + 1);
  for (let i = 0; i < codes.length; i++) starts[codes[i]! + 1]!++;
  for (let code = 0; code < size; code++) starts[code + 1]! += starts[code]!;
  return starts;
}

function runningSums(values: Uint32Array | Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + values[i]!;
  return sums;
}

/** First place in [low, high) whose value is at least `wanted`, else `high`. */
function lowerBound(values: Int32Array, wanted: number, low: number, high: number): number {
  let start = low;
  let end = high;
  while (start < end) {
    const middle = (start + end) >>> 1;
    if (values[middle]! < wanted) start = middle + 1;
    else end = middle;
  }
  return start;
}

function firstAtOrAfter(starts: readonly CivilDay[], day: CivilDay): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
