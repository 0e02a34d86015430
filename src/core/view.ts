import { topics } from './article.ts';
import { type EventFilter, emptyFilter, type FilterProblem, readFilter, writeFilter } from './filter.ts';
import { type Measure, measures } from './measure.ts';
import { migrateParameters } from './migrate-view.ts';
import type { EventSort } from './query.ts';
import { degreesOf } from './read-values.ts';
import { type Bin, bins } from './time.ts';

/** Everything about a screen that a colleague should see again; it lives in the address (ux.md 3). */
export interface View {
  readonly filter: EventFilter;
  readonly measure: Measure;
  readonly bin: Bin | 'auto';
  readonly map: { readonly lat: number; readonly lon: number; readonly zoom: number } | null;
  readonly mapMode: MapMode;
  /** "Only what is on the map": the filter's bbox follows the map. */
  readonly onlyMap: boolean;
  readonly timeForm: TimeForm;
  /** Zoomed part of the time axis; null = all. */
  readonly axis: { readonly from: string; readonly to: string } | null;
  readonly pane: Pane;
  readonly list: FeedList;
  readonly sort: EventSort;
  readonly reading: Reading;
  /** Id of the event in focus, or null. */
  readonly selected: string | null;
  readonly lang: Lang | null;
  /** Data version the link was made with, or null. */
  readonly asof: string | null;
}

/** What narrows and orders articles beside the filter. */
export interface Reading {
  /** Topic keys. */
  readonly topics: readonly string[];
  /** Exact name of one outlet. */
  readonly outlet: string | null;
  /** Languages of the headline. */
  readonly languages: readonly Lang[];
  /** Null = best match when words are searched, else newest first. */
  readonly order: ArticleOrder | null;
}
export const articleOrders = ['relevance', 'newest', 'oldest'] as const;
export type ArticleOrder = (typeof articleOrders)[number];

export const mapModes = [
  'auto',
  'cells',
  'density',
  'hot',
  'trend',
  'hot-regions',
  'trend-regions',
  'regions',
  'countries',
  'rates',
  'events',
] as const;
/** `auto` = cells, and from close by single events where they are few. `rates` = countries per 100,000 people. */
export type MapMode = (typeof mapModes)[number];
/** What is really drawn. */
export type MapForm = Exclude<MapMode, 'auto'>;
/** What the map's switch offers; `trend` and those by region are views of the hot spots, `countries` and `rates` are views of the regions. */
export const mapChoices = [
  'cells',
  'density',
  'hot',
  'regions',
  'events',
] as const satisfies readonly MapForm[];
export type MapChoice = (typeof mapChoices)[number];

/** What a map of hot spots shows: where they are, or what became of them; over cells, or over first-level regions. */
export interface HotForm {
  readonly view: 'hot' | 'trend';
  readonly over: 'cells' | 'regions';
}
const hotForms = {
  hot: { view: 'hot', over: 'cells' },
  trend: { view: 'trend', over: 'cells' },
  'hot-regions': { view: 'hot', over: 'regions' },
  'trend-regions': { view: 'trend', over: 'regions' },
} as const satisfies Partial<Record<MapForm, HotForm>>;
export type HotMode = keyof typeof hotForms;

/** Whether a mode tests cells or regions against chance; it counts events, whatever the measure. */
export function isHot(mode: MapMode): mode is HotMode {
  return mode in hotForms;
}

export const hotFormOf = (mode: HotMode): HotForm => hotForms[mode];

export const hotModeOf = ({ view, over }: HotForm): HotMode => (over === 'cells' ? view : `${view}-regions`);

/** Where the map's switch stands in a form. */
export function mapChoiceOf(form: MapForm): MapChoice {
  if (isHot(form)) return 'hot';
  return form === 'countries' || form === 'rates' ? 'regions' : form;
}
/** A lane a family or kind, or all families on one another. */
export const timeForms = ['lanes', 'stacked'] as const;
export type TimeForm = (typeof timeForms)[number];
export const panes = ['map', 'time', 'feed'] as const;
export type Pane = (typeof panes)[number];
/** What stands in the feed: events, articles, or the places by number. */
export const feedLists = ['events', 'articles', 'rank'] as const;
export type FeedList = (typeof feedLists)[number];
export const langs = ['en', 'es', 'pt'] as const;
export type Lang = (typeof langs)[number];
const sorts = [
  'newest',
  'oldest',
  'kg',
  'usd',
  'people',
  'country',
  'kind',
] as const satisfies readonly EventSort[];

