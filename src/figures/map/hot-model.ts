import type { Adm1Entry } from '#core/geo/adm1-lookup.ts';
import { CELL_RADIUS, type Cell, cellCentre, cellKey } from '#core/geo/hexagon.ts';
import { metresPerPixel } from '#core/geo/mercator.ts';
import type { Answer, CellsAnswer, FacetAnswer } from '#core/query.ts';
import type { Bin, CivilDay } from '#core/time.ts';
import type { HotForm } from '#core/view.ts';
import { type SpotTest, type TestProblem, testSpots } from '#stats/hot-spots.ts';
import type { StudyArea, StudyRegions } from '#stats/study-area.ts';
import { type Surroundings, surroundingCount, surroundingSums } from '#stats/surroundings.ts';
import { type Period, type SpotTrends, spotTrends, type TrendClass } from '#stats/trend.ts';

export type SpotClass = 'strong-hot' | 'hot' | 'cold' | 'strong-cold';

/** What a cell is drawn as. `even` cannot be told from chance, or was hot in no period. */
export type HotClass = SpotClass | Exclude<TrendClass, 'none'> | 'even' | 'untested';

/** A cell or region that the map draws: a spot, or a place with events. */
export interface HotPlace {
  readonly key: string;
  /** One of the two. */
  readonly cell: Cell | null;
  readonly region: Adm1Entry | null;
  readonly lon: number;
  readonly lat: number;
  readonly kind: HotClass;
  readonly events: number;
  /** Events in the place and its neighbours, and what the mean of all places lets expect there; null outside what is compared. */
  readonly around: number | null;
  readonly expected: number | null;
  /** Gi* and adjusted p; null where not tested, and in a trend. */
  readonly z: number | null;
  readonly adjusted: number | null;
  /** In a trend: periods in which it was hot, and Sen's slope of its share, per period. */
  readonly hotPeriods: number | null;
  readonly slope: number | null;
}

/** Equal steps of time that a trend is made of. */
export interface HotPeriods {
  readonly bin: Bin;
  /** First days, in order. */
  readonly starts: readonly CivilDay[];
  /** Last day of the last. */
  readonly end: CivilDay;
}

/** Hot spots, or what became of them, without pixels. */
export interface HotModel {
  readonly view: HotForm['view'];
  readonly over: HotForm['over'];
  /** Zoom of the cells, and their width where the study area is most at home, in whole km; null over regions. */
  readonly zoom: number | null;
  readonly widthKm: number | null;
  /** Over regions: events of which no region is known; null over cells, where the count of what matches tells it. */
  readonly elsewhere: number | null;
  /** Over regions: whether they are of several countries, so that borders between these count. */
  readonly abroad: boolean;
  /** Places compared, and those of them that could be tested. */
  readonly places: number;
  readonly tested: number;
  /** Strongest first: the order of the list and the table. */
  readonly shown: readonly HotPlace[];
  /** Why nothing is tested. */
  readonly problem: TestProblem | 'few-periods' | null;
  /** Null in a view of hot spots. */
  readonly periods: (HotPeriods & { readonly used: number }) | null;
  /** Sources that begin or end within the periods; null in a view of hot spots. */
  readonly sourceChanges: number | null;
}

const CLASS_OF_LEVEL: Readonly<Record<number, SpotClass>> = {
  2: 'strong-hot',
  1: 'hot',
  [-1]: 'cold',
  [-2]: 'strong-cold',
};

/** What is compared, and how an answer counts it. */
export interface HotStudy<A extends Answer> extends Pick<HotModel, 'over' | 'zoom' | 'widthKm' | 'abroad'> {
  readonly size: number;
  readonly around: Surroundings;
  /** A place of it, before the test. */
  readonly place: (i: number) => HotPlace;
  readonly count: (answer: A) => Counted;
}

/** Counts by place, and the places with events that are not compared. */
interface Counted {
  readonly counts: Float64Array;
  readonly outside: readonly HotPlace[];
  readonly elsewhere: number | null;
}

const untested: Omit<HotPlace, 'key' | 'cell' | 'region' | 'lat' | 'lon'> = {
  kind: 'untested',
  events: 0,
  around: null,
  expected: null,
  z: null,
  adjusted: null,
  hotPeriods: null,
  slope: null,
};

const ofCell = (cell: Cell): HotPlace => ({
  ...untested,
  ...{ key: cellKey(cell), cell, region: null },
  ...cellCentre(cell),
});

const ofRegion = (region: Adm1Entry): HotPlace => ({
  ...untested,
  ...{ key: region.id, cell: null, region, lat: region.lat, lon: region.lon },
});

/** Hexagons, by the answer to `cells` of their zoom; at sea they are not compared. */
export function cellStudy({ zoom, cells, around, at }: StudyArea): HotStudy<CellsAnswer> {
  const middle = cells[cells.length >> 1];
  const lat = middle ? cellCentre(middle).lat : 0;
  const widthKm = Math.round((CELL_RADIUS * Math.sqrt(3) * metresPerPixel(lat, zoom)) / 1000);
  const count = (answer: CellsAnswer): Counted => {
    const counts = new Float64Array(cells.length);
    const outside: HotPlace[] = [];
    for (const { q, r, total } of answer.cells) {
      const cell: Cell = { zoom: answer.zoom, q, r };
      const position = at.get(cellKey(cell));
      if (position === undefined) outside.push({ ...ofCell(cell), events: total.events });
      else counts[position] = total.events;
    }
    return { counts, outside, elsewhere: null };
  };
  return {
    over: 'cells',
    abroad: false,
    zoom,
    widthKm,
    size: cells.length,
    around,
    place: (i) => ofCell(cells[i]!),
    count,
  };
}

