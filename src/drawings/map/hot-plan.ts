import { type EventFilter, withoutDimension } from '#core/filter.ts';
import type { BaseMap } from '#core/geo/base-map.ts';
import { type Cell, cellCentre, cellKey } from '#core/geo/hexagon.ts';
import type { MultiPolygon } from '#core/geo/lonlat.ts';
import { pointInRing } from '#core/geo/polygon.ts';
import type {
  Answer,
  CellsAnswer,
  CellsQuery,
  CountAnswer,
  CoverageAnswer,
  ExtentAnswer,
  FacetAnswer,
  FacetQuery,
  Query,
  SeriesAnswer,
} from '#core/query.ts';
import { addBins, type Bin, binEnd, binStart, type CivilDay } from '#core/time.ts';
import type { HotForm } from '#core/view.ts';
import {
  cellStudy,
  type HotModel,
  type HotPeriods,
  type HotStudy,
  hotModel,
  regionStudy,
  trendModel,
} from '#figures/map/hot-model.ts';
import { LEAST_EXPECTED, LEAST_PLACES } from '#stats/hot-spots.ts';
import {
  cellsOnLand,
  type Fit,
  type StudyArea,
  studyArea,
  studyRegions,
  zoomToTest,
} from '#stats/study-area.ts';
import { LEAST_PERIODS } from '#stats/trend.ts';

type View = HotForm['view'];

/** Steps of time that a trend may be made of, the longest first. */
const STEPS = ['year', 'quarter', 'month'] as const satisfies readonly Bin[];
/** More periods than this would cost more than they tell; the latest are taken. */
const MOST_PERIODS = 40;
/** Cells that the chosen size should give: with fewer, little can stand out. */
const WANTED_PLACES = 100;
/** Events expected around a cell that the chosen cell size should leave, so that a test has some power. */
const WANTED_EXPECTED = 3 * LEAST_EXPECTED;

/** What must be known before cells are asked for: how much there is, of which countries, and when. */
export function outlineQueries(filter: EventFilter, view: View): readonly Query[] {
  const count: Query = { kind: 'count', filter, measure: 'count' };
  const countries: Query = {
    kind: 'facet',
    filter: withoutDimension(filter, 'time'),
    dimension: 'country',
    measure: 'count',
  };
  if (view === 'hot') return [count, countries];
  const series = STEPS.map(
    (bin): Query => ({ kind: 'series', filter, bin, measure: 'count', split: null, domain: null }),
  );
  return [count, countries, { kind: 'extent', filter }, coverageQuery(filter), ...series];
}

const coverageQuery = (filter: EventFilter): Query => ({
  kind: 'coverage',
  filter,
  bin: 'year',
  domain: filter.from === null || filter.to === null ? null : { from: filter.from, to: filter.to },
});

/** The answers to `outlineQueries`, in any order. */
export interface Outline {
  readonly count: CountAnswer;
  readonly countries: FacetAnswer;
  readonly extent: ExtentAnswer | null;
  readonly coverage: CoverageAnswer | null;
  readonly series: readonly SeriesAnswer[];
}

/** The answers to `outlineQueries`; null where they are not. */
export function readOutline(answers: readonly Answer[]): Outline | null {
  const of = <K extends Answer['kind']>(kind: K) =>
    answers.filter((answer): answer is Extract<Answer, { kind: K }> => answer.kind === kind);
  const [count] = of('count');
  const [countries] = of('facet');
  // An overview may not know how many can be placed.
  if (!count || !countries || count.notPlaced === null) return null;
  const [extent = null] = of('extent');
  const [coverage = null] = of('coverage');
  return { count, countries, extent, coverage, series: of('series') };
}

/** What to compare, and the questions that give its counts: the whole first, then each period. */
export interface HotPlan {
  /** Cells compared; null where regions are. */
  readonly study: StudyArea | null;
  readonly regions: HotStudy<FacetAnswer> | null;
  readonly periods: HotPeriods | null;
  readonly sourceChanges: number;
  readonly queries: readonly (CellsQuery | FacetQuery)[];
}

/**
 * Decides the study area, the size of the cells and the periods. Null while the outlines that the filter needs are not there.
 * The countries are those chosen of which the sources in view report anything at any date, so that "none here" is a 0 of a
 * covered country and not a gap in the data. `asOf` is the day the data speaks of: a period not yet over then is no period.
 */
