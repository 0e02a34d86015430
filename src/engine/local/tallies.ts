import type { Measure } from '#core/measure.ts';
import { type Bitset, popcount } from './bitset.ts';
import type { Codes } from './code-column.ts';
import { type EventColumns, lastingBlockWords } from './columns.ts';
import { rowsWithin } from './days.ts';
import { type Origin, type Selections, wordsPerRow } from './masks.ts';
import { Shelf } from './shelf.ts';
import { addFigures, type Tally, tallyCodes } from './tally.ts';

export interface Kept {
  rows: Bitset;
  /** How many rows are selected. */
  count: number;
  readonly codes: Codes;
  readonly tally: Tally;
}

/** Rows that entered and left; parts of scratch arrays, valid until the next comparison. */
interface Changes {
  readonly added: Uint32Array;
  readonly removed: Uint32Array;
}

interface Comparison {
  readonly before: Bitset;
  readonly after: Bitset;
  readonly limit: number;
  /** Null where more rows changed than the limit. */
  readonly changes: Changes | null;
}

/** Changed rows per selected row below which adding and subtracting beats counting anew (measured, bench/kernels). */
const worthwhile = 0.4;
const keptTallies = 24;
/** Words compared at a time. */
const blockWords = 4;
/** Changed rows for which room is kept: more come with a jump, and seldom again. */
const keptRoom = 1 << 13;

/**
 * Tallies that follow a moving selection: when few rows entered or left since the last time, only those are added and
 * subtracted; when many did, all are counted anew. Sums are whole numbers, so both ways give the same to the last digit.
 */
export class Tallies {
  readonly kept = new Shelf<Kept>(keptTallies);
  private readonly selections: Selections;
  private last: Comparison | null = null;
  private added = new Uint32Array(1024);
  private removed = new Uint32Array(1024);

  constructor(selections: Selections) {
    this.selections = selections;
    selections.heldBy((mask) => this.holds(mask));
  }

  private holds(mask: Bitset): boolean {
    const { last } = this;
    return last?.before === mask || last?.after === mask || this.kept.some(({ rows }) => rows === mask);
  }

  /** Lets go of the tallies of a column that is kept no more. */
  forget(codes: Codes): void {
    this.kept.remove((tally) => tally.codes === codes);
  }

  /** The tally of `codes` over `rows`. Valid until the next call with the same name and measure; do not keep it. */
  of(name: string, codes: Codes, size: number, rows: Bitset, measure: Measure): Tally {
    const key = `${name} ${measure}`;
    const known = this.kept.peek(key);
    if (known && known.codes === codes && this.follow(known, rows)) {
      this.kept.put(key, known);
      return known.tally;
    }
    const tally = tallyCodes(this.selections.columns, codes, size, rows, measure);
    this.kept.put(key, { rows, count: this.selections.count(rows), codes, tally });
    return tally;
  }

  /** Rows that `of` would look at, about, for a selection; those that moved, where a tally stands near it. */
  workFor(name: string, measure: Measure, wanted: Origin): number {
    const { columns } = this.selections;
    const perRow = measure === 'count' ? 1 : 3;
    const [first, end] = rowsWithin(columns, wanted);
    const known = this.kept.peek(`${name} ${measure}`);
    const origin = known && this.selections.originOf(known.rows);
    if (!origin || origin.others !== wanted.others) return perRow * (end - first);
    const [formerFirst, formerEnd] = rowsWithin(columns, origin);
    const moved = Math.abs(first - formerFirst) + Math.abs(end - formerEnd);
    return Math.min(perRow * moved, perRow * (end - first)) + this.selections.all.length / wordsPerRow;
  }

  /** Brings a kept tally to the selection, if that is worth it. */
  private follow(known: Kept, rows: Bitset): boolean {
    if (known.rows === rows) return true;
    const changes = this.changesBetween(known.rows, rows, Math.floor(worthwhile * known.count));
    if (!changes) return false;
    shift(this.selections.columns, known, changes.added, 1);
    shift(this.selections.columns, known, changes.removed, -1);
    known.rows = rows;
    known.count += changes.added.length - changes.removed.length;
    this.selections.noteCount(rows, known.count);
    return true;
  }

  /** Null when more than `limit` rows changed. */
  private changesBetween(before: Bitset, after: Bitset, limit: number): Changes | null {
    const { last } = this;
    const isSame = last?.before === before && last.after === after;
    if (isSame && (last.changes !== null || limit <= last.limit)) return last.changes;
    this.last = null;
    const changes = this.compare(before, after, limit);
    this.last = { before, after, limit, changes };
    if (!changes) this.giveRoomBack();
    return changes;
  }

  /** Counts first: a list of very many rows would be made for nothing. */
  private compare(before: Bitset, after: Bitset, limit: number): Changes | null {
    const blocks = this.selections.blocksBetween(before, after);
    let changed = 0;
    eachDiffering(before, after, blocks, (w) => {
      changed += popcount(before[w]! ^ after[w]!);
      return changed <= limit;
    });
    if (changed > limit) return null;
    if (changed > this.added.length) this.makeRoom(changed);
    const { added, removed } = this;
    let adds = 0;
    let removes = 0;
    eachDiffering(before, after, blocks, (w) => {
      const now = after[w]!;
      for (let word = now ^ before[w]!; word !== 0; word &= word - 1) {
        const bit = word & -word;
        const row = (w << 5) + 31 - Math.clz32(bit);
        if ((now & bit) !== 0) added[adds++] = row;
        else removed[removes++] = row;
      }
      return true;
    });
    return { added: added.subarray(0, adds), removed: removed.subarray(0, removes) };
  }

  private giveRoomBack(): void {
    if (this.added.length <= keptRoom) return;
    this.added = new Uint32Array(keptRoom);
    this.removed = new Uint32Array(keptRoom);
  }

  private makeRoom(rows: number): void {
    const room = Math.max(rows, 2 * this.added.length);
    this.added = new Uint32Array(room);
    this.removed = new Uint32Array(room);
  }
}

/** Calls back for each word in a block of four in which two sets differ, until told to stop; `blocks` names where they may. */
function eachDiffering(
  before: Bitset,
  after: Bitset,
  blocks: Uint8Array | null,
  visit: (word: number) => boolean,
): void {
  for (let word = 0; word < after.length; word += blockWords) {
    if (blocks && blocks[Math.floor(word / lastingBlockWords)] === 0) {
      word += lastingBlockWords - blockWords;
      continue;
    }
    if (sameBlock(before, after, word)) continue;
    const end = Math.min(word + blockWords, after.length);
    for (let w = word; w < end; w++) if (!visit(w)) return;
  }
}

function sameBlock(a: Bitset, b: Bitset, at: number): boolean {
  let differing = 0;
  if (at + blockWords <= a.length) {
    differing =
      (a[at]! ^ b[at]!) | (a[at + 1]! ^ b[at + 1]!) | (a[at + 2]! ^ b[at + 2]!) | (a[at + 3]! ^ b[at + 3]!);
  } else for (let w = at; w < a.length; w++) differing |= a[w]! ^ b[w]!;
  return differing === 0;
}

function shift(columns: EventColumns, { codes, tally }: Kept, rows: Uint32Array, by: 1 | -1): void {
  const { events, measure } = tally;
  for (let i = 0; i < rows.length; i++) events[codes[rows[i]!]!]! += by;
  if (measure === 'count') return;
  for (let i = 0; i < rows.length; i++) addFigures(columns, tally, measure, rows[i]!, codes[rows[i]!]!, by);
}
