import { type Cell, cellKey } from './geo/hexagon.ts';
import type { QuantityMeasure } from './measure.ts';
import type { Bbox, LatLon, PlacePrecision } from './place.ts';
import {
  degrees,
  type FilterProblem,
  joined,
  readArea,
  readBbox,
  readCell,
  readList,
  readPrecisions,
  readQuantity,
  readText,
  readTime,
  writePrecisions,
  writeQuantity,
} from './read-values.ts';
import { kindsOfType, substances } from './taxonomy.ts';
import { type CivilDay, type DatePrecision, datePrecisions, isoOf } from './time.ts';

export { type FilterProblem, filterLimits } from './read-values.ts';

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
  /** How exactly the date is known. */
  readonly datePrecisions: readonly DatePrecision[];
  /** Full-text search words, as typed. */
  readonly text: string;
  /** Map area, placed events only. */
  readonly bbox: Bbox | null;
  /** Drawn area (open ring), placed events only. */
  readonly area: readonly LatLon[] | null;
  /** One hexagon of the map (core/geo/hexagon.ts), placed events only: exactly the members of an opened cell. */
  readonly cell: Cell | null;
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
  datePrecisions: [],
  text: '',
  bbox: null,
  area: null,
  cell: null,
  quantity: null,
};

/** The dimensions a filter narrows by; bbox, area and cell are one ("map"). Masks and SQL are Records over these keys. */
export const dimensionKeys = [
  'country',
  'adm1',
  'type',
  'time',
  'group',
  'substance',
  'source',
  'precision',
  'datePrecision',
  'text',
  'map',
  'quantity',
] as const;
export type DimensionKey = (typeof dimensionKeys)[number];

export type FilterPart = Partial<EventFilter>;

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

const slug = /^[a-z0-9][a-z0-9._-]{0,79}$/;
const isDatePrecision = (value: string): value is DatePrecision =>
  (datePrecisions as readonly string[]).includes(value);
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
  datePrecision: {
    key: 'datePrecision',
    parameters: ['dprec'],
    write: (filter) => joined('dprec', filter.datePrecisions),
    read: (values, problems) => ({
      datePrecisions: readList(
        'dprec',
        values.get('dprec'),
        { pattern: slug, accept: isDatePrecision, mend: `Use some of ${datePrecisions.join(', ')}.` },
        problems,
      ).filter(isDatePrecision),
    }),
    cleared: { datePrecisions: [] },
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
    parameters: ['bbox', 'area', 'cell'],
    write: (filter) => ({
      ...(filter.bbox ? { bbox: filter.bbox.map(degrees).join(',') } : {}),
      ...(filter.area
        ? { area: filter.area.map((corner) => `${degrees(corner.lat)},${degrees(corner.lon)}`).join(';') }
        : {}),
      ...(filter.cell ? { cell: cellKey(filter.cell) } : {}),
    }),
    read: (values, problems) => ({
      bbox: readBbox(values.get('bbox'), problems),
      area: readArea(values.get('area'), problems),
      cell: readCell(values.get('cell'), problems),
    }),
    cleared: { bbox: null, area: null, cell: null },
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