export function planHotSpots(
  outline: Outline,
  filter: EventFilter,
  { view, over }: HotForm,
  mapZoom: number,
  base: BaseMap,
  asOf: CivilDay | null,
): HotPlan | null {
  const periods = view === 'trend' ? periodsIn(outline, filter, asOf) : null;
  const sourceChanges = changesWithin(outline.coverage, periods);
  if (over === 'regions') {
    const regions = regionsOf(outline.countries, filter, base);
    const facet = (of: EventFilter): FacetQuery => ({
      ...{ kind: 'facet', filter: of, dimension: 'adm1', measure: 'count' },
    });
    return (
      regions && { study: null, regions, periods, sourceChanges, queries: eachPeriod(facet, filter, periods) }
    );
  }
  const land = landOf(outline.countries, filter, base);
  if (land === null) return null;
  const studyAt = (zoom: number): StudyArea => areaAt(land, filter, zoom);
  const counts = periodCounts(outline, periods);
  const needed = periods ? Math.min(LEAST_PERIODS, counts.length) : 1;
  const fitOf = (zoom: number): Fit => {
    const places = studyAt(zoom).cells.length;
    const rich = counts.filter((count) => (7 * count) / places >= WANTED_EXPECTED).length;
    if (places < LEAST_PLACES || rich < needed) return 'no';
    return places >= WANTED_PLACES ? 'well' : 'barely';
  };
  const study = studyAt(zoomToTest(mapZoom, fitOf) ?? zoomToTest(mapZoom, () => 'barely') ?? mapZoom);
  const cells = (of: EventFilter): CellsQuery => ({
    kind: 'cells',
    filter: of,
    zoom: study.zoom,
    viewport: null,
    measure: 'count',
  });
  return { study, regions: null, periods, sourceChanges, queries: eachPeriod(cells, filter, periods) };
}

/** A question about the whole, then about each period. */
function eachPeriod<Q>(
  ask: (of: EventFilter) => Q,
  filter: EventFilter,
  periods: HotPeriods | null,
): readonly Q[] {
  const windows = periods?.starts.map((from) =>
    ask({ ...filter, from, to: addBins(from, periods.bin, 1) - 1 }),
  );
  return [ask(filter), ...(windows ?? [])];
}

/** The regions of what is compared, those within the filter's own area on the map; null while they are not there. */
function regionsOf(facet: FacetAnswer, filter: EventFilter, { adm1 }: BaseMap): HotStudy<FacetAnswer> | null {
  if (!adm1) return null;
  const covered = coveredIn(facet, filter);
  const chosen = new Set(filter.adm1);
  // A facet leaves the choice of its own dimension aside.
  const isWanted = (id: string): boolean => chosen.size === 0 || chosen.has(id);
  const ids = [...adm1.index.values()]
    .filter(({ id, country }) => covered.has(country) && isWanted(id) && adm1.units.has(id))
    .filter(({ lon, lat }) => isIn(lon, lat, filter))
    .map(({ id }) => id);
  return regionStudy(studyRegions(adm1.neighbours(), ids), adm1.index, isWanted);
}

/** Countries compared: those chosen of which the sources in view report anything at any date. */
function coveredIn(facet: FacetAnswer, { countries }: EventFilter): ReadonlySet<string> {
  const keys = facet.values.map(({ key }) => key);
  return new Set(countries.length > 0 ? keys.filter((key) => countries.includes(key)) : keys);
}

/** Events that can be placed: all of them, or of each period (the placed share of the whole is taken for each). */
function periodCounts({ count, series }: Outline, periods: HotPeriods | null): number[] {
  const placed = count.total.events - (count.notPlaced ?? 0);
  if (!periods) return [placed];
  const share = count.total.events > 0 ? placed / count.total.events : 0;
  const own = series.find(({ bin }) => bin === periods.bin);
  const events = own?.series[0]?.events ?? [];
  return periods.starts.map((start) => share * (events[own?.starts.indexOf(start) ?? -1] ?? 0));
}

/** Outlines of what is compared; null while provinces are wanted and not there. */
function landOf(facet: FacetAnswer, filter: EventFilter, base: BaseMap): MultiPolygon | null {
  if (filter.adm1.length > 0) {
    const { adm1 } = base;
    if (!adm1) return null;
    return filter.adm1.flatMap((id) => adm1.units.get(id)?.polygons ?? []);
  }
  const covered = coveredIn(facet, filter);
  return base.countries.filter(({ id }) => covered.has(id)).flatMap(({ polygons }) => polygons);
}

