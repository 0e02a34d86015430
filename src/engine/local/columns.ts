import { PartError } from '#contract/arrow-part.ts';
import { datePrecisionCodes, noCode, noDay, notReported } from '#contract/columns.ts';
import type { Dictionaries, PartColumns } from '#contract/part-columns.ts';
import type { QuantityMeasure } from '#core/measure.ts';
import { isPlaced } from '#core/place.ts';
import { kindFromCode } from '#core/taxonomy.ts';
import { type CivilDay, dayOf } from '#core/time.ts';
import { AreaBook, type AreaTable } from './areas.ts';
import { type Bitset, emptyBits, setBit } from './bitset.ts';
import { CodeDraft, type Codes } from './code-column.ts';
import { ListTable } from './list-table.ts';
import { newColumn } from './memory.ts';
import { addFigure, buildSparse, figureAt, newDraft, type SparseColumn, type SparseDraft } from './sparse.ts';

/** Best, low and high figures of one measure; low and high only where they differ from best. Whole grams, US dollars, people. */
export interface QuantityColumns {
  readonly best: SparseColumn;
  readonly low: SparseColumn;
  readonly high: SparseColumn;
}

/**
 * All events as columns. Rows `start` to `capacity` are live: first the undated (up to `dated`), then the dated by first
 * day, ascending. Parts arrive newest first, so `start` falls as they do.
 */
export interface EventColumns {
  /** Whether the columns lie in memory that other threads of the page see. */
  readonly shared: boolean;
  readonly capacity: number;
  readonly start: number;
  readonly dated: number;
  /** Row numbers in the store: `firstNumber` and one more each row where `n` is null. See `numberOf`. */
  readonly n: Uint32Array | null;
  readonly firstNumber: number;
  /** Days between the first day of a dated row and `newest`. See `dayAt`. */
  readonly age: Codes;
  readonly newest: CivilDay;
  /** Days after `from` until the last possible day, for rows where that is not 0: lasting and vaguely dated events. */
  readonly lasting: SparseColumn;
  /** Latest last day among the lasting rows of each block of `lastingBlockWords` words; noDay where there is none. */
  readonly lastingUntil: Int32Array;
  /** Latest last day among the lasting rows of each block and those before it. */
  readonly lastingReach: Int32Array;
  readonly datePrecision: Uint8Array;
  /** Dictionary codes; the dictionary's length stands for "none". */
  readonly country: Codes;
  readonly adm1: Codes;
  /** Area and family of rows known to a region or zone only (areas.ts). */
  readonly area: Codes;
  readonly areas: AreaTable;
  readonly kind: Uint8Array;
  /** Precision level 1–7, plus `placedCode` for rows that count in cells and on-map filters. */
  readonly placeCode: Uint8Array;
  readonly lat: Float32Array;
  readonly lon: Float32Array;
  readonly source: Codes;
  readonly groupList: Codes;
  readonly substanceList: Codes;
  readonly groupLists: Pick<ListTable, 'lists'>;
  readonly substanceLists: Pick<ListTable, 'lists'>;
  readonly quantities: Readonly<Record<QuantityMeasure, QuantityColumns>>;
  /** Rows that count in cells and on-map filters: P1–P3 and P7 with coordinates. */
  readonly placed: Bitset;
  readonly dictionaries: Dictionaries;
  /** Rows set aside because a field was out of range. */
  readonly skipped: number;
}

/** What `placeCode` adds to the level of a placed row; codes stay below `placeCodes`. */
export const placedCode = 8;
export const placeCodes = 16;

const firstDay = dayOf(1, 1, 1);
const lastDay = dayOf(9999, 12, 31);
const knownKinds = Uint8Array.from({ length: 256 }, (_, code) => (kindFromCode(code) === null ? 0 : 1));
const dayPrecision = datePrecisionCodes.indexOf('day');

interface QuantityDrafts {
  readonly best: SparseDraft;
  readonly low: SparseDraft;
  readonly high: SparseDraft;
}

const newDrafts = (): QuantityDrafts => ({ best: newDraft(), low: newDraft(), high: newDraft() });

/** Takes parts newest first and gives the columns so far. Rows with impossible fields are counted and left out. */
export class ColumnsBuilder {
  private readonly capacity: number;
  private readonly shared: boolean;
  private readonly dictionaries: Dictionaries;
  private readonly columns;
  private readonly codes;
  private newest = 0;
  private readonly areas: AreaBook;
  private readonly groupLists: ListTable;
  private readonly substanceLists: ListTable;
  private readonly lasting = newDraft();
  private readonly drafts = { kg: newDrafts(), usd: newDrafts(), people: newDrafts() };
  private start: number;
  private dated: number;
  private sealed = false;
  private skipped = 0;

