import { type Bitset, emptyBits, hasBit, popcount, setBit } from './bitset.ts';
import { newColumn } from './memory.ts';

/**
 * A column of which few rows hold a figure: one bit a row says whether, a running count a word finds where. Costs 2 bits
 * a row and 4 bytes a figure, and is read at random in constant time.
 */
export interface SparseColumn {
  readonly has: Bitset;
  /** Figures before the word. */
  readonly before: Uint32Array;
  readonly values: Uint32Array;
}

/** Collects figures in any row order until `build`. */
export interface SparseDraft {
  rows: Uint32Array;
  values: Uint32Array;
  size: number;
}

export function newDraft(): SparseDraft {
  return { rows: new Uint32Array(64), values: new Uint32Array(64), size: 0 };
}

export function addFigure(draft: SparseDraft, row: number, value: number): void {
  if (draft.size === draft.rows.length) {
    draft.rows = grown(draft.rows);
    draft.values = grown(draft.values);
  }
  draft.rows[draft.size] = row;
  draft.values[draft.size] = value;
  draft.size++;
}

function grown(array: Uint32Array): Uint32Array {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** The column over `capacity` rows. Each row may be given once. */
export function buildSparse(capacity: number, draft: SparseDraft, shared: boolean): SparseColumn {
  const has = emptyBits(capacity, shared);
  for (let i = 0; i < draft.size; i++) setBit(has, draft.rows[i]!);
  const before = newColumn(Uint32Array, has.length, shared);
  let count = 0;
  for (let w = 0; w < has.length; w++) {
    before[w] = count;
    count += popcount(has[w]!);
  }
  const values = newColumn(Uint32Array, draft.size, shared);
  for (let i = 0; i < draft.size; i++) values[slotOf(has, before, draft.rows[i]!)] = draft.values[i]!;
  return { has, before, values };
}

function slotOf(has: Bitset, before: Uint32Array, row: number): number {
  const below = (1 << (row & 31)) - 1;
  return before[row >>> 5]! + popcount(has[row >>> 5]! & below);
}

/** The figure of a row, or -1 when it has none. */
export function figureAt(column: SparseColumn, row: number): number {
  return hasBit(column.has, row) ? column.values[slotOf(column.has, column.before, row)]! : -1;
}
