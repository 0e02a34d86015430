import type { DimensionKey, EventFilter } from './filter.ts';
import type { Measure, Total } from './measure.ts';
import type { Bbox, PlacePrecision } from './place.ts';
import type { FamilyKey, KindKey } from './taxonomy.ts';
import type { Bin, CivilDay, DatePrecision } from './time.ts';

/**
 * Everything a view can ask about events, as plain values. An engine answers any of them; the local engine (columns in a
 * Worker), the mock and the store give the same answers (tests/conformance).
 */
export type Query =
  | CountQuery
  | SeriesQuery
  | FacetQuery
  | CellsQuery
  | DensityQuery
  | AreasQuery
  | PointsQuery
  | PageQuery
  | MarksQuery
  | RelaxQuery
  | ExtentQuery
  | CoverageQuery;

export interface CountQuery {
  readonly kind: 'count';
  readonly filter: EventFilter;
  readonly measure: Measure;
}

/** How many events match, and what could not be counted or placed. */
export interface CountAnswer {
  readonly kind: 'count';
  readonly total: Total;
  /** All events in the store's snapshot, unfiltered. */
  readonly ofAll: number;
  /** Matching events not drawn as cells or points (levels 4, 5, 6 or without coordinates), by level 1–7 (index 0 unused); null where only an overview counted them. */
  readonly byPrecision: readonly number[] | null;
  readonly notPlaced: number | null;
  readonly undated: number;
  /** Events that pass everything but overlap the dates too vaguely to be counted. */
  readonly tooVague: number;
}

/** Counts or sums per calendar bin; ignores the filter's own from/to (a chart never filters itself), use `domain` to clip. */
export interface SeriesQuery {
  readonly kind: 'series';
  readonly filter: EventFilter;
  readonly bin: Bin;
  readonly measure: Measure;
  readonly split: 'family' | 'kind' | 'country' | 'group' | 'substance' | 'source' | null;
  /** First and last day to cover; null = the extent of the matching events. */
  readonly domain: { readonly from: CivilDay; readonly to: CivilDay } | null;
  /** Until the rows are there, months will do where weeks or days are asked for: the answer says which bins it has. */
  readonly coarser?: boolean | undefined;
}

export interface SeriesAnswer {
  readonly kind: 'series';
  readonly bin: Bin;
  /** First day of each bin, ascending and gapless. */
  readonly starts: readonly CivilDay[];
  readonly series: readonly {
    /** Family, kind, … key; "" when not split. */
    readonly key: string;
    /** Per bin: events, and for quantity measures the sum of reported values (kg, USD, people). */
    readonly events: readonly number[];
    readonly values: readonly number[];
    readonly unreported: readonly number[];
  }[];
  /** Events dated too vaguely for one bin of this size. */
  readonly tooVague: number;
  readonly undated: number;
  /** Lasting events counted in more than one bin. */
  readonly spanning: number;
}

/** Dimensions whose values are counted. */
export const facetDimensions = [
  'country',
  'adm1',
  'kind',
  'group',
  'substance',
  'source',
  'precision',
  'datePrecision',
  'reported',
] as const;

/** Counts per value of one dimension, ignoring the filter's own choice in it. */
export interface FacetQuery {
  readonly kind: 'facet';
  readonly filter: EventFilter;
  readonly dimension: (typeof facetDimensions)[number];
  readonly measure: Measure;
}

export interface FacetAnswer {
  readonly kind: 'facet';
  readonly dimension: FacetQuery['dimension'];
  /** Values with at least one event, most first, ties by key. For `precision` keys are "1".."7"; `datePrecision` "day".."unknown"; `reported` "kg" "usd" "people". */
  readonly values: readonly { readonly key: string; readonly total: Total }[];
  /** Events without any value in this dimension (no group, no region, …). */
  readonly without: number;
}

/** Hexagon cells (core/geo/hexagon.ts) over placed events. */
export interface CellsQuery {
  readonly kind: 'cells';
  readonly filter: EventFilter;
  /** Whole zoom level the hexagons are sized for. */
  readonly zoom: number;
  /** Viewport; cells outside it are left out. Null = everywhere. */
  readonly viewport: Bbox | null;
  readonly measure: Measure;
  /** Until the rows are there, larger hexagons will do: the answer says for which zoom they are. */
  readonly coarser?: boolean | undefined;
}

export interface CellsAnswer {
  readonly kind: 'cells';
  readonly zoom: number;
  readonly cells: readonly {
    readonly q: number;
    readonly r: number;
    /** Centre of the hexagon, degrees. */
    readonly lat: number;
    readonly lon: number;
    readonly total: Total;
    /** Events known only to the municipality (P3) among them. */
    readonly byArea: number;
  }[];
}

/** Small squares (core/geo/square.ts) over placed events: how many events lie in each, without any smoothing. */
export interface DensityQuery {
  readonly kind: 'density';
  readonly filter: EventFilter;
  /** Whole zoom level the squares are sized for. */
  readonly zoom: number;
  /** Viewport; squares outside it are left out. Null = everywhere. */
  readonly viewport: Bbox | null;
}

