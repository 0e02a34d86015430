import type { Tile, TileEntries, TileFigures } from '#contract/tile.ts';
import type { TileDimension } from '#contract/tile-dimensions.ts';
import type { EventFilter } from '#core/filter.ts';
import type { Measure } from '#core/measure.ts';
import type { Bbox } from '#core/place.ts';
import { type Bin, binStart, type CivilDay } from '#core/time.ts';
import { type BinAxis, binAxis, binIndex, type DaySpan, daysSpanned, spanningRows } from './bin-axis.ts';
import { type Bitset, hasBit, intersection } from './bitset.ts';
import type { Codes } from './code-column.ts';
import { dayAt, type EventColumns, isDayPrecise, toDay } from './columns.ts';
import { eachLasting } from './days.ts';
import { withoutOwn } from './facets.ts';
import type { Selections } from './masks.ts';
import { figureAt } from './sparse.ts';
import { eachFigure } from './tally.ts';
import { type TileLines, type Tilings, tileLines } from './tile-lines.ts';

/** What a tile counts. The filter's dates are ignored, and its choice in the dimension that is counted. */
export interface TileSubject {
  readonly filter: EventFilter;
  readonly by: TileDimension;
  /** Of `cells` and `squares` only. */
  readonly zoom: number;
  readonly viewport: Bbox | null;
  readonly measure: Measure;
}

/** Into which bins. */
export interface TileShape {
  readonly bin: Bin;
  /** Days to cover; null = all there are. */
  readonly domain: DaySpan | null;
  /** Spans of whole bins in which every day is a bin of its own. */
  readonly fine: readonly DaySpan[];
}

export type TileQuestion = TileSubject & TileShape;

/** What a tile is counted from. */
export interface TileSources extends Tilings {
  readonly selections: Selections;
}

/** What a tile may have at most: more would take longer to send and hold than asking for each window. */
export interface TileLimits {
  /** Codes × bins. */
  readonly slots: number;
  /** Of them, those that hold events. */
  readonly entries: number;
}

const usualLimits: TileLimits = { slots: 24_000_000, entries: 1_200_000 };

/** Counts a tile in one pass over the rows. Throws RangeError when it would be too large, MissingHits as the ledger does. */
export function buildTile(
  sources: TileSources,
  question: TileQuestion,
  dataVersion: string,
  limits = usualLimits,
): Tile {
  const { selections } = sources;
  const { columns } = selections;
  const { by, zoom, viewport, bin, fine, measure } = question;
  const rows = selections.of(withoutOwn(question.filter, by), 'time');
  const lines = tileLines(columns, sources, by, zoom, viewport);
  const axis = binAxis(columns, bin, question.domain ?? daysSpanned(columns, selections.all), fine);
  const bins = axis?.starts.length ?? 0;
  if (bins * lines.size > limits.slots) throw tooLarge();
  const tile = tileOf(columns, lines, axis, { bin, measure, rows }, dataVersion);
  if (tile.short.code.length + tile.spanning.code.length > limits.entries) throw tooLarge();
  return tile;
}

const tooLarge = (): RangeError => new RangeError('This tile would be too large; choose larger bins.');

/** The tile of some rows over an axis of bins. */
export function tileOf(
  columns: EventColumns,
  lines: TileLines,
  axis: BinAxis | null,
  { bin, measure, rows }: { readonly bin: Bin; readonly measure: Measure; readonly rows: Bitset },
  dataVersion: string,
): Tile {
  const { undated, short, spanning } = new Tables(columns, lines, axis, measure, rows).entries();
  const { q, r, size } = lines;
  const start = axis?.starts[0] ?? binStart(0, bin);
  const bins = axis?.starts.length ?? 0;
  return { dataVersion, measure, bin, start, bins, codes: size, q, r, undated, short, spanning };
}

/** One table of figures, by slot. */
class Figures {
  readonly events: Uint32Array;
  readonly reported: Uint32Array;
  readonly best: Float64Array;
  readonly below: Float64Array;
  readonly above: Float64Array;

  constructor(slots: number, measure: Measure) {
    const sums = measure === 'count' ? 0 : slots;
    this.events = new Uint32Array(slots);
    this.reported = new Uint32Array(sums);
    this.best = new Float64Array(sums);
    this.below = new Float64Array(sums);
    this.above = new Float64Array(sums);
  }