  /** `capacity` is the number of rows the manifest promises; `shared` puts them where other threads of the page see them. */
  constructor(capacity: number, dictionaries: Dictionaries, shared = false) {
    this.capacity = capacity;
    this.shared = shared;
    this.start = capacity;
    this.dated = capacity;
    this.dictionaries = dictionaries;
    this.areas = new AreaBook(dictionaries.adm1.length, shared);
    this.groupLists = new ListTable(dictionaries.group.length);
    this.substanceLists = new ListTable(dictionaries.substance.length);
    this.columns = {
      n: newColumn(Uint32Array, capacity, shared),
      datePrecision: newColumn(Uint8Array, capacity, shared),
      kind: newColumn(Uint8Array, capacity, shared),
      placeCode: newColumn(Uint8Array, capacity, shared),
      lat: newColumn(Float32Array, capacity, shared),
      lon: newColumn(Float32Array, capacity, shared),
      placed: emptyBits(capacity, shared),
    };
    this.codes = {
      age: new CodeDraft(capacity, shared),
      country: new CodeDraft(capacity, shared),
      adm1: new CodeDraft(capacity, shared),
      area: new CodeDraft(capacity, shared),
      source: new CodeDraft(capacity, shared),
      groupList: new CodeDraft(capacity, shared),
      substanceList: new CodeDraft(capacity, shared),
    };
  }

  /** Rows taken so far, also those set aside. */
  get rows(): number {
    return this.capacity - this.start + this.skipped;
  }

  /** Adds the next older part. Throws PartError when its rows are not in the promised order or number. */
  add(part: PartColumns): void {
    if (this.sealed) throw new PartError('Undated rows may only come last.');
    if (this.rows + part.rows > this.capacity) throw new PartError('More rows than the manifest promises.');
    const good = this.goodRows(part);
    let undated = good.length;
    while (undated > 0 && part.from[good[undated - 1]!] === noDay) undated--;
    this.checkOrder(part, good.subarray(0, undated));
    if (this.start === this.capacity && undated > 0) this.newest = part.from[good[undated - 1]!]!;
    for (let i = undated - 1; i >= 0; i--) this.put(part, good[i]!, --this.start);
    this.dated = this.start;
    for (let i = good.length - 1; i >= undated; i--) this.put(part, good[i]!, --this.start);
    this.sealed = undated < good.length;
  }

  /** The columns as they stand; the arrays are shared with the builder, so ask anew after each `add`. */
  build(): EventColumns {
    const { capacity, shared, start, dated, dictionaries, groupLists, substanceLists, skipped, drafts } =
      this;
    const sparse = (draft: QuantityDrafts): QuantityColumns => ({
      best: buildSparse(capacity, draft.best, shared),
      low: buildSparse(capacity, draft.low, shared),
      high: buildSparse(capacity, draft.high, shared),
    });
    const lasting = buildSparse(capacity, this.lasting, shared);
    const { age, country, adm1, area, source, groupList, substanceList } = this.codes;
    const { n } = this.columns;
    const lastingUntil = latestPerBlock(this.newest, age.codes, lasting, shared);
    return {
      ...this.columns,
      shared,
      n: isRun(n, start) ? null : n,
      firstNumber: n[start] ?? 0,
      age: age.codes,
      newest: this.newest,
      country: country.codes,
      adm1: adm1.codes,
      area: area.codes,
      areas: this.areas.table(),
      source: source.codes,
      groupList: groupList.codes,
      substanceList: substanceList.codes,
      capacity,
      start,
      dated,
      dictionaries,
      groupLists,
      substanceLists,
      skipped,
      lasting,
      lastingUntil,
      lastingReach: latestSoFar(lastingUntil, shared),
      quantities: { kg: sparse(drafts.kg), usd: sparse(drafts.usd), people: sparse(drafts.people) },
    };
  }

  private goodRows(part: PartColumns): Uint32Array {
    const good = new Uint32Array(part.rows);
    let size = 0;
    for (let row = 0; row < part.rows; row++) if (isGood(part, row, this.dictionaries)) good[size++] = row;
    this.skipped += part.rows - size;
    return good.subarray(0, size);
  }

  private checkOrder(part: PartColumns, rows: Uint32Array): void {
    let next = this.start < this.capacity ? this.newest - this.codes.age.codes[this.start]! : lastDay;
    for (let i = rows.length - 1; i >= 0; i--) {
      const day = part.from[rows[i]!]!;
      if (day > next || day === noDay) throw new PartError('Rows are not sorted by day.');
      next = day;
    }
  }

