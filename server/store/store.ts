import type { Article } from '#core/article.ts';
import type { Country } from '#core/country.ts';
import type { CrimeEvent } from '#core/event.ts';
import type { EventFilter } from '#core/filter.ts';
import type { Group } from '#core/group.ts';
import type { Indicator, IndicatorSeries, Observation } from '#core/indicator.ts';
import type { Measure, Total } from '#core/measure.ts';
import type { SourceInfo } from '#core/provenance.ts';
import type { EventSort } from '#core/query.ts';
import type { CivilDay } from '#core/time.ts';

/**
 * Where the records live. SQLite in one file today; the interface is asynchronous, its values are plain and clonable, ids and
 * row numbers come from the application, and no call depends on a connection's state, so that PostgreSQL, or a store behind a
 * thread, can stand in. tests/conformance/store.ts is what every store must pass.
 *
 * Rows of a source whose `redistribution` is not "rows" never come out of a method that gives rows; those of "aggregates"
 * take part only in the counts kept on countries, groups and sources; those of "none" nowhere.
 */
export interface Store {
  info(): Promise<StoreInfo>;
  sources(): Promise<readonly JsonOf<SourceInfo>[]>;
  countries(): Promise<readonly JsonOf<Country>[]>;
  country(iso2: string): Promise<JsonOf<Country> | null>;
  groups(question: GroupQuestion): Promise<Slice<Group>>;
  group(id: string): Promise<JsonOf<Group> | null>;
  events(question: EventQuestion): Promise<Slice<CrimeEvent>>;
  /** Rows by number, in the order asked; numbers that are not there are left out. */
  eventsByNumber(rows: readonly number[]): Promise<readonly JsonOf<CrimeEvent>[]>;
  event(id: string): Promise<JsonOf<CrimeEvent> | 'restricted' | null>;
  articles(question: ArticleQuestion): Promise<Slice<Article>>;
  articleFacets(question: ArticleFilter): Promise<ArticleFacets>;
  article(id: string): Promise<JsonOf<Article> | null>;
  /** Series without their values, those with values for one of the countries; no countries = all. */
  indicators(countries: readonly string[]): Promise<readonly JsonOf<Indicator>[]>;
  indicator(id: string, countries: readonly string[]): Promise<IndicatorParts | null>;
  /** Row numbers of events whose words match, ascending. */
  hits(text: string, limit: number): Promise<{ readonly rows: readonly number[]; readonly total: number }>;
  /** Best matches for a search box; the last word may be unfinished. */
  suggestEvents(text: string, limit: number): Promise<readonly JsonOf<CrimeEvent>[]>;
  suggestArticles(text: string, limit: number): Promise<readonly JsonOf<Article>[]>;
  count(filter: EventFilter): Promise<number>;
  /** Total of a measure over the matching events, unreported ones apart. */
  total(filter: EventFilter, measure: Measure): Promise<Total>;
  /** The same per value of a dimension, ascending by key. Unlike a facet it keeps the filter's own choice in the dimension. */
  groupBy(
    filter: EventFilter,
    dimension: GroupedDimension,
    measure: Measure,
  ): Promise<readonly { readonly key: string; readonly total: Total }[]>;
  /** Events per calendar month by core/time.ts inWindow, ascending by the month's first day, months without events left out. */
  byMonth(filter: EventFilter): Promise<readonly { readonly start: CivilDay; readonly events: number }[]>;
  /** Every state of the data that this store has held, the newest first. */
  /** Matching events, those that a state of the data touched last first, then the newest; `changedOn` is the day of that state. */
  latestEvents(filter: EventFilter, limit: number): Promise<readonly LatestEvent[]>;
  versions(): Promise<readonly DataVersion[]>;
  changes(question: ChangeQuestion): Promise<ChangeSlice>;
  /** What happened to one record, oldest first; empty when it was never touched since it first came. */
  recordHistory(record: RecordKind, id: string): Promise<readonly RecordChange[]>;
  close(): Promise<void>;
}

/** JSON text of a T, ready to be sent. */
export type JsonOf<T> = string & { readonly of?: T };

export interface StoreInfo {
  readonly dataVersion: string;
  readonly dataAsOf: string;
  readonly counts: {
    readonly events: number;
    readonly articles: number;
    readonly indicators: number;
    readonly groups: number;
    readonly countries: number;
    readonly sources: number;
  };
  readonly eventDays: { readonly from: CivilDay | null; readonly to: CivilDay | null };
  /** Random key of this store, by which cursors are signed. */
  readonly cursorKey: string;
}