  /** Slots that hold events, ascending. */
  filled(): Uint32Array {
    const { events } = this;
    const slots = new Uint32Array(events.length);
    let size = 0;
    for (let slot = 0; slot < events.length; slot++) if (events[slot] !== 0) slots[size++] = slot;
    return slots.subarray(0, size);
  }

  /** The figures of some slots, in their order. */
  at(slots: Uint32Array): TileFigures {
    const pick = <A extends Uint32Array | Float64Array>(values: A, into: A): A => {
      for (let i = 0; i < into.length; i++) into[i] = values[slots[i]!]!;
      return into;
    };
    const sums = this.best.length === 0 ? 0 : slots.length;
    return {
      events: pick(this.events, new Uint32Array(slots.length)),
      reported: pick(this.reported, new Uint32Array(sums)),
      best: pick(this.best, new Float64Array(sums)),
      below: pick(this.below, new Float64Array(sums)),
      above: pick(this.above, new Float64Array(sums)),
    };
  }
}

/** A span that events of one code share: which bins, and whether they are vague. */
interface Span {
  readonly code: number;
  readonly first: number;
  readonly last: number;
  readonly vague: number;
  readonly slot: number;
}

/** The three tables of a tile while it is counted. */
class Tables {
  private readonly columns: EventColumns;
  private readonly lines: TileLines;
  private readonly axis: BinAxis | null;
  private readonly measure: Measure;
  private readonly rows: Bitset;
  private readonly undated: Figures;
  private readonly short: Figures;
  private readonly spans = new Map<number, Span>();

  constructor(columns: EventColumns, lines: TileLines, axis: BinAxis | null, measure: Measure, rows: Bitset) {
    this.columns = columns;
    this.lines = lines;
    this.axis = axis;
    this.measure = measure;
    this.rows = rows;
    this.undated = new Figures(lines.size, measure);
    this.short = new Figures(lines.size * (axis?.starts.length ?? 0), measure);
  }

  entries(): { undated: TileEntries; short: TileEntries; spanning: TileEntries } {
    this.countUndated();
    if (this.axis) this.countShort(this.axis);
    const spanning = this.countSpans();
    if (this.measure !== 'count') this.sum(spanning);
    return {
      undated: entriesOf(this.undated, this.undated.filled(), 1),
      short: entriesOf(this.short, this.short.filled(), this.axis?.starts.length ?? 0),
      spanning: this.spanEntries(spanning),
    };
  }

  private countUndated(): void {
    const { start, dated } = this.columns;
    const { codes, lines } = this.lines;
    for (let row = start; row < dated; row++) {
      if (hasBit(this.rows, row)) for (const line of lines[codes[row]!]!) this.undated.events[line]!++;
    }
  }

  /** Rows within one bin lie in its stretch of rows: they are counted by code there, and then by the lines of the codes. */
  private countShort(axis: BinAxis): void {
    const apart = spanningRows(this.columns, axis);
    const { codes, lines } = this.lines;
    const { events } = this.short;
    const bins = axis.starts.length;
    const count = counterOf(codes);
    const counts = new Uint32Array(lines.length);
    for (let bin = 0; bin < bins; bin++) {
      count(counts, codes, this.rows, apart, axis.rows[bin]!, axis.rows[bin + 1]!);
      for (let code = 0; code < counts.length; code++) {
        const many = counts[code]!;
        if (many === 0) continue;
        counts[code] = 0;
        for (const line of lines[code]!) events[line * bins + bin]! += many;
      }
    }
  }

  /** Lasting and vague rows not counted yet: those within one bin join the short ones, the others are kept by their span. */
  private countSpans(): Figures {
    const slots: number[] = [];
    const apart = this.axis ? intersection([this.rows, spanningRows(this.columns, this.axis)]) : this.rows;
    eachLasting(this.columns, apart, (row, to) => {
      this.eachSlot(row, to, (slot, spanning) => {
        if (spanning) slots.push(slot);
        else this.short.events[slot]!++;
      });
    });
    const figures = new Figures(this.spans.size, this.measure);
    for (const slot of slots) figures.events[slot]!++;
    return figures;
  }

