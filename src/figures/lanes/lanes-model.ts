import type { EventFilter } from '#core/filter.ts';
import type { Measure } from '#core/measure.ts';
import type { MarksQuery, SeriesAnswer } from '#core/query.ts';
import {
  type FamilyKey,
  families,
  familyOf,
  type KindKey,
  kinds,
  kindsOfType,
  typeOfKind,
} from '#core/taxonomy.ts';
import { addBins, type Bin, binEnd, binStart, type CivilDay } from '#core/time.ts';
import type { TimeForm } from '#core/view.ts';
import { type DaySpan, type LanesInput, MARKS_LIMIT, type Milestone } from './lanes-props.ts';

/** A lane with at most this many events shows each as its own mark. */
export const MARKS_PER_LANE = 36;
/** Lanes drawn; smaller ones are named in the notes instead. */
export const MOST_LANES = 8;
/** Bar lanes whose tops differ by at most this factor share one scale. */
const SHARED_SCALE_FACTOR = 6;
const LABELLED_MILESTONES = 3;

/** What the lanes timeline shows, without pixels, words or colours. */
export interface LanesModel {
  readonly axis: DaySpan;
  readonly bin: Bin;
  readonly split: 'family' | 'kind';
  readonly form: TimeForm;
  readonly measure: Measure;
  readonly bins: readonly DaySpan[];
  readonly lanes: readonly Lane[];
  /** Lanes beyond MOST_LANES: not drawn, but said. */
  readonly hidden: readonly { readonly type: string; readonly events: number }[];
  readonly scale: 'none' | 'shared' | 'own';
  readonly milestones: readonly (Milestone & { readonly labelled: boolean })[];
  readonly hatches: readonly Hatch[];
  readonly coverage: Coverage | null;
  readonly notes: LanesNotes;
}

export interface Lane {
  /** Value for the `type` filter. */
  readonly type: string;
  readonly family: FamilyKey;
  readonly form: 'bars' | 'marks';
  /** Per bin, in the measure's unit. */
  readonly values: readonly number[];
  readonly events: readonly number[];
  readonly unreported: readonly number[];
  /** Per bin what lies under this lane, where lanes stand on one another; null = it stands on the foot. */
  readonly offsets: readonly number[] | null;
  /** Top of the y axis, a round number at or above every value; the foot is always 0. */
  readonly top: number;
  readonly total: { readonly events: number; readonly value: number; readonly unreported: number };
  readonly marks: readonly LaneMark[];
}

export interface LaneMark {
  readonly n: number;
  readonly from: CivilDay;
  readonly to: CivilDay;
  /** Middle of the days the source allows: where the sign stands. */
  readonly day: CivilDay;
  /** Known only to a span: drawn with a line over it. */
  readonly vague: boolean;
  readonly kind: KindKey;
  readonly country: string;
  /** In the measure's unit; null = not reported (always null for `count`). */
  readonly value: number | null;
}

/** A span that may not be read as "nothing happened". */
export interface Hatch extends DaySpan {
  readonly reason: 'unfinished' | 'uncovered';
}

export interface Coverage {
  readonly sources: readonly number[];
  readonly most: number;
  readonly changes: readonly {
    readonly bin: number;
    readonly began: readonly string[];
    readonly ended: readonly string[];
  }[];
}

export interface LanesNotes {
  readonly events: number;
  readonly unreported: number;
  readonly tooVague: number;
  readonly undated: number;
  readonly spanning: number;
}

/** The pixel-free model of the lanes timeline from the engine's answers. */
export function buildLanes(given: LanesInput): LanesModel {
  const { series, measure, form = 'lanes' } = given;
  const isStacked = form === 'stacked';
  const input = isStacked ? { ...given, marks: null } : given;
  const bins = series.starts.map((from) => ({ from, to: binEnd(from, series.bin) }));
  const all = orderedKeys(input.split)
    .map((key) => makeLane(key, input))
    .filter((lane) => lane !== null);
  const drawn = new Set(
    [...all]
      .sort((a, b) => b.total.events - a.total.events)
      .slice(0, isStacked ? all.length : MOST_LANES)
      .map((lane) => lane.type),
  );
  const shown = all.filter((lane) => drawn.has(lane.type));
  const { lanes, scale } = isStacked
    ? { lanes: stackedLanes(shown), scale: 'none' as const }
    : scaled(shown, measure);
  return {
    axis: input.axis,
    bin: series.bin,
    split: input.split,
    form,
    measure,
    bins,
    lanes,
    hidden: all
      .filter((lane) => !drawn.has(lane.type))
      .map((lane) => ({ type: lane.type, events: lane.total.events })),
    scale,
    milestones: chosenMilestones(input),
    hatches: hatchesOf(input, bins),
    coverage: coverageOf(input),
    notes: {
      events: sum(all.map((lane) => lane.total.events)),
      unreported: sum(all.map((lane) => lane.total.unreported)),
      tooVague: series.tooVague,
      undated: series.undated,
      spanning: series.spanning,
    },
  };
}