  private put(part: PartColumns, row: number, at: number): void {
    const { columns, codes } = this;
    columns.n[at] = part.n[row]!;
    if (part.from[row] !== noDay) codes.age.set(at, this.newest - part.from[row]!);
    columns.datePrecision[at] = part.datePrecision[row]!;
    codes.country.set(at, Math.min(part.country[row]!, this.dictionaries.country.length));
    codes.adm1.set(at, Math.min(part.adm1[row]!, this.dictionaries.adm1.length));
    columns.kind[at] = part.kind[row]!;
    columns.lat[at] = part.lat[row]!;
    columns.lon[at] = part.lon[row]!;
    codes.source.set(at, part.source[row]!);
    codes.groupList.set(at, this.groupLists.codeOf(part.groups, row));
    codes.substanceList.set(at, this.substanceLists.codeOf(part.substances, row));
    const level = part.placePrecision[row]!;
    const [adm1, kind, lat, lon] = [part.adm1[row]!, part.kind[row]!, part.lat[row]!, part.lon[row]!];
    codes.area.set(at, this.areas.codeOf({ level, adm1, kind, lat, lon }));
    const placed = isPlaced(level) && !Number.isNaN(lat);
    columns.placeCode[at] = placed ? level + placedCode : level;
    if (placed) setBit(columns.placed, at);
    const days = part.to[row]! - part.from[row]!;
    if (days > 0) addFigure(this.lasting, at, days);
    putQuantity(this.drafts.kg, at, part.grams[row]!, part.gramsLow[row]!, part.gramsHigh[row]!);
    putQuantity(this.drafts.usd, at, part.usd[row]!, part.usdLow[row]!, part.usdHigh[row]!);
    putQuantity(this.drafts.people, at, part.people[row]!, part.peopleLow[row]!, part.peopleHigh[row]!);
  }
}

function putQuantity(drafts: QuantityDrafts, at: number, best: number, low: number, high: number): void {
  if (best === notReported) return;
  addFigure(drafts.best, at, best);
  if (low !== notReported && low !== best) addFigure(drafts.low, at, low);
  if (high !== notReported && high !== best) addFigure(drafts.high, at, high);
}

function isGood(part: PartColumns, row: number, dictionaries: Dictionaries): boolean {
  return (
    goodDays(part.from[row]!, part.to[row]!) &&
    goodPoint(part.lat[row]!, part.lon[row]!) &&
    part.datePrecision[row]! < datePrecisionCodes.length &&
    knownKinds[part.kind[row]!] === 1 &&
    part.placePrecision[row]! >= 1 &&
    part.placePrecision[row]! <= 7 &&
    inDictionary(part.country[row]!, dictionaries.country) &&
    inDictionary(part.adm1[row]!, dictionaries.adm1) &&
    part.source[row]! < dictionaries.source.length &&
    goodList(part.groups, row, dictionaries.group.length) &&
    goodList(part.substances, row, dictionaries.substance.length)
  );
}

function goodDays(from: number, to: number): boolean {
  if (from === noDay || to === noDay) return from === to;
  return from >= firstDay && to <= lastDay && from <= to;
}

/** Both NaN means "no point"; one NaN, or degrees off the globe, is an error. */
function goodPoint(lat: number, lon: number): boolean {
  if (Number.isNaN(lat)) return Number.isNaN(lon);
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
}

const inDictionary = (code: number, keys: readonly string[]): boolean =>
  code === noCode || code < keys.length;

function goodList(column: PartColumns['groups'], row: number, keys: number): boolean {
  for (let i = column.offsets[row]!; i < column.offsets[row + 1]!; i++)
    if (column.values[i]! >= keys) return false;
  return true;
}

/** Words of a bitset that share one entry of `lastingUntil`. */
export const lastingBlockWords = 32;

function latestPerBlock(newest: CivilDay, age: Codes, lasting: SparseColumn, shared: boolean): Int32Array {
  const { has, before, values } = lasting;
  const latest = newColumn(Int32Array, Math.ceil(has.length / lastingBlockWords), shared).fill(noDay);
  for (let w = 0; w < has.length; w++) {
    const block = Math.floor(w / lastingBlockWords);
    let slot = before[w]!;
    for (let word = has[w]!; word !== 0; word &= word - 1, slot++) {
      const to = newest - age[(w << 5) + 31 - Math.clz32(word & -word)]! + values[slot]!;
      if (to > latest[block]!) latest[block] = to;
    }
  }
  return latest;
}

function latestSoFar(latest: Int32Array, shared: boolean): Int32Array {
  const reach = newColumn(Int32Array, latest.length, shared);
  let most = noDay;
  for (let block = 0; block < latest.length; block++) {
    most = Math.max(most, latest[block]!);
    reach[block] = most;
  }
  return reach;
}

/** Whether numbers rise by one from `start` to the end, so that they need not be kept. */
function isRun(n: Uint32Array, start: number): boolean {
  for (let row = start + 1; row < n.length; row++) if (n[row] !== n[row - 1]! + 1) return false;
  return true;
}

/** First possible day of a dated row. */
export function dayAt(columns: EventColumns, row: number): CivilDay {
  return columns.newest - columns.age[row]!;
}

/** The row number in the store. */
export function numberOf(columns: EventColumns, row: number): number {
  return columns.n ? columns.n[row]! : columns.firstNumber + row - columns.start;
}

/** Last possible day of a dated row. */
export function toDay(columns: EventColumns, row: number): number {
  const days = figureAt(columns.lasting, row);
  return days === -1 ? dayAt(columns, row) : dayAt(columns, row) + days;
}

/** Precision level 1–7 of a row. */
export function levelOf(columns: EventColumns, row: number): number {
  return columns.placeCode[row]! & (placedCode - 1);
}

/** Whether the row is dated to the day (it may last several), so that it belongs wherever it overlaps. */
export function isDayPrecise(columns: EventColumns, row: number): boolean {
  return columns.datePrecision[row] === dayPrecision;
}
