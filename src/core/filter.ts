import { type QuantityMeasure, quantityMeasures } from './measure.ts';
import { type Bbox, type LatLon, type PlacePrecision, placePrecisions } from './place.ts';
import { kindsOfType, substances } from './taxonomy.ts';
import { type CivilDay, isoOf, parseIsoDay } from './time.ts';

/** Everything a view can narrow events by. Empty lists and nulls do not narrow. Values of one list are "any of". */
export interface EventFilter {
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  /** Ids of public/geo/adm1-index.json. */
  readonly adm1: readonly string[];
  /** Family or kind words, see kindsOfType. */
  readonly types: readonly string[];
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
  readonly groups: readonly string[];
  readonly substances: readonly string[];
  readonly sources: readonly string[];
  readonly precisions: readonly PlacePrecision[];
  /** Full-text search words, as typed. */
  readonly text: string;
  /** Map area, placed events only. */
  readonly bbox: Bbox | null;
  /** Drawn area (open ring), placed events only. */
  readonly area: readonly LatLon[] | null;
  /** Only events that report this quantity, within [min, max] of its unit. */
  readonly quantity: {
    readonly measure: QuantityMeasure;
    readonly min: number | null;
    readonly max: number | null;
  } | null;
}

export const emptyFilter: EventFilter = {
  countries: [],
  adm1: [],
  types: [],
  from: null,
  to: null,
  groups: [],
  substances: [],
  sources: [],
  precisions: [],
  text: '',
  bbox: null,
  area: null,
  quantity: null,
};

/** The dimensions a filter narrows by; bbox and area are one ("map"). Masks and SQL are Records over these keys. */
export const dimensionKeys = [
  'country',
  'adm1',
  'type',
  'time',
  'group',
  'substance',
  'source',
  'precision',
  'text',
  'map',
  'quantity',
] as const;
export type DimensionKey = (typeof dimensionKeys)[number];

export type FilterPart = Partial<EventFilter>;

/** A parameter that could not be used: which, what it said, and how to mend it (English; the UI words it anew by `code`). */
export interface FilterProblem {
  readonly parameter: string;
  readonly value: string;
  readonly code:
    | 'unknown-value'
    | 'not-a-date'
    | 'date-order'
    | 'not-a-range'
    | 'not-a-box'
    | 'not-an-area'
    | 'too-long'
    | 'too-many'
    | 'not-a-number';
  readonly mend: string;
}

/** Address keys a dimension reads and writes. The API uses the same names. */
interface Dimension {
  readonly key: DimensionKey;
  readonly parameters: readonly string[];
  /** Values for the address; absent keys mean "not narrowed". */
  write(filter: EventFilter): Record<string, string>;
  read(values: ReadonlyMap<string, string>, problems: FilterProblem[]): FilterPart;
  /** The part that stops narrowing by this dimension. */
  readonly cleared: FilterPart;
}

export const filterLimits = { valuesPerList: 100, textLength: 200, areaCorners: 60 } as const;

interface ListOptions {
  readonly pattern: RegExp;
  readonly accept?: (value: string) => boolean;
  readonly mend: string;
  readonly upper?: boolean;
}

function readList(
  parameter: string,
  raw: string | undefined,
  options: ListOptions,
  problems: FilterProblem[],
): string[] {
  if (raw === undefined) return [];
  const kept: string[] = [];
  for (const part of raw.split(',')) {
    const value = options.upper ? part.trim().toUpperCase() : part.trim();
    if (value === '') continue;
    if (!options.pattern.test(value) || (options.accept && !options.accept(value))) {
      problems.push({ parameter, value: part.slice(0, 80), code: 'unknown-value', mend: options.mend });
    } else if (!kept.includes(value)) kept.push(value);
  }
  if (kept.length > filterLimits.valuesPerList) {
    problems.push({
      parameter,
      value: String(kept.length),
      code: 'too-many',
      mend: `Give at most ${filterLimits.valuesPerList} values.`,
    });
    kept.length = filterLimits.valuesPerList;
  }
  return kept.sort();
}

const joined = (key: string, values: readonly (string | number)[]): Record<string, string> =>
  values.length === 0 ? {} : { [key]: [...values].sort().join(',') };

function readDay(parameter: string, raw: string | undefined, problems: FilterProblem[]): CivilDay | null {
  if (raw === undefined || raw === '') return null;
  const day = parseIsoDay(raw);
  if (day === null) {
    problems.push({
      parameter,
      value: raw.slice(0, 80),
      code: 'not-a-date',
      mend: 'Enter a real date as YYYY-MM-DD, such as 2015-02-28.',
    });
  }
  return day;
}

function readTime(values: ReadonlyMap<string, string>, problems: FilterProblem[]): FilterPart {
  const from = readDay('from', values.get('from'), problems);
  const to = readDay('to', values.get('to'), problems);
  if (from !== null && to !== null && from > to) {
    problems.push({
      parameter: 'from',
      value: `${isoOf(from)} > ${isoOf(to)}`,
      code: 'date-order',
      mend: 'Let "from" be on or before "to".',
    });
    return { from: to, to: from };
  }
  return { from, to };
}