/**
 * The marks to ask for once the series is known: the filter narrowed to lanes few enough to show single events. Null when
 * no lane is.
 */
export function marksQueryFor(
  series: SeriesAnswer,
  filter: EventFilter,
  split: 'family' | 'kind',
  axis: DaySpan,
): MarksQuery | null {
  const few = new Set(series.series.filter((line) => isFew(sum(line.events))).map((line) => line.key));
  if (few.size === 0) return null;
  const asked = filter.types.length === 0 ? kinds.map((kind) => kind.key) : filter.types.flatMap(kindsOfType);
  const types = [...new Set(asked)]
    .filter((kind) => few.has(split === 'family' ? familyOf(kind) : kind))
    .map(typeOfKind);
  return types.length === 0
    ? null
    : { kind: 'marks', filter: { ...filter, types }, domain: axis, limit: MARKS_LIMIT };
}

const isFew = (events: number): boolean => events > 0 && events <= MARKS_PER_LANE;

function orderedKeys(split: 'family' | 'kind'): readonly string[] {
  return split === 'family' ? families.map((family) => family.key) : kinds.map((kind) => kind.key);
}

function familyOfKey(key: string, split: 'family' | 'kind'): FamilyKey {
  if (split === 'kind') return familyOf(key as KindKey);
  return families.find((family) => family.key === key)?.key ?? 'policy';
}

function makeLane(key: string, input: LanesInput): Lane | null {
  const line = input.series.series.find((candidate) => candidate.key === key);
  const marks = laneMarks(key, input);
  if (!line && marks.length === 0) return null;
  const events = line?.events ?? input.series.starts.map(() => 0);
  const total = sum(events);
  if (total === 0 && marks.length === 0) return null;
  const values = input.measure === 'count' || !line ? events : line.values;
  const few =
    input.marks !== null && !input.marks.truncated && marks.length > 0 && marks.length <= MARKS_PER_LANE;
  const unreported = line?.unreported ?? events.map(() => 0);
  return {
    type: input.split === 'family' ? key : typeOfKind(key as KindKey),
    family: familyOfKey(key, input.split),
    form: few ? 'marks' : 'bars',
    values,
    events,
    unreported,
    offsets: null,
    top: roundTop(Math.max(0, ...(few ? marks.map((mark) => mark.value ?? 0) : values))),
    total: {
      events: total,
      value: sum(values),
      unreported: input.measure === 'count' ? 0 : sum(unreported),
    },
    marks: few ? marks : [],
  };
}

function laneMarks(key: string, { marks, split, measure, axis }: LanesInput): LaneMark[] {
  if (marks === null) return [];
  return marks.marks
    .filter((mark) => (split === 'family' ? familyOf(mark.kind) : mark.kind) === key)
    .filter((mark) => mark.to >= axis.from && mark.from <= axis.to)
    .map((mark) => ({
      n: mark.n,
      from: mark.from,
      to: mark.to,
      day: Math.floor((mark.from + mark.to) / 2),
      vague: mark.to > mark.from,
      kind: mark.kind,
      country: mark.country,
      value: measure === 'count' ? null : mark[measure],
    }))
    .sort((a, b) => a.day - b.day || a.n - b.n);
}

/** The lanes on one another, the first on top, under one scale that holds the highest sum. */
function stackedLanes(lanes: readonly Lane[]): readonly Lane[] {
  const sums = (lanes[0]?.values ?? []).map(() => 0);
  const fromFoot = lanes.toReversed().map((lane) => {
    const offsets = [...sums];
    lane.values.forEach((value, bin) => {
      sums[bin] = (sums[bin] ?? 0) + Math.max(0, value);
    });
    return { ...lane, offsets };
  });
  const top = roundTop(sums.reduce((most, value) => Math.max(most, value), 0));
  return fromFoot.toReversed().map((lane) => ({ ...lane, top }));
}

/** One scale for all bar lanes when their tops are alike, so that heights compare; else each its own. */
function scaled(
  lanes: readonly Lane[],
  measure: Measure,
): { lanes: readonly Lane[]; scale: LanesModel['scale'] } {
  const isScaled = (lane: Lane): boolean => hasScale(lane, measure);
  const tops = lanes.filter(isScaled).map((lane) => lane.top);
  if (tops.length === 0) return { lanes, scale: 'none' };
  const highest = Math.max(...tops);
  const lowest = Math.min(...tops);
  if (tops.length > 1 && highest > lowest * SHARED_SCALE_FACTOR) return { lanes, scale: 'own' };
  return {
    lanes: lanes.map((lane) => ({ ...lane, top: highest })),
    scale: tops.length > 1 ? 'shared' : 'none',
  };
}