export const allReading: Reading = { topics: [], outlet: null, languages: [], order: null };

export const defaultView: View = {
  filter: emptyFilter,
  measure: 'count',
  bin: 'auto',
  map: null,
  mapMode: 'auto',
  onlyMap: false,
  timeForm: 'lanes',
  axis: null,
  pane: 'map',
  list: 'events',
  sort: 'newest',
  reading: allReading,
  selected: null,
  lang: null,
  asof: null,
};

export const addressVersion = '1';
export const maxAddressLength = 2000;

const filterParameters = new Set([
  'c',
  'adm1',
  'type',
  'from',
  'to',
  'group',
  'substance',
  'source',
  'prec',
  'q',
  'bbox',
  'area',
  'cell',
  'qty',
]);
const viewParameters = new Set([
  'v',
  'unit',
  'bin',
  'map',
  'mode',
  'in',
  'axis',
  'time',
  'view',
  'list',
  'sort',
  'topic',
  'outlet',
  'hl',
  'order',
  'sel',
  'lang',
  'asof',
]);

export interface ReadView {
  readonly view: View;
  /** Parts that were dropped, one by one; everything else applies. */
  readonly problems: readonly FilterProblem[];
}

function oneOf<T extends string>(
  key: string,
  raw: string | undefined,
  allowed: readonly T[],
  fallback: T,
  problems: FilterProblem[],
): T {
  if (raw === undefined) return fallback;
  const found = allowed.find((value) => value === raw);
  if (found !== undefined) return found;
  problems.push({
    parameter: key,
    value: raw.slice(0, 80),
    code: 'unknown-value',
    mend: `Use one of ${allowed.join(', ')}.`,
  });
  return fallback;
}

function readMap(raw: string | undefined, problems: FilterProblem[]): View['map'] {
  if (raw === undefined) return null;
  const [lat, lon, zoom, ...rest] = raw.split(',').map(degreesOf);
  const usable =
    rest.length === 0 &&
    lat !== undefined &&
    lon !== undefined &&
    zoom !== undefined &&
    Math.abs(lat) <= 85 &&
    Math.abs(lon) <= 180 &&
    zoom >= 1 &&
    zoom <= 18;
  if (usable) return { lat, lon, zoom };
  problems.push({
    parameter: 'map',
    value: raw.slice(0, 80),
    code: 'not-a-box',
    mend: 'Give latitude,longitude,zoom, such as -9.2,-75,6.',
  });
  return null;
}

function readAxis(raw: string | undefined, problems: FilterProblem[]): View['axis'] {
  if (raw === undefined) return null;
  const match = /^(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})$/.exec(raw);
  if (match?.[1] && match[2] && match[1] < match[2]) return { from: match[1], to: match[2] };
  problems.push({
    parameter: 'axis',
    value: raw.slice(0, 80),
    code: 'not-a-date',
    mend: 'Give two dates, such as 2014-01-01_2015-12-31.',
  });
  return null;
}

function readToken(
  key: string,
  raw: string | undefined,
  pattern: RegExp,
  problems: FilterProblem[],
): string | null {
  if (raw === undefined || raw === '') return null;
  if (pattern.test(raw)) return raw;
  problems.push({
    parameter: key,
    value: raw.slice(0, 80),
    code: 'unknown-value',
    mend: 'Copy the link again.',
  });
  return null;
}

function readMany<T extends string>(
  key: string,
  raw: string | undefined,
  allowed: readonly T[],
  problems: FilterProblem[],
): T[] {
  const given = (raw ?? '').split(',').filter((part) => part !== '');
  const kept = allowed.filter((value) => given.includes(value));
  for (const value of given.filter((part) => !kept.some((known) => known === part)).slice(0, 5)) {
    const mend = `Use any of ${allowed.join(', ')}.`;
    problems.push({ parameter: key, value: value.slice(0, 80), code: 'unknown-value', mend });
  }
  return kept.sort();
}

function readReading(values: ReadonlyMap<string, string>, problems: FilterProblem[]): Reading {
  return {
    topics: readMany('topic', values.get('topic'), topics, problems),
    outlet: values.get('outlet')?.slice(0, 200) || null,
    languages: readMany('hl', values.get('hl'), langs, problems),
    order: values.has('order')
      ? oneOf('order', values.get('order'), articleOrders, 'newest', problems)
      : null,
  };
}

