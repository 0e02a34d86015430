import type { Measure } from '#core/measure.ts';
import type { SeriesAnswer, SeriesQuery } from '#core/query.ts';
import { families, familyOf, kindFromCode, kinds } from '#core/taxonomy.ts';
import type { BinAxis } from './bin-axis.ts';
import type { EventColumns } from './columns.ts';
import { type Codes, inUnit } from './tally.ts';

/** Which series a row feeds: by its code one, or by its list several. `lines` maps codes to series. */
export interface Split {
  readonly codes: Codes | null;
  readonly lines: readonly (readonly number[])[];
  readonly keys: readonly string[];
  /** Series in the order of `keys` (taxonomies), not by size. */
  readonly fixedOrder: boolean;
}

/** How rows are told apart by one property of events; null = not at all. */
export function splitOf(columns: EventColumns, by: SeriesQuery['split']): Split {
  const { dictionaries } = columns;
  const kindOf = (code: number): string => kindFromCode(code) ?? '';
  const taxonomy = (keys: readonly string[], keyOf: (code: number) => string): Split => ({
    codes: columns.kind,
    lines: Array.from({ length: 256 }, (_, code) => [keys.indexOf(keyOf(code))]),
    keys,
    fixedOrder: true,
  });
  const single = (codes: Codes, keys: readonly string[]): Split => ({
    codes,
    lines: Array.from({ length: keys.length + 1 }, (_, code) => [code]),
    keys: [...keys, ''],
    fixedOrder: false,
  });
  const listed = (codes: Codes, lists: readonly (readonly number[])[], keys: readonly string[]): Split => ({
    codes,
    lines: lists.map((list) => (list.length === 0 ? [keys.length] : list)),
    keys: [...keys, ''],
    fixedOrder: false,
  });
  switch (by) {
    case null:
      return { codes: null, lines: [[0]], keys: [''], fixedOrder: true };
    case 'kind':
      return taxonomy(
        kinds.map(({ key }) => key),
        kindOf,
      );
    case 'family':
      return taxonomy(
        families.map(({ key }) => key),
        (code) => {
          const kind = kindFromCode(code);
          return kind === null ? '' : familyOf(kind);
        },
      );
    case 'country':
      return single(columns.country, dictionaries.country);
    case 'source':
      return single(columns.source, dictionaries.source);
    case 'group':
      return listed(columns.groupList, columns.groupLists.lists, dictionaries.group);
    case 'substance':
      return listed(columns.substanceList, columns.substanceLists.lists, dictionaries.substance);
  }
}

/** Series × bins of counts and sums. */
export class Grid {
  readonly split: Split;
  readonly bins: number;
  readonly events: Uint32Array;
  readonly reported: Uint32Array;
  readonly sums: Float64Array;
  readonly measure: Measure;

  constructor(split: Split, axis: BinAxis, measure: Measure) {
    this.split = split;
    this.measure = measure;
    this.bins = axis.starts.length;
    const size = split.keys.length * this.bins;
    this.events = new Uint32Array(size);
    this.reported = new Uint32Array(measure === 'count' ? 0 : size);
    this.sums = new Float64Array(measure === 'count' ? 0 : size);
  }

  linesOf(row: number): readonly number[] {
    const { codes, lines } = this.split;
    return codes ? lines[codes[row]!]! : lines[0]!;
  }

  addEvent(row: number, bin: number): void {
    for (const line of this.linesOf(row)) this.events[line * this.bins + bin]!++;
  }

  addFigure(row: number, bin: number, figure: number): void {
    for (const line of this.linesOf(row)) {
      this.reported[line * this.bins + bin]!++;
      this.sums[line * this.bins + bin]! += figure;
    }
  }

  series(unsplit: boolean): SeriesAnswer['series'][number][] {
    const made = this.split.keys.map((key, line) => {
      const from = line * this.bins;
      const events = Array.from(this.events.subarray(from, from + this.bins));
      const total = events.reduce((sum, count) => sum + count, 0);
      if (this.measure === 'count') {
        return { total, line: { key, events, values: events, unreported: events.map(() => 0) } };
      }
      const values = Array.from(this.sums.subarray(from, from + this.bins), (sum) =>
        inUnit(this.measure, sum),
      );
      const unreported = events.map((count, bin) => count - this.reported[from + bin]!);
      return { total, line: { key, events, values, unreported } };
    });
    const present = made.filter(({ total }) => unsplit || total > 0);
    if (!this.split.fixedOrder) present.sort(mostFirst);
    return present.map(({ line }) => line);
  }
}

/** Most events first, ties by key; "" (no value) last. */
function mostFirst(
  a: { total: number; line: { key: string } },
  b: { total: number; line: { key: string } },
): number {
  if (a.line.key === '' || b.line.key === '') return a.line.key === '' ? 1 : -1;
  return b.total - a.total || (a.line.key < b.line.key ? -1 : 1);
}