const kept = new WeakMap<MultiPolygon[number], Map<string, StudyArea>>();

/** The study area at a zoom. Kept with the land it stands on, since a brushed window asks for the same again and again. */
function areaAt(land: MultiPolygon, filter: EventFilter, zoom: number): StudyArea {
  const { bbox, area, cell } = filter;
  const first = land[0];
  if (!first) return studyArea(zoom, []);
  const areas = kept.get(first) ?? new Map<string, StudyArea>();
  kept.set(first, areas);
  const key = JSON.stringify([zoom, land.length, filter.countries, filter.adm1, bbox, area, cell]);
  const known = areas.get(key);
  if (known) return known;
  const made = studyArea(
    zoom,
    cellsOnLand(land, zoom).filter((own) => isWithin(own, filter)),
  );
  if (areas.size >= 12) areas.clear();
  areas.set(key, made);
  return made;
}

/** Whether the filter's own area on the map holds the cell's centre. */
function isWithin(cell: Cell, filter: EventFilter): boolean {
  if (filter.cell) return cellKey(filter.cell) === cellKey(cell);
  const { lon, lat } = cellCentre(cell);
  return isIn(lon, lat, filter);
}

function isIn(lon: number, lat: number, { bbox, area }: EventFilter): boolean {
  if (bbox && (lon < bbox[0] || lat < bbox[1] || lon > bbox[2] || lat > bbox[3])) return false;
  return (
    !area ||
    pointInRing(
      area.map((corner) => [corner.lon, corner.lat] as const),
      lon,
      lat,
    )
  );
}

/** Whole years from the first event's to the last's within the dates, or quarters or months where there are fewer than ten; null where even those are too few. */
function periodsIn({ extent }: Outline, filter: EventFilter, asOf: CivilDay | null): HotPeriods | null {
  if (!extent || extent.from === null || extent.to === null) return null;
  for (const bin of STEPS) {
    const from = Math.max(filter.from ?? -Infinity, binStart(extent.from, bin));
    const until = Math.min(filter.to ?? Infinity, asOf ?? extent.to, binEnd(extent.to, bin));
    const starts = wholeBins(from, until, bin);
    if (starts.length < LEAST_PERIODS) continue;
    const last = starts.slice(-MOST_PERIODS);
    return { bin, starts: last, end: addBins(last.at(-1)!, bin, 1) - 1 };
  }
  return null;
}

/** Starts of the bins that lie wholly between two days. */
function wholeBins(from: CivilDay, to: CivilDay, bin: Bin): CivilDay[] {
  const starts: CivilDay[] = [];
  let start = binStart(from, bin);
  if (start < from) start = addBins(start, bin, 1);
  for (; addBins(start, bin, 1) - 1 <= to; start = addBins(start, bin, 1)) starts.push(start);
  return starts;
}

/** Sources that begin or end inside the periods, the first and last year left out: there everything begins and ends. */
function changesWithin(coverage: CoverageAnswer | null, periods: HotPeriods | null): number {
  if (!coverage || !periods) return 0;
  const [first = 0] = periods.starts;
  const changed = coverage.changes.filter(({ bin }) => {
    const start = coverage.starts[bin] ?? 0;
    return start > first && addBins(start, 'year', 1) - 1 < periods.end;
  });
  const sources = new Set(changed.flatMap(({ began, ended }) => [...began, ...ended]));
  return sources.size;
}

/** The hot spots that a plan's answers show; null when the answers are not those of the plan. */
export function hotModelOf(plan: HotPlan, answers: readonly Answer[], view: View): HotModel | null {
  const { study, regions } = plan;
  if (regions) return modelOf(plan, regions, answers.filter(isFacet), view);
  if (!study) return null;
  const cells = answers.filter(isCells);
  return cells[0]?.zoom === study.zoom ? modelOf(plan, cellStudy(study), cells, view) : null;
}

const isFacet = (answer: Answer): answer is FacetAnswer =>
  answer.kind === 'facet' && answer.dimension === 'adm1';
const isCells = (answer: Answer): answer is CellsAnswer => answer.kind === 'cells';

function modelOf<A extends Answer>(
  { periods, sourceChanges, queries }: HotPlan,
  study: HotStudy<A>,
  [whole, ...steps]: readonly A[],
  view: View,
): HotModel | null {
  if (!whole || steps.length + 1 !== queries.length) return null;
  return view === 'trend' ? trendModel(study, whole, periods, steps, sourceChanges) : hotModel(study, whole);
}