function readingValues({ topics: chosen, outlet, languages, order }: Reading): Record<string, string> {
  return {
    ...(chosen.length > 0 ? { topic: [...chosen].sort().join(',') } : {}),
    ...(outlet === null ? {} : { outlet }),
    ...(languages.length > 0 ? { hl: [...languages].sort().join(',') } : {}),
    ...(order === null ? {} : { order }),
  };
}

function firstValues(search: string, problems: FilterProblem[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const [key, value] of new URLSearchParams(search.slice(0, 8192))) {
    if (!filterParameters.has(key) && !viewParameters.has(key)) {
      problems.push({
        parameter: key.slice(0, 40),
        value: value.slice(0, 80),
        code: 'unknown-value',
        mend: 'This part of the address is not known and was left out.',
      });
    } else if (!values.has(key)) values.set(key, value);
  }
  return values;
}

/** A view from an address's search part ("?v=1&c=PE…"). Never throws: bad parts fall back one by one and are named. */
export function readView(search: string): ReadView {
  const problems: FilterProblem[] = [];
  const values = firstValues(migrateParameters(search), problems);
  const version = values.get('v');
  if (version !== undefined && version !== addressVersion) {
    problems.push({
      parameter: 'v',
      value: version.slice(0, 80),
      code: 'unknown-value',
      mend: 'This link was made by another version; what is known of it applies.',
    });
  }
  const lang = values.has('lang') ? oneOf('lang', values.get('lang'), langs, 'en', problems) : null;
  const view: View = {
    filter: readFilter(values, problems),
    measure: oneOf('unit', values.get('unit'), measures, 'count', problems),
    bin: oneOf('bin', values.get('bin'), ['auto', ...bins], 'auto', problems),
    map: readMap(values.get('map'), problems),
    mapMode: oneOf('mode', values.get('mode'), mapModes, 'auto', problems),
    onlyMap: oneOf('in', values.get('in'), ['all', 'map'], 'all', problems) === 'map',
    timeForm: oneOf('time', values.get('time'), timeForms, 'lanes', problems),
    axis: readAxis(values.get('axis'), problems),
    pane: oneOf('view', values.get('view'), panes, 'map', problems),
    list: oneOf('list', values.get('list'), feedLists, 'events', problems),
    sort: oneOf('sort', values.get('sort'), sorts, 'newest', problems),
    reading: readReading(values, problems),
    selected: readToken('sel', values.get('sel'), /^[a-z0-9][a-z0-9._-]{0,79}$/, problems),
    lang,
    asof: readToken('asof', values.get('asof'), /^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.[0-9a-f]{4,16})?$/, problems),
  };
  return { view, problems };
}

const short = (value: number, digits: number): string => String(Number(value.toFixed(digits)));

function screenValues(view: View): Record<string, string> {
  const values: Record<string, string> = {};
  if (view.measure !== 'count') values.unit = view.measure;
  if (view.bin !== 'auto') values.bin = view.bin;
  if (view.map) values.map = `${short(view.map.lat, 4)},${short(view.map.lon, 4)},${short(view.map.zoom, 2)}`;
  if (view.mapMode !== 'auto') values.mode = view.mapMode;
  if (view.onlyMap) values.in = 'map';
  if (view.timeForm !== 'lanes') values.time = view.timeForm;
  if (view.axis) values.axis = `${view.axis.from}_${view.axis.to}`;
  if (view.pane !== 'map') values.view = view.pane;
  if (view.list !== 'events') values.list = view.list;
  if (view.sort !== 'newest') values.sort = view.sort;
  if (view.selected) values.sel = view.selected;
  if (view.lang) values.lang = view.lang;
  if (view.asof) values.asof = view.asof;
  return values;
}

/** Keeps commas, colons and semicolons readable; everything else is percent-encoded. */
function readable(value: string): string {
  return encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%3B', ';');
}

/** The search part for a view: "" for the default view, else "?v=1&…" with keys in alphabetical order after v. */
export function writeView(view: View): string {
  const values = { ...writeFilter(view.filter), ...screenValues(view), ...readingValues(view.reading) };
  const keys = Object.keys(values).sort();
  if (keys.length === 0) return '';
  return `?v=${addressVersion}&${keys.map((key) => `${key}=${readable(values[key] ?? '')}`).join('&')}`;
}
