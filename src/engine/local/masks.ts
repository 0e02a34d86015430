import { datePrecisionCodes } from '#contract/columns.ts';
import { type DimensionKey, dimensionKeys, dimensions, type EventFilter } from '#core/filter.ts';
import { gramsOf } from '#core/measure.ts';
import { codeOfKind, kindsOfType } from '#core/taxonomy.ts';
import { type Bitset, countBits, emptyBits, intersection, setBit, setRange } from './bitset.ts';
import type { Codes } from './code-column.ts';
import { type EventColumns, numberOf, placeCodes, placedCode } from './columns.ts';
import { windowMask } from './days.ts';
import type { ListTable } from './list-table.ts';
import { mapMask } from './map-mask.ts';
import { buildPlaceGrid, type PlaceGrid } from './place-grid.ts';

/** Row numbers (`n`) that match the words, or null when they are not at hand. */
export type HitLookup = (text: string) => readonly number[] | Uint32Array | null;

/** Thrown when a filter holds words whose matching rows are not at hand. */
export class MissingHits extends Error {
  readonly text: string;
  constructor(text: string) {
    super(`No rows known for the words "${text}".`);
    this.text = text;
  }
}

/** What a mask is built from, beside the filter. */
interface MaskSources {
  readonly columns: EventColumns;
  readonly hits: HitLookup;
  grid(): PlaceGrid;
}

type MaskBuilder = (sources: MaskSources, filter: EventFilter) => Bitset;

/** How each dimension narrows: one builder a key, so that a new dimension cannot be forgotten. */
const builders: { readonly [K in DimensionKey]: MaskBuilder } = {
  country: ({ columns }, filter) =>
    maskOfCodes(columns, columns.country, allowedKeys(columns.dictionaries.country, filter.countries)),
  adm1: ({ columns }, filter) =>
    maskOfCodes(columns, columns.adm1, allowedKeys(columns.dictionaries.adm1, filter.adm1)),
  type: ({ columns }, filter) => maskOfCodes(columns, columns.kind, allowedKinds(filter.types)),
  time: ({ columns }, filter) => windowMask(columns, filter.from, filter.to),
  group: ({ columns }, filter) =>
    maskOfCodes(
      columns,
      columns.groupList,
      allowedLists(columns.groupLists, columns.dictionaries.group, filter.groups),
    ),
  substance: ({ columns }, filter) =>
    maskOfCodes(
      columns,
      columns.substanceList,
      allowedLists(columns.substanceLists, columns.dictionaries.substance, filter.substances),
    ),
  source: ({ columns }, filter) =>
    maskOfCodes(columns, columns.source, allowedKeys(columns.dictionaries.source, filter.sources)),
  precision: ({ columns }, filter) => maskOfCodes(columns, columns.placeCode, allowedLevels(filter)),
  datePrecision: ({ columns }, filter) =>
    maskOfCodes(
      columns,
      columns.datePrecision,
      Uint8Array.from(datePrecisionCodes, (key) => (filter.datePrecisions.includes(key) ? 1 : 0)),
    ),
  text: textMask,
  map: ({ columns, grid }, filter) => mapMask(columns, grid(), filter),
  quantity: quantityMask,
};

/** Masks kept per dimension. One more than a brush needs, so that undo and "all but own" find theirs. */
const keptPerDimension = 4;
const keptSelections = 12;

/**
 * The rows that pass a filter. Each dimension's mask is built once for each choice in it and kept while it is recent, so a
 * change in one dimension rebuilds one mask, and "all but own" is an AND of the others.
 */
export class Selections {
  readonly columns: EventColumns;
  readonly all: Bitset;
  private readonly hits: HitLookup;
  private readonly masks = new Map<DimensionKey, Map<string, Bitset>>();
  private readonly recent = new Map<string, Bitset>();
  private readonly counts = new WeakMap<Bitset, number>();
  private madeGrid: PlaceGrid | null = null;

  constructor(columns: EventColumns, hits: HitLookup) {
    this.columns = columns;
    this.hits = hits;
    this.all = emptyBits(columns.capacity);
    setRange(this.all, columns.start, columns.capacity);
  }

  /** Rows that pass the filter, without regard to one dimension where given. Do not write into the result. */
  of(filter: EventFilter, without?: DimensionKey): Bitset {
    const active = dimensionKeys.flatMap((dimension) => {
      const choice = dimension === without ? null : choiceIn(dimension, filter);
      return choice === null ? [] : [{ dimension, choice }];
    });
    const key = active.map(({ dimension, choice }) => `${dimension}${choice}`).join();
    return remember(this.recent, key, keptSelections, () => {
      const masks = active.map(({ dimension, choice }) => this.mask(dimension, choice, filter));
      return masks.length < 2 ? (masks[0] ?? this.all) : intersection(masks);
    });
  }

