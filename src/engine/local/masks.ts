import { datePrecisionCodes } from '#contract/columns.ts';
import type { DimensionKey, EventFilter } from '#core/filter.ts';
import { gramsOf } from '#core/measure.ts';
import type { PlacePrecision } from '#core/place.ts';
import { codeOfKind, kindsOfType } from '#core/taxonomy.ts';
import type { CivilDay } from '#core/time.ts';
import { type Bitset, clearBit, countBits, emptyBits, intersection, setBit, setRange } from './bitset.ts';
import { type Choices, choicesIn } from './choices.ts';
import { maskOfCodes } from './code-mask.ts';
import { type EventColumns, numberOf, placeCodes, placedCode } from './columns.ts';
import { blocksBetween, windowMask } from './days.ts';
import type { ListTable } from './list-table.ts';
import { mapMask } from './map-mask.ts';
import { buildPlaceGrid, type PlaceGrid } from './place-grid.ts';
import { Shelf } from './shelf.ts';
import { SpareMasks } from './spare-masks.ts';

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
/** Words of a bitset that are gone through in the time in which one row is looked at, about. */
export const wordsPerRow = 8;

/** What a selection was made of: the rows under every dimension but time, by name, and a window. */
export interface Origin {
  readonly others: string;
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
}

/**
 * The rows that pass a filter. Each dimension's mask is built once for each choice in it and kept while it is recent, so a
 * change in one dimension rebuilds one mask, and "all but own" is an AND of the others. Time comes last: a moving window meets
 * one set of rows.
 */
export class Selections {
  readonly columns: EventColumns;
  readonly all: Bitset;
  /** Rows under every dimension but time. */
  readonly others = new Shelf<Bitset>(keptSelections);
  /** The grid of all rows with a point. */
  readonly grids = new Shelf<PlaceGrid>(1);
  /** Rows with a point known to certain levels, by those. */
  readonly points = new Shelf<Bitset>(keptPerDimension);
  private readonly hits: HitLookup;
  private readonly masks = new Map<DimensionKey, Shelf<Bitset>>();
  private readonly spare = new SpareMasks((mask) => this.isHeld(mask));
  private readonly windows = new Shelf<Bitset>(keptPerDimension, (mask) => this.spare.drop(mask));
  private readonly windowed = new Shelf<Bitset>(keptSelections, (mask) => this.spare.drop(mask));
  private readonly holders: ((mask: Bitset) => boolean)[] = [];
  private readonly counts = new WeakMap<Bitset, number>();
  private readonly origins = new WeakMap<Bitset, Origin>();

  constructor(columns: EventColumns, hits: HitLookup) {
    this.columns = columns;
    this.hits = hits;
    this.all = emptyBits(columns.capacity);
    setRange(this.all, columns.start, columns.capacity);
    this.origins.set(this.all, { others: '', from: null, to: null });
  }

  /** Rows that pass the filter, without regard to one dimension where given. Do not write into the result. */
  of(filter: EventFilter, without?: DimensionKey): Bitset {
    const others = choicesIn(filter).others(without);
    const rows = others === '' ? this.all : this.others.of(others, () => this.meet(filter, others, without));
    return without === 'time' ? rows : this.within(rows, others, filter.from, filter.to);
  }

  /** Rows known by name within a window; null where the name is not known here. */
  from({ others, from, to }: Origin): Bitset | null {
    const rows = others === '' ? this.all : this.others.peek(others);
    if (!rows) return null;
    this.origins.set(rows, { others, from: null, to: null });
    return this.within(rows, others, from, to);
  }

  /** What a selection was made of. */
  originOf(rows: Bitset): Origin | null {
    return this.origins.get(rows) ?? null;
  }

  /**
   * Rows that must be looked at before `of` has its answer; infinitely many where that needs what is not at hand. What is in
   * `planned` will have been made by then; what would be made is added to it.
   */
  workFor(filter: EventFilter, without: DimensionKey | undefined, planned: Set<string>): number {
    const choices = choicesIn(filter);
    const others = choices.others(without);
    const isNew = (name: string): boolean => planned.size < planned.add(name).size;
    let work = 0;
    if (others !== '' && !this.others.has(others) && isNew(others))
      work += this.workToMeet(choices.active, filter, without, isNew);
    const window = nameOf({ others, from: filter.from, to: filter.to });
    if (without !== 'time' && !this.windowed.has(window) && isNew(window))
      work += (2 * this.all.length) / wordsPerRow;
    return work;
  }