  /** Calls back for each slot of a dated row: in the short table, or in the spanning one. */
  private eachSlot(row: number, to: CivilDay, visit: (slot: number, spanning: boolean) => void): void {
    const { axis, columns } = this;
    if (!axis) return;
    const { codes, lines } = this.lines;
    const bins = axis.starts.length;
    const at = (day: CivilDay): number =>
      day < axis.starts[0]! ? -1 : day > axis.end ? bins : binIndex(axis, day);
    const first = at(dayAt(columns, row));
    const last = at(to);
    if (first >= bins || last < 0) return;
    for (const line of lines[codes[row]!]!) {
      if (first === last) visit(line * bins + first, false);
      else visit(this.spanSlot(line, first, last, isDayPrecise(columns, row) ? 0 : 1), true);
    }
  }

  private spanSlot(code: number, first: number, last: number, vague: number): number {
    const width = (this.axis?.starts.length ?? 0) + 2;
    const key = ((code * width + first + 1) * width + last + 1) * 2 + vague;
    const known = this.spans.get(key);
    if (known) return known.slot;
    const slot = this.spans.size;
    this.spans.set(key, { code, first, last, vague, slot });
    return slot;
  }

  private spanEntries(figures: Figures): TileEntries {
    const spans = [...this.spans.values()].sort((a, b) => a.code - b.code || a.first - b.first);
    const code = new Uint32Array(spans.length);
    const first = new Int32Array(spans.length);
    const last = new Int32Array(spans.length);
    const vague = new Uint8Array(spans.length);
    const slots = new Uint32Array(spans.length);
    for (const [i, span] of spans.entries()) {
      code[i] = span.code;
      first[i] = span.first;
      last[i] = span.last;
      vague[i] = span.vague;
      slots[i] = span.slot;
    }
    return { code, first, last, vague, ...figures.at(slots) };
  }

  private sum(spanning: Figures): void {
    if (this.measure === 'count') return;
    const { best, low, high } = this.columns.quantities[this.measure];
    this.eachFigureSlot(best, spanning, (figures, slot, _row, figure) => {
      figures.reported[slot]!++;
      figures.best[slot]! += figure;
    });
    this.eachFigureSlot(low, spanning, (figures, slot, row, figure) => {
      figures.below[slot]! += figureAt(best, row) - figure;
    });
    this.eachFigureSlot(high, spanning, (figures, slot, row, figure) => {
      figures.above[slot]! += figure - figureAt(best, row);
    });
  }

  private eachFigureSlot(
    column: Parameters<typeof eachFigure>[0],
    spanning: Figures,
    visit: (figures: Figures, slot: number, row: number, figure: number) => void,
  ): void {
    const { columns } = this;
    const { codes, lines } = this.lines;
    eachFigure(column, this.rows, (row, figure) => {
      if (row < columns.dated) {
        for (const line of lines[codes[row]!]!) visit(this.undated, line, row, figure);
        return;
      }
      this.eachSlot(row, toDay(columns, row), (slot, isSpan) =>
        visit(isSpan ? spanning : this.short, slot, row, figure),
      );
    });
  }
}

/** The entries of slots numbered code by code, `bins` each. */
function entriesOf(figures: Figures, slots: Uint32Array, bins: number): TileEntries {
  const code = new Uint32Array(slots.length);
  const first = new Int32Array(slots.length);
  for (let i = 0; i < slots.length; i++) {
    code[i] = Math.floor(slots[i]! / bins);
    first[i] = slots[i]! % bins;
  }
  return { code, first, last: first, vague: new Uint8Array(slots.length), ...figures.at(slots) };
}

/** Adds to `counts`, by code, the rows of a stretch that are in one set and not in the other. */
type CountRows = (
  counts: Uint32Array,
  codes: Codes,
  rows: Bitset,
  without: Bitset,
  first: number,
  end: number,
) => void;

function makeCounter(): CountRows {
  return (counts, codes, rows, without, first, end) => {
    for (let w = first >>> 5; w << 5 < end; w++) {
      const start = w << 5;
      let word = rows[w]! & ~without[w]!;
      if (start < first) word &= -1 << (first & 31);
      if (end - start < 32) word &= ~(-1 << (end & 31));
      if (word === -1) {
        for (let row = start; row < start + 32; row++) counts[codes[row]!]!++;
        continue;
      }
      for (; word !== 0; word &= word - 1) counts[codes[start + 31 - Math.clz32(word & -word)]!]!++;
    }
  };
}

/** One function for each width of column: what has met one kind of array only is compiled for it, and takes half as long. */
const counters: Readonly<Record<number, CountRows>> = {
  1: makeCounter(),
  2: makeCounter(),
  4: makeCounter(),
};
const counterOf = (codes: Codes): CountRows => counters[codes.BYTES_PER_ELEMENT]!;
