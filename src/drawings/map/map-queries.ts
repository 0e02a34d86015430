import { type EventFilter, withoutDimension } from '#core/filter.ts';
import type { Measure } from '#core/measure.ts';
import type { Bbox, PlacePrecision } from '#core/place.ts';
import type {
  Answer,
  AreasQuery,
  CellsQuery,
  ExtentQuery,
  FacetAnswer,
  FacetQuery,
  PointsAnswer,
  PointsQuery,
  Query,
} from '#core/query.ts';
import { isHot, type MapForm, type MapMode } from '#core/view.ts';
import { isRegional, type MapModelInput, shownMeasure } from '#figures/map/map-model.ts';

/** Single marks sent to the map at most; more are said to be held back. */
export const MOST_POINTS = 4000;
/** `auto` draws single events from this zoom on, where no more than so many are in view. */
export const SINGLE_FROM_ZOOM = 8;
export const MOST_SINGLE = 1000;
/** From this zoom on only what is near the viewport is asked for. */
const CLIP_FROM_ZOOM = 7;

export interface MapAsk {
  readonly filter: EventFilter;
  /** The filter whose events the map is fitted to: while dates are dragged still that of before, since a map keeps still then. */
  readonly fitted?: EventFilter;
  readonly mode: MapMode;
  readonly measure: Measure;
  readonly cellZoom: number;
  /** What is in sight; null while unknown. */
  readonly bbox: Bbox | null;
}

/** Width to height of the longest pictures that are exported, upright or lying: they show more than the screen does. */
const LONGEST = 16 / 9;

/** The viewport and a margin of its own size around it, so that a short pan shows no edge; up to a picture `longest` times as long as wide. */
function widened(bbox: Bbox | null, longest = 1): Bbox | null {
  if (bbox === null) return null;
  const [west, south, east, north] = bbox;
  // A degree of latitude is longer on the map than one of longitude, the more the farther from the equator.
  const stretch = 1 / Math.cos((((south + north) / 2) * Math.PI) / 180);
  const width = east - west;
  const height = (north - south) * stretch;
  const aside = Math.max(width, height * longest - width) / 2;
  const above = Math.max(height, width * longest - height) / 2 / stretch;
  return [
    Math.max(-180, west - aside),
    Math.max(-85, south - above),
    Math.min(180, east + aside),
    Math.min(85, north + above),
  ];
}

/** What is near what is in sight: all that is asked for from closer by; null for everything. */
const nearOf = ({ cellZoom, bbox }: Pick<MapAsk, 'cellZoom' | 'bbox'>, longest = 1): Bbox | null =>
  cellZoom >= CLIP_FROM_ZOOM ? widened(bbox, longest) : null;

/** Levels of events with a place of their own. */
const SINGLE_LEVELS: readonly PlacePrecision[] = [1, 2, 3, 7];

const isClose = ({ mode, cellZoom }: Pick<MapAsk, 'mode' | 'cellZoom'>): boolean =>
  mode === 'auto' && cellZoom >= SINGLE_FROM_ZOOM;

/** What the map asks in a mode, hot spots apart (use-hot-spots.ts); the faint rest only while dates narrow. */
export function mapQueries(ask: MapAsk): readonly Query[] {
  const { filter, mode, cellZoom: zoom, bbox } = ask;
  const measure = shownMeasure(mode, ask.measure);
  const all = withoutDimension(filter, 'time');
  const dated = filter.from !== null || filter.to !== null;
  const viewport = nearOf(ask, LONGEST);
  // The nearer, the fewer are held back.
  const singles = (of: EventFilter, limit: number): PointsQuery => ({
    ...{ kind: 'points', filter: of, viewport: nearOf(ask), precisions: SINGLE_LEVELS, limit },
  });
  const cells = (of: EventFilter): CellsQuery => ({
    ...{ kind: 'cells', filter: of, zoom, viewport, measure, coarser: true },
  });
  const extent: ExtentQuery = { kind: 'extent', filter: ask.fitted ?? filter, coarser: true };
  const areas = (of: EventFilter): AreasQuery => ({ kind: 'areas', filter: of });
  if (isHot(mode)) return [extent];
  if (isRegional(mode)) {
    const dimension: FacetQuery['dimension'] = mode === 'regions' ? 'adm1' : 'country';
    return [extent, { kind: 'facet', filter, dimension, measure }];
  }
  if (mode === 'density')
    return [extent, { kind: 'density', filter, zoom, viewport: viewport ?? widened(bbox) }, cells(filter)];
  if (mode === 'events') {
    return [
      extent,
      areas(filter),
      singles(filter, MOST_POINTS),
      ...(dated ? [areas(all), singles(all, MOST_POINTS)] : []),
    ];
  }
  return [
    extent,
    areas(filter),
    ...(isClose(ask) ? [singles(filter, MOST_SINGLE)] : []),
    cells(filter),
    ...(dated ? [cells(all), areas(all)] : []),
  ];
}

