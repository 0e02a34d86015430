import type { Measure } from '#core/measure.ts';
import { type Bitset, countBits, countChanged } from './bitset.ts';
import type { Codes } from './code-column.ts';
import type { EventColumns } from './columns.ts';
import { figureAt } from './sparse.ts';
import { type Tally, tallyCodes } from './tally.ts';

interface Kept {
  rows: Bitset;
  codes: Codes;
  readonly tally: Tally;
}

interface Changes {
  readonly before: Bitset;
  readonly after: Bitset;
  readonly added: Uint32Array;
  readonly removed: Uint32Array;
}

/** Rows changed against rows selected below which adding and subtracting beats counting anew (measured, bench/kernels). */
const worthwhile = 0.4;
const keptTallies = 24;

/**
 * Tallies that follow a moving selection: when few rows entered or left since the last time, only those are added and
 * subtracted; when many did, all are counted anew. Sums are whole numbers, so both ways give the same to the last digit.
 */
export class Tallies {
  private readonly columns: EventColumns;
  private readonly kept = new Map<string, Kept>();
  private lastChanges: Changes | null = null;

  constructor(columns: EventColumns) {
    this.columns = columns;
  }

  /** The tally of `codes` over `rows`. Valid until the next call with the same name and measure; do not keep it. */
  of(name: string, codes: Codes, size: number, rows: Bitset, measure: Measure): Tally {
    const key = `${name}/${measure}`;
    const known = this.kept.get(key);
    if (known && known.codes === codes && this.follow(known, rows)) return known.tally;
    const tally = tallyCodes(this.columns, codes, size, rows, measure);
    this.kept.delete(key);
    this.kept.set(key, { rows, codes, tally });
    if (this.kept.size > keptTallies) this.kept.delete(this.kept.keys().next().value!);
    return tally;
  }

  /** Brings a kept tally to the selection, if that is worth it. */
  private follow(known: Kept, rows: Bitset): boolean {
    if (known.rows === rows) return true;
    const changes = this.changesBetween(known.rows, rows);
    if (!changes) return false;
    shift(this.columns, known, changes.added, 1);
    shift(this.columns, known, changes.removed, -1);
    known.rows = rows;
    return true;
  }

  private changesBetween(before: Bitset, after: Bitset): Changes | null {
    const last = this.lastChanges;
    if (last?.before === before && last.after === after) return last;
    const changed = countChanged(before, after);
    if (changed > worthwhile * countBits(after)) return null;
    this.lastChanges = listChanges(before, after, changed);
    return this.lastChanges;
  }
}

function listChanges(before: Bitset, after: Bitset, changed: number): Changes {
  const added = new Uint32Array(changed);
  const removed = new Uint32Array(changed);
  let adds = 0;
  let removes = 0;
  for (let w = 0; w < after.length; w++) {
    const now = after[w]!;
    for (let word = now ^ before[w]!; word !== 0; word &= word - 1) {
      const bit = word & -word;
      const row = (w << 5) + 31 - Math.clz32(bit);
      if ((now & bit) !== 0) added[adds++] = row;
      else removed[removes++] = row;
    }
  }
  return { before, after, added: added.subarray(0, adds), removed: removed.subarray(0, removes) };
}

function shift(columns: EventColumns, { codes, tally }: Kept, rows: Uint32Array, by: 1 | -1): void {
  const { events, measure } = tally;
  for (let i = 0; i < rows.length; i++) events[codes[rows[i]!]!]! += by;
  if (measure === 'count') return;
  const { best, low, high } = columns.quantities[measure];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const figure = figureAt(best, row);
    if (figure === -1) continue;
    const code = codes[row]!;
    tally.reported[code]! += by;
    tally.best[code]! += by * figure;
    const lower = figureAt(low, row);
    const upper = figureAt(high, row);
    if (lower !== -1) tally.below[code]! += by * (figure - lower);
    if (upper !== -1) tally.above[code]! += by * (upper - figure);
  }
}