/**
 * First-level regions, by the answer to `facet` of `adm1`; `index` names them. Regions that the filter leaves (`isWanted`) but that are
 * not compared, since they lie outside a drawn area but for a part, are not tested.
 */
export function regionStudy(
  { ids, around, at }: StudyRegions,
  index: ReadonlyMap<string, Adm1Entry>,
  isWanted: (id: string) => boolean = () => true,
): HotStudy<FacetAnswer> {
  const count = (answer: FacetAnswer): Counted => {
    const counts = new Float64Array(ids.length);
    const outside: HotPlace[] = [];
    // Chosen regions leave out what is of none.
    let elsewhere = isWanted('') ? answer.without : 0;
    for (const { key, total } of answer.values) {
      const position = at.get(key);
      const region = index.get(key);
      if (position !== undefined) counts[position] = total.events;
      else if (isWanted(key) && region) outside.push({ ...ofRegion(region), events: total.events });
      else if (isWanted(key)) elsewhere += total.events;
    }
    return { counts, outside, elsewhere };
  };
  const place = (i: number): HotPlace => ofRegion(index.get(ids[i]!)!);
  const abroad = new Set(ids.map((id) => index.get(id)?.country)).size > 1;
  return {
    ...{ over: 'regions', abroad, zoom: null, widthKm: null },
    size: ids.length,
    around,
    place,
    count,
  };
}

const common = <A extends Answer>(
  { over, abroad, zoom, widthKm, size }: HotStudy<A>,
  { elsewhere }: Counted,
): Pick<HotModel, 'over' | 'abroad' | 'zoom' | 'widthKm' | 'places' | 'elsewhere'> => ({
  ...{ over, abroad, zoom, widthKm, elsewhere },
  places: size,
});

const filled = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** Hot and cold spots among what is compared. */
export function hotModel<A extends Answer>(study: HotStudy<A>, answer: A): HotModel {
  const counted = study.count(answer);
  const { counts, outside } = counted;
  const test = testSpots(counts, study.around);
  const found = drawn(study, counts, (i) => ({
    kind: test.tested[i] === 0 ? 'untested' : (CLASS_OF_LEVEL[test.levels[i]!] ?? 'even'),
    z: filled(test.z[i]),
    adjusted: filled(test.adjusted[i]),
  }));
  return {
    view: 'hot',
    ...common(study, counted),
    tested: test.testedCount,
    shown: strongestFirst([...found, ...outside]),
    problem: test.problem,
    periods: null,
    sourceChanges: null,
  };
}

/** What became of the hot spots over periods (null = the dates hold too few); `answers` are in the order of `periods.starts`. */
export function trendModel<A extends Answer>(
  study: HotStudy<A>,
  whole: A,
  periods: HotPeriods | null,
  answers: readonly A[],
  sourceChanges: number,
): HotModel {
  const counted = study.count(whole);
  const { counts, outside } = counted;
  const steps = answers.map((answer, at): Period => periodOf(study.around, at, study.count(answer).counts));
  const trends = spotTrends(study.size, steps);
  const tested = testedPlaces(steps, study.size);
  const found = drawn(study, counts, (i) => ({
    kind: kindInTime(trends, tested, i),
    hotPeriods: trends.problem ? null : trends.hotPeriods[i]!,
    slope: filled(trends.slopes[i]),
  }));
  return {
    view: 'trend',
    ...common(study, counted),
    tested: trends.problem ? 0 : tested.reduce((sum, flag) => sum + flag, 0),
    shown: strongestFirst([...found, ...outside]),
    problem: trends.problem,
    periods: periods && { ...periods, used: trends.periods.length },
    sourceChanges,
  };
}

function periodOf(around: Surroundings, at: number, counts: Float64Array): Period {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const shares = surroundingSums(around, counts).map((sum) => (total > 0 ? sum / total : 0));
  return { at, test: testSpots(counts, around), shares };
}

/** 1 for places tested in at least one period. */
function testedPlaces(steps: readonly { readonly test: SpotTest }[], places: number): Uint8Array {
  const tested = new Uint8Array(places);
  for (const { test } of steps) for (let i = 0; i < places; i++) tested[i]! |= test.tested[i]!;
  return tested;
}

function kindInTime(trends: SpotTrends, tested: Uint8Array, i: number): HotClass {
  if (trends.problem !== null || tested[i] === 0) return 'untested';
  const found = trends.classes[i]!;
  return found === 'none' ? 'even' : found;
}

function drawn<A extends Answer>(
  study: HotStudy<A>,
  counts: Float64Array,
  tell: (i: number) => Partial<HotPlace> & Pick<HotPlace, 'kind'>,
): HotPlace[] {
  const sums = surroundingSums(study.around, counts);
  const mean = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
  return Array.from(counts).flatMap((events, i) => {
    const told = tell(i);
    if (events === 0 && (told.kind === 'even' || told.kind === 'untested')) return [];
    const expected = mean * surroundingCount(study.around, i);
    return [{ ...study.place(i), events, around: sums[i]!, expected, ...told }];
  });
}

const ORDER: readonly HotClass[] = [
  'intensifying',
  'new',
  'persistent',
  'strong-hot',
  'hot',
  'diminishing',
  'sporadic',
  'strong-cold',
  'cold',
  'even',
  'untested',
];

function strongestFirst(places: readonly HotPlace[]): HotPlace[] {
  return [...places].sort(
    (a, b) =>
      ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
      Math.abs(b.z ?? 0) - Math.abs(a.z ?? 0) ||
      (b.hotPeriods ?? 0) - (a.hotPeriods ?? 0) ||
      b.events - a.events ||
      (a.key < b.key ? -1 : 1),
  );
}