/** "1-4", "2" or "1,3" → levels; written back as a range when contiguous. */
function readPrecisions(raw: string | undefined, problems: FilterProblem[]): FilterPart {
  if (raw === undefined || raw === '') return {};
  const levels = new Set<PlacePrecision>();
  for (const part of raw.split(',')) {
    const match = /^([1-7])(?:-([1-7]))?$/.exec(part.trim());
    if (!match || (match[2] && match[2] < match[1]!)) {
      problems.push({
        parameter: 'prec',
        value: part.slice(0, 80),
        code: 'not-a-range',
        mend: 'Give levels 1 to 7, such as 1-4 or 1,3.',
      });
      continue;
    }
    for (const { level } of placePrecisions) {
      if (level >= Number(match[1]) && level <= Number(match[2] ?? match[1])) levels.add(level);
    }
  }
  return { precisions: [...levels].sort() };
}

function writePrecisions(levels: readonly number[]): Record<string, string> {
  const sorted = [...levels].sort();
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return {};
  const contiguous = sorted.length > 1 && last - first === sorted.length - 1;
  return { prec: contiguous ? `${first}-${last}` : sorted.join(',') };
}

const degrees = (value: number): string => String(Math.round(value * 10000) / 10000);

function readBbox(raw: string | undefined, problems: FilterProblem[]): Bbox | null {
  if (raw === undefined || raw === '') return null;
  const [west, south, east, north, ...rest] = raw
    .split(',')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const usable =
    rest.length === 0 &&
    west !== undefined &&
    south !== undefined &&
    east !== undefined &&
    north !== undefined &&
    Math.abs(west) <= 180 &&
    Math.abs(east) <= 180 &&
    south >= -90 &&
    north <= 90 &&
    south <= north;
  if (usable) return [west, south, east, north];
  problems.push({
    parameter: 'bbox',
    value: raw.slice(0, 80),
    code: 'not-a-box',
    mend: 'Give west,south,east,north in degrees, such as -82,-19,-68,0.',
  });
  return null;
}

function readArea(raw: string | undefined, problems: FilterProblem[]): readonly LatLon[] | null {
  if (raw === undefined || raw === '') return null;
  const ring = raw.split(';').map((pair) => {
    const [lat, lon, ...rest] = pair.split(',').map(Number);
    return rest.length === 0 &&
      lat !== undefined &&
      lon !== undefined &&
      Math.abs(lat) <= 90 &&
      Math.abs(lon) <= 180
      ? { lat, lon }
      : null;
  });
  const corners = ring.filter((corner): corner is LatLon => corner !== null);
  if (corners.length === ring.length && corners.length >= 3 && corners.length <= filterLimits.areaCorners)
    return corners;
  problems.push({
    parameter: 'area',
    value: raw.slice(0, 80),
    code: 'not-an-area',
    mend: `Give 3 to ${filterLimits.areaCorners} corners as lat,lon;lat,lon;…`,
  });
  return null;
}

/** "kg", "kg:100-", "usd:1000-50000", "people:-10". */
function readQuantity(raw: string | undefined, problems: FilterProblem[]): EventFilter['quantity'] {
  if (raw === undefined || raw === '') return null;
  const match = /^(kg|usd|people)(?::(\d+(?:\.\d+)?)?-(\d+(?:\.\d+)?)?)?$/.exec(raw);
  const measure = quantityMeasures.find((candidate) => candidate === match?.[1]);
  if (match && measure) {
    return {
      measure,
      min: match[2] === undefined ? null : Number(match[2]),
      max: match[3] === undefined ? null : Number(match[3]),
    };
  }
  problems.push({
    parameter: 'qty',
    value: raw.slice(0, 80),
    code: 'not-a-number',
    mend: 'Write kg, usd or people, with an optional range: kg:100-500.',
  });
  return null;
}

function writeQuantity(quantity: EventFilter['quantity']): Record<string, string> {
  if (!quantity) return {};
  const range =
    quantity.min === null && quantity.max === null ? '' : `:${quantity.min ?? ''}-${quantity.max ?? ''}`;
  return { qty: quantity.measure + range };
}

function readText(raw: string | undefined, problems: FilterProblem[]): FilterPart {
  if (raw === undefined) return {};
  if (raw.length > filterLimits.textLength) {
    problems.push({
      parameter: 'q',
      value: `${raw.length} characters`,
      code: 'too-long',
      mend: `Search for at most ${filterLimits.textLength} characters.`,
    });
  }
  return { text: raw.slice(0, filterLimits.textLength).trim() };
}

const slug = /^[a-z0-9][a-z0-9._-]{0,79}$/;
const isSubstance = (value: string): boolean => (substances as readonly string[]).includes(value);