  /** Blocks of words (`blocksBetween`) in which two selections may differ; null where nothing is known of it. */
  blocksBetween(before: Bitset, after: Bitset): Uint8Array | null {
    const a = this.origins.get(before);
    const b = this.origins.get(after);
    return a && b && a.others === b.others ? blocksBetween(this.columns, a, b) : null;
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
    return this.grids.of('', () => buildPlaceGrid(this.columns));
  }

  /** All rows that have a point and are known to one of the levels. */
  drawn(levels: readonly PlacePrecision[]): Bitset {
    return this.points.of(levels.join(), () => drawnMask(this.columns, levels));
  }

  private within(rows: Bitset, others: string, from: CivilDay | null, to: CivilDay | null): Bitset {
    if (from === null && to === null) return rows;
    const origin = { others, from, to };
    return this.windowed.of(nameOf(origin), () => {
      const window = this.windows.of(`${from}/${to}`, () =>
        windowMask(this.columns, from, to, this.spareMask()),
      );
      const found = rows === this.all ? window : intersection([window, rows], this.spareMask());
      this.origins.set(found, origin);
      return found;
    });
  }

  /** Windows' rows are written over once they are shown no more; `holder` tells of those that it still counts from. */
  heldBy(holder: (mask: Bitset) => boolean): void {
    this.holders.push(holder);
  }

  private isHeld(mask: Bitset): boolean {
    const isIt = (kept: Bitset): boolean => kept === mask;
    return this.windows.some(isIt) || this.windowed.some(isIt) || this.holders.some((holds) => holds(mask));
  }

  private spareMask(): Bitset | undefined {
    const mask = this.spare.take();
    if (mask) {
      this.counts.delete(mask);
      this.origins.delete(mask);
    }
    return mask;
  }

  private meet(filter: EventFilter, name: string, without?: DimensionKey): Bitset {
    const sources = { columns: this.columns, hits: this.hits, grid: () => this.grid() };
    const masks = choicesIn(filter)
      .active.filter(({ dimension }) => dimension !== without)
      .map(({ dimension, choice }) =>
        this.shelfOf(dimension).of(choice, () => builders[dimension](sources, filter)),
      );
    const rows = masks.length === 1 ? masks[0]! : intersection(masks);
    this.origins.set(rows, { others: name, from: null, to: null });
    return rows;
  }

  private workToMeet(
    active: Choices['active'],
    filter: EventFilter,
    without: DimensionKey | undefined,
    isNew: (name: string) => boolean,
  ): number {
    let work = this.all.length / wordsPerRow;
    for (const { dimension, choice } of active) {
      if (dimension === without || this.shelfOf(dimension).has(choice)) continue;
      if (dimension === 'text' && this.hits(filter.text) === null) return Number.POSITIVE_INFINITY;
      if (dimension === 'map' && !this.grids.has('')) return Number.POSITIVE_INFINITY;
      if (isNew(`${dimension} ${choice}`)) work += this.columns.capacity - this.columns.start;
    }
    return work;
  }

  private shelfOf(dimension: DimensionKey): Shelf<Bitset> {
    const shelf = this.masks.get(dimension) ?? new Shelf<Bitset>(keptPerDimension);
    this.masks.set(dimension, shelf);
    return shelf;
  }
}

const nameOf = ({ others, from, to }: Origin): string => `${from}/${to} ${others}`;

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

function allowedLists(
  table: Pick<ListTable, 'lists'>,
  keys: readonly string[],
  wanted: readonly string[],
): Uint8Array {
  const chosen = new Set(keys.flatMap((key, code) => (wanted.includes(key) ? [code] : [])));
  return Uint8Array.from(table.lists, (list) => (list.some((code) => chosen.has(code)) ? 1 : 0));
}

function allowedLevels({ precisions }: Pick<EventFilter, 'precisions'>): Uint8Array {
  const allowed = new Uint8Array(placeCodes);
  for (const level of precisions)
    allowed.fill(1, level, level + 1).fill(1, level + placedCode, level + placedCode + 1);
  return allowed;
}

function drawnMask(columns: EventColumns, precisions: readonly PlacePrecision[]): Bitset {
  const mask = maskOfCodes(columns, columns.placeCode, allowedLevels({ precisions }));
  for (let row = columns.start; row < columns.capacity; row++) {
    if (Number.isNaN(columns.lat[row]!)) clearBit(mask, row);
  }
  return mask;
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