/** Single marks and where to look, which come later than bodies: on the server when a brush rests, here with the rows. */
export const isLate = ({ kind }: Query): boolean => kind === 'points' || kind === 'extent';

/** The answers to the questions of a kind, in their order; null where one is awaited. */
function answersTo<K extends Answer['kind']>(
  kind: K,
  queries: readonly Query[],
  answers: readonly (Answer | null)[],
): (Extract<Answer, { kind: K }> | null)[] {
  const is = (answer: Answer | null): answer is Extract<Answer, { kind: K }> => answer?.kind === kind;
  return queries.flatMap((query, i) => {
    if (query.kind !== kind) return [];
    const answer = answers[i] ?? null;
    return [is(answer) ? answer : null];
  });
}

/**
 * What the answers to `mapQueries` give the model. `auto` becomes single events where all of those in view are there and
 * few; while rows still arrive it stays with cells, so that the map does not change its form twice.
 */
export function mapInput(
  ask: MapAsk,
  answers: readonly (Answer | null)[],
  complete: boolean,
): Pick<
  MapModelInput,
  | 'mode'
  | 'measure'
  | 'cells'
  | 'faintCells'
  | 'points'
  | 'areas'
  | 'faintPoints'
  | 'faintAreas'
  | 'near'
  | 'regions'
  | 'density'
> {
  const queries = mapQueries(ask);
  const ofKind = <K extends Answer['kind']>(kind: K) => answersTo(kind, queries, answers);
  const [points = null, faintPoints = null] = ofKind('points');
  const [areas = null, faintAreas = null] = ofKind('areas');
  const single = isClose(ask) && complete ? points : null;
  const mode = formOf(ask, single);
  const [cells = null, faintCells = null] = ofKind('cells');
  const [density = null] = ofKind('density');
  return {
    mode,
    measure: ask.measure,
    ...{ cells, density, areas },
    points: mode === 'events' ? points : null,
    // What lies outside the dates is known once it is known what lies within, in cells of one size.
    faintCells: cells && cells.zoom === faintCells?.zoom ? faintCells : null,
    faintPoints: points && faintPoints,
    faintAreas: areas && faintAreas,
    near: nearOf(ask),
    regions: regionsIn(ofKind('facet'), ask),
  };
}

/** One country has no countries to compare: its regions are shown instead. */
export function modeWithin(mode: MapMode): MapMode {
  return mode === 'countries' || mode === 'rates' ? 'regions' : mode;
}

/** How the events are drawn. */
export function formOf({ mode }: Pick<MapAsk, 'mode'>, single: PointsAnswer | null): MapForm {
  if (mode !== 'auto') return mode;
  return single && !single.truncated && single.matched > 0 ? 'events' : 'cells';
}

/** The mode for a choice of the switch: cells chosen from afar are also what `auto` shows there. */
export function modeFor(choice: MapForm, cellZoom: number): MapMode {
  return choice === 'cells' && cellZoom < SINGLE_FROM_ZOOM ? 'auto' : choice;
}

/** Totals by province, or by country: only the chosen ones, since a facet ignores the choice in its own dimension. */
function regionsIn(facets: readonly (FacetAnswer | null)[], { mode, filter }: MapAsk): FacetAnswer | null {
  const dimension = mode === 'regions' ? 'adm1' : 'country';
  const facet = facets.find((candidate) => candidate?.dimension === dimension) ?? null;
  if (!facet || dimension === 'adm1' || filter.countries.length === 0) return facet;
  return { ...facet, values: facet.values.filter(({ key }) => filter.countries.includes(key)) };
}