  /** How many rows a selection holds. */
  count(rows: Bitset): number {
    const known = this.counts.get(rows) ?? countBits(rows);
    this.counts.set(rows, known);
    return known;
  }

  /** Remembers a count that was come by on the way. */
  noteCount(rows: Bitset, count: number): void {
    this.counts.set(rows, count);
  }

  /** The grid of all rows with a point, made when first asked for. */
  grid(): PlaceGrid {
    this.madeGrid ??= buildPlaceGrid(this.columns);
    return this.madeGrid;
  }

  private mask(dimension: DimensionKey, choice: string, filter: EventFilter): Bitset {
    const kept = this.masks.get(dimension) ?? new Map<string, Bitset>();
    this.masks.set(dimension, kept);
    return remember(kept, choice, keptPerDimension, () =>
      builders[dimension]({ columns: this.columns, hits: this.hits, grid: () => this.grid() }, filter),
    );
  }
}

/** A filter's choice in one dimension as text, to the last digit; null when it does not narrow by it. */
function choiceIn(dimension: DimensionKey, filter: EventFilter): string | null {
  const cleared = dimensions[dimension].cleared;
  const fields = Object.keys(cleared) as (keyof EventFilter)[];
  const choice = JSON.stringify(fields.map((field) => filter[field]));
  return choice === JSON.stringify(fields.map((field) => cleared[field])) ? null : choice;
}

function remember(kept: Map<string, Bitset>, key: string, limit: number, make: () => Bitset): Bitset {
  const found = kept.get(key);
  const bits = found ?? make();
  if (found) kept.delete(key);
  kept.set(key, bits);
  if (kept.size > limit) kept.delete(kept.keys().next().value!);
  return bits;
}

function maskOfCodes(columns: EventColumns, codes: Codes, allowed: Uint8Array): Bitset {
  const { start, capacity } = columns;
  const mask = emptyBits(capacity);
  for (let w = start >>> 5; w < mask.length; w++) {
    const first = Math.max(start, w << 5);
    const end = Math.min(capacity, (w << 5) + 32);
    let word = 0;
    for (let row = first; row < end; row++) word |= allowed[codes[row]!]! << (row & 31);
    mask[w] = word;
  }
  return mask;
}

function allowedKeys(keys: readonly string[], wanted: readonly string[]): Uint8Array {
  const allowed = new Uint8Array(keys.length + 1);
  for (const [code, key] of keys.entries()) if (wanted.includes(key)) allowed[code] = 1;
  return allowed;
}

function allowedKinds(types: readonly string[]): Uint8Array {
  const allowed = new Uint8Array(256);
  for (const type of types) for (const kind of kindsOfType(type)) allowed[codeOfKind(kind)] = 1;
  return allowed;
}

function allowedLists(table: ListTable, keys: readonly string[], wanted: readonly string[]): Uint8Array {
  const chosen = new Set(keys.flatMap((key, code) => (wanted.includes(key) ? [code] : [])));
  return Uint8Array.from(table.lists, (list) => (list.some((code) => chosen.has(code)) ? 1 : 0));
}

function allowedLevels(filter: EventFilter): Uint8Array {
  const allowed = new Uint8Array(placeCodes);
  for (const level of filter.precisions)
    allowed.fill(1, level, level + 1).fill(1, level + placedCode, level + placedCode + 1);
  return allowed;
}

function textMask({ columns, hits }: MaskSources, filter: EventFilter): Bitset {
  const numbers = hits(filter.text);
  if (!numbers) throw new MissingHits(filter.text);
  let largest = 0;
  for (const n of numbers) if (n > largest) largest = n;
  const wanted = emptyBits(largest + 1);
  for (const n of numbers) setBit(wanted, n);
  const mask = emptyBits(columns.capacity);
  for (let row = columns.start; row < columns.capacity; row++) {
    const n = numberOf(columns, row);
    if (n <= largest && ((wanted[n >>> 5]! >>> (n & 31)) & 1) === 1) setBit(mask, row);
  }
  return mask;
}

/** Rows that report the quantity, within its range, compared in whole grams, dollars or people. */
function quantityMask({ columns }: MaskSources, filter: EventFilter): Bitset {
  const { measure, min, max } = filter.quantity!;
  const scale = measure === 'kg' ? gramsOf : Math.round;
  const least = min === null ? 0 : scale(min);
  const most = max === null ? Number.POSITIVE_INFINITY : scale(max);
  const { has, before, values } = columns.quantities[measure].best;
  if (least <= 0 && most === Number.POSITIVE_INFINITY) return has;
  const mask = emptyBits(columns.capacity);
  for (let w = 0; w < has.length; w++) {
    let slot = before[w]!;
    for (let word = has[w]!; word !== 0; word &= word - 1, slot++) {
      const figure = values[slot]!;
      if (figure >= least && figure <= most) setBit(mask, (w << 5) + 31 - Math.clz32(word & -word));
    }
  }
  return mask;
}