/** The squares that hold events, from north to south and west to east, as columns of one length. */
export interface DensityAnswer {
  readonly kind: 'density';
  readonly zoom: number;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly events: readonly number[];
  /** Events known only to about 25 km or to the municipality (P2, P3) among them: they stand at its point. */
  readonly vague: number;
}

/** Events known no finer than a region (P4) or zone (P5), by area. */
export interface AreasQuery {
  readonly kind: 'areas';
  readonly filter: EventFilter;
}

/** A region or zone in which events of a family are known to lie. */
export interface KnownArea {
  readonly precision: 4 | 5;
  /** The province that the records name: then the area is that province. Null for zones, and for regions without a name, which are points. */
  readonly adm1: string | null;
  /** Where a record puts it, which is a point somewhere within; null where none does. */
  readonly lat: number | null;
  readonly lon: number | null;
  readonly family: FamilyKey;
}

export interface AreasAnswer {
  readonly kind: 'areas';
  /** All areas of the data, those of the newest events first; the same list whatever the filter. */
  readonly areas: readonly KnownArea[];
  /** Matching events in each. */
  readonly events: readonly number[];
  /** Matching events in areas beyond as many as are told apart. */
  readonly elsewhere: number;
}

/** Single events for a viewport, precision-aware (regions and zones included, countries never). */
export interface PointsQuery {
  readonly kind: 'points';
  readonly filter: EventFilter;
  readonly viewport: Bbox | null;
  /** Only these levels; empty = 1–5 and 7. */
  readonly precisions: readonly PlacePrecision[];
  readonly limit: number;
}

export interface EventPoint {
  readonly n: number;
  readonly lat: number;
  readonly lon: number;
  readonly precision: PlacePrecision;
  readonly kind: KindKey;
  readonly from: CivilDay | null;
  /** The province that the record names. */
  readonly adm1: string | null;
}

export interface PointsAnswer {
  readonly kind: 'points';
  readonly points: readonly EventPoint[];
  readonly matched: number;
  readonly truncated: boolean;
}

export type EventSort = 'newest' | 'oldest' | 'kg' | 'usd' | 'people' | 'country' | 'kind';

/** Row numbers of matching events in order, a page at a time; texts come from the API by row number. */
export interface PageQuery {
  readonly kind: 'page';
  readonly filter: EventFilter;
  /** Only events of these regions and zones, each by its `areaKey` (core/area.ts); left out for all events. */
  readonly within?: readonly string[] | undefined;
  readonly sort: EventSort;
  readonly offset: number;
  readonly limit: number;
}

export interface PageAnswer {
  readonly kind: 'page';
  readonly rows: readonly number[];
  readonly matched: number;
}

/** Single events in time, for lanes zoomed in; ignores the filter's from/to like a series, clipped to `domain`. */
export interface MarksQuery {
  readonly kind: 'marks';
  readonly filter: EventFilter;
  readonly domain: { readonly from: CivilDay; readonly to: CivilDay } | null;
  readonly limit: number;
}

export interface EventMark {
  readonly n: number;
  readonly from: CivilDay;
  readonly to: CivilDay;
  readonly precision: DatePrecision;
  readonly kind: KindKey;
  readonly country: string;
  /** kg, USD, people; null = not reported. */
  readonly kg: number | null;
  readonly usd: number | null;
  readonly people: number | null;
}

export interface MarksAnswer {
  readonly kind: 'marks';
  readonly marks: readonly EventMark[];
  readonly matched: number;
  readonly truncated: boolean;
}

/** What removing each active dimension would give: the live counts of empty states. */
export interface RelaxQuery {
  readonly kind: 'relax';
  readonly filter: EventFilter;
}

export interface RelaxAnswer {
  readonly kind: 'relax';
  readonly options: readonly { readonly dimension: DimensionKey; readonly events: number }[];
}

/** Days and box that the matching events span. */
export interface ExtentQuery {
  readonly kind: 'extent';
  readonly filter: EventFilter;
  /** Until the rows are there, a wider span and box will do: that of all dates. */
  readonly coarser?: boolean | undefined;
}

export interface ExtentAnswer {
  readonly kind: 'extent';
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
  readonly bbox: Bbox | null;
}

/** Sources with at least one event per bin (any filter but time applies only by country and source). */
export interface CoverageQuery {
  readonly kind: 'coverage';
  readonly filter: EventFilter;
  readonly bin: Bin;
  readonly domain: { readonly from: CivilDay; readonly to: CivilDay } | null;
  /** As in a series. */
  readonly coarser?: boolean | undefined;
}

export interface CoverageAnswer {
  readonly kind: 'coverage';
  readonly starts: readonly CivilDay[];
  readonly sources: readonly number[];
  /** Bins where a source begins or ends. */
  readonly changes: readonly {
    readonly bin: number;
    readonly began: readonly string[];
    readonly ended: readonly string[];
  }[];
}

export type Answer =
  | CountAnswer
  | SeriesAnswer
  | FacetAnswer
  | CellsAnswer
  | DensityAnswer
  | AreasAnswer
  | PointsAnswer
  | PageAnswer
  | MarksAnswer
  | RelaxAnswer
  | ExtentAnswer
  | CoverageAnswer;

/** The answer type of a query type. */
export type AnswerOf<Q extends Query> = Extract<Answer, { readonly kind: Q['kind'] }>;