/** Whether heights in a lane mean a value: bars always, marks where at least one reports the quantity. */
export function hasScale(lane: Lane, measure: Measure): boolean {
  return lane.form === 'bars' || (measure !== 'count' && lane.marks.some((mark) => mark.value !== null));
}

/** The next of 1, 2, 3, 4, 5, 6, 8, 10, 12, 15 × 10ⁿ at or above a value; 1 for 0. */
export function roundTop(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.2, 1.5, 2, 3, 4, 5, 6, 8, 10].find((factor) => factor * power >= value - 1e-9) ?? 10;
  const top = step * power;
  return Number.isInteger(value) && !Number.isInteger(top) ? Math.ceil(top) : top;
}

/** Those on the axis in order of time; words go to three, first to those within the chosen dates. */
function chosenMilestones({ milestones, axis, window }: LanesInput): LanesModel['milestones'] {
  const shown = milestones
    .filter((milestone) => milestone.day >= axis.from && milestone.day <= axis.to)
    .sort((a, b) => a.day - b.day || a.n - b.n);
  const isChosen = ({ day }: Milestone): boolean =>
    (window.from === null || day >= window.from) && (window.to === null || day <= window.to);
  const labelled = new Set(
    [...shown.filter(isChosen), ...shown.filter((milestone) => !isChosen(milestone))]
      .slice(0, LABELLED_MILESTONES)
      .map(({ n }) => n),
  );
  return shown.map((milestone) => ({ ...milestone, labelled: labelled.has(milestone.n) }));
}

/** A stretch without any source must last this long to be called uncovered: a quiet month is not a gap. */
const UNCOVERED_DAYS = 365;

function hatchesOf(input: LanesInput, bins: readonly DaySpan[]): Hatch[] {
  const { axis, asOf, coverage } = input;
  const hatches: Hatch[] = [];
  let start: number | null = null;
  bins.forEach((bin, index) => {
    if (!coverage) return;
    const isEmpty = coverage.sources[index] === 0 && bin.from <= asOf;
    if (isEmpty && start === null) start = bin.from;
    const isLast = index === bins.length - 1;
    if (start === null || (isEmpty && !isLast)) return;
    const end = Math.min(isEmpty ? bin.to : bin.from - 1, asOf);
    if (end - start + 1 >= UNCOVERED_DAYS)
      hatches.push({ from: Math.max(start, axis.from), to: Math.min(end, axis.to), reason: 'uncovered' });
    start = null;
  });
  if (asOf < axis.to)
    hatches.push({ from: Math.max(asOf + 1, axis.from), to: axis.to, reason: 'unfinished' });
  return hatches.filter((hatch) => hatch.from <= hatch.to);
}

function coverageOf({ coverage }: LanesInput): Coverage | null {
  if (!coverage || coverage.sources.length === 0) return null;
  return { sources: coverage.sources, most: Math.max(1, ...coverage.sources), changes: coverage.changes };
}

/** The bin that holds a day, or null outside all bins. */
export function binAt(model: Pick<LanesModel, 'bins'>, day: CivilDay): number | null {
  const { bins } = model;
  let low = 0;
  let high = bins.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const bin = bins[middle];
    if (!bin) return null;
    if (day < bin.from) high = middle - 1;
    else if (day > bin.to) low = middle + 1;
    else return middle;
  }
  return null;
}

/** The window moved by whole bins, never beyond the bounds, its length in bins kept. */
export function movedWindow(window: DaySpan, bin: Bin, steps: number, bounds: DaySpan): DaySpan {
  const first = binStart(bounds.from, bin);
  const last = binEnd(bounds.to, bin);
  const length = binsBetween(window.from, window.to, bin);
  let from = addBins(binStart(window.from, bin), bin, steps);
  if (from < first) from = first;
  if (addBins(from, bin, length) - 1 > last) from = addBins(binStart(last, bin), bin, 1 - length);
  if (from < first) from = first;
  return { from, to: Math.min(addBins(from, bin, length) - 1, last) };
}

/** How many bins a span touches. */
export function binsBetween(from: CivilDay, to: CivilDay, bin: Bin): number {
  const start = binStart(from, bin);
  const estimate = { day: 1, week: 7, month: 30.44, quarter: 91.3, year: 365.25 }[bin];
  let count = Math.max(1, Math.floor((to - start) / estimate));
  while (addBins(start, bin, count) <= to) count += 1;
  while (count > 1 && addBins(start, bin, count - 1) > to) count -= 1;
  return count;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
