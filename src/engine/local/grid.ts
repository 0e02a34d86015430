import type { Measure } from '#core/measure.ts';
import type { SeriesAnswer, SeriesQuery } from '#core/query.ts';
import { families, familyOf, type KindKey, kinds } from '#core/taxonomy.ts';
import type { BinAxis } from './bin-axis.ts';
import { type Bitset, countRange } from './bitset.ts';
import type { Codes } from './code-column.ts';
import type { EventColumns } from './columns.ts';
import { inUnit } from './tally.ts';

/** Which series a row feeds, by its code: one (`lineOf`), or several where rows carry lists. */
export interface Split {
  readonly codes: Codes | null;
  readonly lineOf: Uint16Array | null;
  readonly lines: readonly (readonly number[])[];
  readonly keys: readonly string[];
  /** Series in the order of `keys` (taxonomies), not by size. */
  readonly fixedOrder: boolean;
}

/** How rows are told apart by one property of events; null = not at all. */
export function splitOf(columns: EventColumns, by: SeriesQuery['split']): Split {
  const { dictionaries } = columns;
  switch (by) {
    case null:
      return { codes: null, lineOf: null, lines: [[0]], keys: [''], fixedOrder: true };
    case 'kind':
      return byTaxonomy(
        columns.kind,
        kinds.map(({ key }) => key),
        (kind) => kind,
      );
    case 'family':
      return byTaxonomy(
        columns.kind,
        families.map(({ key }) => key),
        familyOf,
      );
    case 'country':
      return bySingle(columns.country, dictionaries.country);
    case 'source':
      return bySingle(columns.source, dictionaries.source);
    case 'group':
      return byList(columns.groupList, columns.groupLists.lists, dictionaries.group);
    case 'substance':
      return byList(columns.substanceList, columns.substanceLists.lists, dictionaries.substance);
  }
}

function byTaxonomy(codes: Codes, keys: readonly string[], keyOf: (kind: KindKey) => string): Split {
  const lineOf = new Uint16Array(256);
  for (const { key, code } of kinds) lineOf[code] = keys.indexOf(keyOf(key));
  return { codes, lineOf, lines: Array.from(lineOf, (line) => [line]), keys, fixedOrder: true };
}

function bySingle(codes: Codes, keys: readonly string[]): Split {
  const lineOf = Uint16Array.from({ length: keys.length + 1 }, (_, code) => code);
  const lines = Array.from(lineOf, (line) => [line]);
  return { codes, lineOf, lines, keys: [...keys, ''], fixedOrder: false };
}

function byList(codes: Codes, lists: readonly (readonly number[])[], keys: readonly string[]): Split {
  const lines = lists.map((list) => (list.length === 0 ? [keys.length] : list));
  return { codes, lineOf: null, lines, keys: [...keys, ''], fixedOrder: false };
}

/** Bins × series of counts and sums; the series of one bin lie side by side. */
export class Grid {
  readonly split: Split;
  readonly bins: number;
  readonly measure: Measure;
  readonly events: Uint32Array;
  readonly reported: Uint32Array;
  readonly sums: Float64Array;
  private readonly width: number;

  constructor(split: Split, axis: BinAxis, measure: Measure) {
    this.split = split;
    this.measure = measure;
    this.bins = axis.starts.length;
    this.width = split.keys.length;
    const size = this.width * this.bins;
    this.events = new Uint32Array(size);
    this.reported = new Uint32Array(measure === 'count' ? 0 : size);
    this.sums = new Float64Array(measure === 'count' ? 0 : size);
  }

  addEvent(row: number, bin: number): void {
    const base = bin * this.width;
    for (const line of this.linesOf(row)) this.events[base + line]!++;
  }

  /** Adds the rows of `rows` from `first` up to, not including, `end` to one bin. */
  addStretch(rows: Bitset, first: number, end: number, bin: number): void {
    const { codes, lineOf, lines } = this.split;
    const base = bin * this.width;
    if (codes === null) {
      this.events[base]! += countRange(rows, first, end);
      return;
    }
    for (let w = first >>> 5; w << 5 < end; w++) {
      const start = w << 5;
      let word = rows[w]!;
      if (start < first) word &= -1 << (first & 31);
      if (end - start < 32) word &= ~(-1 << (end & 31));
      for (; word !== 0; word &= word - 1) {
        const code = codes[start + 31 - Math.clz32(word & -word)]!;
        if (lineOf) this.events[base + lineOf[code]!]!++;
        else for (const line of lines[code]!) this.events[base + line]!++;
      }
    }
  }

  addFigure(row: number, bin: number, figure: number): void {
    const base = bin * this.width;
    for (const line of this.linesOf(row)) {
      this.reported[base + line]!++;
      this.sums[base + line]! += figure;
    }
  }

  /** Events of one series in one bin. */
  at(line: number, bin: number): number {
    return this.events[bin * this.width + line]!;
  }

  series(): SeriesAnswer['series'][number][] {
    const { split, measure } = this;
    const none = measure === 'count' ? new Array<number>(this.bins).fill(0) : null;
    const made = split.keys.flatMap((key, line) => {
      const events = this.column(this.events, line);
      let total = 0;
      for (let bin = 0; bin < events.length; bin++) total += events[bin]!;
      if (split.codes !== null && total === 0) return [];
      if (none) return { total, line: { key, events, values: events, unreported: none } };
      const values = this.column(this.sums, line).map((sum) => inUnit(measure, sum));
      const reported = this.column(this.reported, line);
      const unreported = events.map((count, bin) => count - reported[bin]!);
      return { total, line: { key, events, values, unreported } };
    });
    if (!split.fixedOrder) made.sort(mostFirst);
    return made.map(({ line }) => line);
  }

  private column(values: Uint32Array | Float64Array, line: number): number[] {
    const column = new Array<number>(this.bins);
    for (let bin = 0, at = line; bin < column.length; bin++, at += this.width) column[bin] = values[at]!;
    return column;
  }

  private linesOf(row: number): readonly number[] {
    const { codes, lines } = this.split;
    return codes ? lines[codes[row]!]! : lines[0]!;
  }
}

/** Most events first, ties by key; "" (no value) last. */
/** Order of series by size; events without the property come last. */
export function mostFirst(
  a: { total: number; line: { key: string } },
  b: { total: number; line: { key: string } },
): number {
  if (a.line.key === '' || b.line.key === '') return a.line.key === '' ? 1 : -1;
  return b.total - a.total || (a.line.key < b.line.key ? -1 : 1);
}