/** The values a sorted row stands at: what a page continues after. */
export type RowKey = readonly [number | string | null, number];

export interface Slice<T> {
  readonly rows: readonly JsonOf<T>[];
  /** All matching rows; null where the question said not to count. */
  readonly total: number | null;
  /** Where the next page begins; null when this is the last. */
  readonly next: RowKey | null;
}

interface Paged {
  readonly after: RowKey | null;
  readonly limit: number;
  readonly counted: boolean;
}

export interface EventQuestion extends Paged {
  readonly filter: EventFilter;
  readonly sort: EventSort;
}

export interface ArticleFilter {
  readonly countries: readonly string[];
  readonly groups: readonly string[];
  readonly topics: readonly string[];
  readonly languages: readonly string[];
  readonly sources: readonly string[];
  readonly outlet: string | null;
  readonly event: string | null;
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
  readonly text: string;
}

export interface ArticleQuestion extends Paged {
  readonly filter: ArticleFilter;
  readonly sort: 'newest' | 'oldest' | 'relevance';
}

/** Articles per value, each counted without the filter's own choice in it. */
export interface ArticleFacets {
  readonly topics: Readonly<Record<string, number>>;
  readonly outlets: Readonly<Record<string, number>>;
  readonly languages: Readonly<Record<string, number>>;
  readonly countries: Readonly<Record<string, number>>;
  readonly years: Readonly<Record<string, number>>;
}

export interface GroupQuestion extends Paged {
  readonly countries: readonly string[];
  readonly text: string;
}

export interface IndicatorParts {
  readonly indicator: JsonOf<Indicator>;
  readonly values: readonly JsonOf<Observation>[];
}

export const recordKinds = ['event', 'article', 'indicator'] as const;
export type RecordKind = (typeof recordKinds)[number];
export const changeKinds = ['added', 'changed', 'withdrawn', 'merged'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A state of the data: its version, the day it speaks of and when it was loaded. */
export interface DataVersion {
  readonly seq: number;
  readonly version: string;
  readonly asOf: string;
  /** ISO moment. */
  readonly loaded: string;
  readonly events: number;
}

/** What one state of the data did to a record. `before` is the record as it was; null where it may not be shared or was not there. */
export interface RecordChange {
  readonly version: string;
  readonly asOf: string;
  readonly what: ChangeKind;
  readonly successor: string | null;
  readonly before: string | null;
}

export interface LatestEvent {
  readonly doc: JsonOf<CrimeEvent>;
  /** ISO day. */
  readonly changedOn: string;
}

/** What differs between a state of the data and today's. `since` and `what` narrow; rows are in order of id. */
export interface ChangeQuestion {
  readonly sinceSeq: number;
  readonly record: RecordKind;
  readonly what: ChangeKind | null;
  readonly offset: number;
  readonly limit: number;
}

export interface ChangeSlice {
  readonly counts: Readonly<Record<ChangeKind, number>>;
  readonly rows: readonly {
    readonly id: string;
    readonly what: ChangeKind;
    readonly successor: string | null;
    /** The record as it is, or as it last was. */
    readonly doc: string | null;
  }[];
}

export type GroupedDimension = 'country' | 'adm1' | 'kind' | 'group' | 'substance' | 'source' | 'precision';

/** Everything a store is filled from at once; the long lists come in batches. */
export interface DataSet {
  /** Changes whenever any record changes; a store filled from another one is filled anew. */
  readonly fingerprint: string;
  /** ISO date on which the newest of it was retrieved. */
  readonly dataAsOf: string;
  readonly sources: readonly SourceInfo[];
  readonly countries: readonly Country[];
  readonly groups: readonly Group[];
  readonly articles: readonly Article[];
  /** Names of first-level areas by id, so that an event is found by its region's name. */
  readonly areaNames: ReadonlyMap<string, string>;
  readonly eventBatches: Iterable<readonly CrimeEvent[]>;
  readonly indicatorBatches: Iterable<readonly IndicatorSeries[]>;
  /** Events that are no longer records of their own: id → id of the record that took them in. */
  readonly merged?: ReadonlyMap<string, string>;
}

/** A store that cannot be used and was left as it is; the message says why and what to do. */
export class StoreRefused extends Error {
  readonly reason: 'corrupt' | 'newer' | 'foreign' | 'unreachable';

  constructor(reason: StoreRefused['reason'], message: string) {
    super(message);
    this.name = 'StoreRefused';
    this.reason = reason;
  }
}

/** A question that took longer than it may, or a store that is locked by another process. */
export class StoreBusy extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StoreBusy';
  }
}