/** The table of dimensions: how each is read from and written to an address. The API and the page use this one table. */
export const dimensions: { readonly [K in DimensionKey]: Dimension } = {
  country: {
    key: 'country',
    parameters: ['c'],
    write: (filter) => joined('c', filter.countries),
    read: (values, problems) => ({
      countries: readList(
        'c',
        values.get('c'),
        { pattern: /^[A-Z]{2}$/, upper: true, mend: 'Use two-letter country codes, such as PE,BO.' },
        problems,
      ),
    }),
    cleared: { countries: [] },
  },
  adm1: {
    key: 'adm1',
    parameters: ['adm1'],
    write: (filter) => joined('adm1', filter.adm1),
    read: (values, problems) => ({
      adm1: readList(
        'adm1',
        values.get('adm1'),
        { pattern: /^[A-Z]{2}\.[A-Z0-9]{1,6}$/, upper: true, mend: 'Use region codes, such as PE.AY.' },
        problems,
      ),
    }),
    cleared: { adm1: [] },
  },
  type: {
    key: 'type',
    parameters: ['type'],
    write: (filter) => joined('type', filter.types),
    read: (values, problems) => ({
      types: readList(
        'type',
        values.get('type'),
        {
          pattern: slug,
          accept: (value) => kindsOfType(value).length > 0,
          mend: 'Use kinds of event, such as seizure,shoot-down.',
        },
        problems,
      ),
    }),
    cleared: { types: [] },
  },
  time: {
    key: 'time',
    parameters: ['from', 'to'],
    write: (filter) => ({
      ...(filter.from === null ? {} : { from: isoOf(filter.from) }),
      ...(filter.to === null ? {} : { to: isoOf(filter.to) }),
    }),
    read: readTime,
    cleared: { from: null, to: null },
  },
  group: {
    key: 'group',
    parameters: ['group'],
    write: (filter) => joined('group', filter.groups),
    read: (values, problems) => ({
      groups: readList(
        'group',
        values.get('group'),
        { pattern: slug, mend: 'Use group ids, such as shining-path.' },
        problems,
      ),
    }),
    cleared: { groups: [] },
  },
  substance: {
    key: 'substance',
    parameters: ['substance'],
    write: (filter) => joined('substance', filter.substances),
    read: (values, problems) => ({
      substances: readList(
        'substance',
        values.get('substance'),
        { pattern: slug, accept: isSubstance, mend: `Use one of ${substances.join(', ')}.` },
        problems,
      ),
    }),
    cleared: { substances: [] },
  },
  source: {
    key: 'source',
    parameters: ['source'],
    write: (filter) => joined('source', filter.sources),
    read: (values, problems) => ({
      sources: readList(
        'source',
        values.get('source'),
        { pattern: slug, mend: 'Use source ids as listed on the Sources page.' },
        problems,
      ),
    }),
    cleared: { sources: [] },
  },
  precision: {
    key: 'precision',
    parameters: ['prec'],
    write: (filter) => writePrecisions(filter.precisions),
    read: (values, problems) => readPrecisions(values.get('prec'), problems),
    cleared: { precisions: [] },
  },
  text: {
    key: 'text',
    parameters: ['q'],
    write: (filter): Record<string, string> => (filter.text === '' ? {} : { q: filter.text }),
    read: (values, problems) => readText(values.get('q'), problems),
    cleared: { text: '' },
  },
  map: {
    key: 'map',
    parameters: ['bbox', 'area'],
    write: (filter) => ({
      ...(filter.bbox ? { bbox: filter.bbox.map(degrees).join(',') } : {}),
      ...(filter.area
        ? { area: filter.area.map((corner) => `${degrees(corner.lat)},${degrees(corner.lon)}`).join(';') }
        : {}),
    }),
    read: (values, problems) => ({
      bbox: readBbox(values.get('bbox'), problems),
      area: readArea(values.get('area'), problems),
    }),
    cleared: { bbox: null, area: null },
  },
  quantity: {
    key: 'quantity',
    parameters: ['qty'],
    write: (filter) => writeQuantity(filter.quantity),
    read: (values, problems) => ({ quantity: readQuantity(values.get('qty'), problems) }),
    cleared: { quantity: null },
  },
};

/** A filter from address values; what could not be used is dropped part by part and named in `problems`. */
export function readFilter(values: ReadonlyMap<string, string>, problems: FilterProblem[]): EventFilter {
  let filter = emptyFilter;
  for (const key of dimensionKeys) filter = { ...filter, ...dimensions[key].read(values, problems) };
  return filter;
}

/** Address values of a filter, only for what narrows. `readFilter(writeFilter(f))` gives f back. */
export function writeFilter(filter: EventFilter): Record<string, string> {
  return Object.assign({}, ...dimensionKeys.map((key) => dimensions[key].write(filter)));
}

/** The dimensions by which a filter narrows. */
export function activeDimensions(filter: EventFilter): DimensionKey[] {
  return dimensionKeys.filter((key) => Object.keys(dimensions[key].write(filter)).length > 0);
}

/** The filter without one dimension: "all but own" for facets, and what a removed chip leaves. */
export function withoutDimension(filter: EventFilter, key: DimensionKey): EventFilter {
  return { ...filter, ...dimensions[key].cleared };
}

/** A stable text for a filter: equal filters give equal keys (query caches, ETags). */
export function filterKey(filter: EventFilter): string {
  const values = writeFilter(filter);
  return Object.keys(values)
    .sort()
    .map((key) => `${key}=${values[key]}`)
    .join('&');
}
