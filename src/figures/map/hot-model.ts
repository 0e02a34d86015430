import { CELL_RADIUS, type Cell, cellCentre, cellKey } from '#core/geo/hexagon.ts';
import { metresPerPixel } from '#core/geo/mercator.ts';
import type { CellsAnswer } from '#core/query.ts';
import type { Bin, CivilDay } from '#core/time.ts';
import { type SpotTest, type TestProblem, testSpots } from '#stats/hot-spots.ts';
import type { StudyArea } from '#stats/study-area.ts';
import { surroundingCount, surroundingSums } from '#stats/surroundings.ts';
import { type Period, type SpotTrends, spotTrends, type TrendClass } from '#stats/trend.ts';

export type SpotClass = 'strong-hot' | 'hot' | 'cold' | 'strong-cold';

/** What a cell is drawn as. `even` cannot be told from chance, or was hot in no period. */
export type HotClass = SpotClass | Exclude<TrendClass, 'none'> | 'even' | 'untested';

/** A cell that the map draws: a spot, or a cell with events. */
export interface HotCell {
  readonly key: string;
  readonly cell: Cell;
  readonly lon: number;
  readonly lat: number;
  readonly kind: HotClass;
  readonly events: number;
  /** Events in the cell and its neighbours, and what the mean of all cells lets expect there; null at sea. */
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
  readonly view: 'hot' | 'trend';
  readonly zoom: number;
  /** Width of a cell where the study area is most at home, in whole km. */
  readonly widthKm: number;
  /** Cells compared, and those of them that could be tested. */
  readonly places: number;
  readonly tested: number;
  /** Strongest first: the order of the list and the table. */
  readonly cells: readonly HotCell[];
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

/** Counts of the study area's cells, and the cells with events outside it (at sea). */
function placed(study: StudyArea, answer: CellsAnswer): { counts: Float64Array; outside: HotCell[] } {
  const counts = new Float64Array(study.cells.length);
  const outside: HotCell[] = [];
  for (const { q, r, total } of answer.cells) {
    const cell: Cell = { zoom: answer.zoom, q, r };
    const at = study.at.get(cellKey(cell));
    if (at === undefined) outside.push({ ...untested(cell), events: total.events });
    else counts[at] = total.events;
  }
  return { counts, outside };
}

function untested(cell: Cell): HotCell {
  return {
    key: cellKey(cell),
    cell,
    ...cellCentre(cell),
    kind: 'untested',
    events: 0,
    around: null,
    expected: null,
    z: null,
    adjusted: null,
    hotPeriods: null,
    slope: null,
  };
}

function common(study: StudyArea): Pick<HotModel, 'zoom' | 'widthKm' | 'places'> {
  const { zoom, cells } = study;
  const middle = cells[cells.length >> 1];
  const lat = middle ? cellCentre(middle).lat : 0;
  const widthKm = Math.round((CELL_RADIUS * Math.sqrt(3) * metresPerPixel(lat, zoom)) / 1000);
  return { zoom, widthKm, places: cells.length };
}

const filled = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** Hot and cold spots among the cells of a study area. */
export function hotModel(study: StudyArea, answer: CellsAnswer): HotModel {
  const { counts, outside } = placed(study, answer);
  const test = testSpots(counts, study.around);
  const cells = drawn(study, counts, (i) => ({
    kind: test.tested[i] === 0 ? 'untested' : (CLASS_OF_LEVEL[test.levels[i]!] ?? 'even'),
    z: filled(test.z[i]),
    adjusted: filled(test.adjusted[i]),
  }));
  return {
    view: 'hot',
    ...common(study),
    tested: test.testedCount,
    cells: strongestFirst([...cells, ...outside]),
    problem: test.problem,
    periods: null,
    sourceChanges: null,
  };
}

/** What became of the hot spots over periods (null = the dates hold too few); `answers` are in the order of `periods.starts`. */
export function trendModel(
  study: StudyArea,
  whole: CellsAnswer,
  periods: HotPeriods | null,
  answers: readonly CellsAnswer[],
  sourceChanges: number,
): HotModel {
  const { counts, outside } = placed(study, whole);
  const steps = answers.map((answer, at): Period => periodOf(study, at, placed(study, answer).counts));
  const trends = spotTrends(study.cells.length, steps);
  const tested = testedCells(steps, study.cells.length);
  const cells = drawn(study, counts, (i) => ({
    kind: kindInTime(trends, tested, i),
    hotPeriods: trends.problem ? null : trends.hotPeriods[i]!,
    slope: filled(trends.slopes[i]),
  }));
  return {
    view: 'trend',
    ...common(study),
    tested: trends.problem ? 0 : tested.reduce((sum, flag) => sum + flag, 0),
    cells: strongestFirst([...cells, ...outside]),
    problem: trends.problem,
    periods: periods && { ...periods, used: trends.periods.length },
    sourceChanges,
  };
}

function periodOf(study: StudyArea, at: number, counts: Float64Array): Period {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const shares = surroundingSums(study.around, counts).map((sum) => (total > 0 ? sum / total : 0));
  return { at, test: testSpots(counts, study.around), shares };
}

/** 1 for cells tested in at least one period. */
function testedCells(steps: readonly { readonly test: SpotTest }[], places: number): Uint8Array {
  const tested = new Uint8Array(places);
  for (const { test } of steps) for (let i = 0; i < places; i++) tested[i]! |= test.tested[i]!;
  return tested;
}

function kindInTime(trends: SpotTrends, tested: Uint8Array, i: number): HotClass {
  if (trends.problem !== null || tested[i] === 0) return 'untested';
  const found = trends.classes[i]!;
  return found === 'none' ? 'even' : found;
}

function drawn(
  study: StudyArea,
  counts: Float64Array,
  tell: (i: number) => Partial<HotCell> & Pick<HotCell, 'kind'>,
): HotCell[] {
  const sums = surroundingSums(study.around, counts);
  const mean = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
  return study.cells.flatMap((cell, i) => {
    const told = tell(i);
    if (counts[i] === 0 && (told.kind === 'even' || told.kind === 'untested')) return [];
    const expected = mean * surroundingCount(study.around, i);
    return [{ ...untested(cell), events: counts[i]!, around: sums[i]!, expected, ...told }];
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

function strongestFirst(cells: readonly HotCell[]): HotCell[] {
  return [...cells].sort(
    (a, b) =>
      ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
      Math.abs(b.z ?? 0) - Math.abs(a.z ?? 0) ||
      (b.hotPeriods ?? 0) - (a.hotPeriods ?? 0) ||
      b.events - a.events ||
      (a.key < b.key ? -1 : 1),
  );
}
