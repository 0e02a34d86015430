import type { IndicatorSeries, Observation } from '#core/indicator.ts';
import type { Localised } from '#core/localised.ts';
import { addBins, type Bin, binEnd, type CivilDay, dayOf } from '#core/time.ts';

/** One line to draw: a country, or an area of it. `area` "" = the country as such, null = the sum of all areas listed. */
export interface SeriesLine {
  readonly country: string;
  readonly area: string | null;
  readonly label: string;
}

/** An indicator's lines without pixels. Missing periods are gaps and stay gaps. */
export interface SeriesModel {
  readonly id: string;
  readonly unit: string;
  /** The unit's words in each language, where the record brings them. */
  readonly units: Localised | undefined;
  /** What happened in a period is counted in bars when it stands alone; everything else is a line. */
  readonly form: 'bars' | 'lines';
  readonly lines: readonly DrawnLine[];
  /** Lines beyond MOST_LINES: not drawn, but said. */
  readonly hidden: readonly SeriesLine[];
  /** First and last day of all periods drawn. */
  readonly from: CivilDay;
  readonly to: CivilDay;
  readonly axis: { readonly low: number; readonly high: number; readonly ticks: readonly number[] };
  /** False needs the "does not start at 0" mark. */
  readonly fromZero: boolean;
  /** Spans in which no drawn line has a value. */
  readonly gaps: readonly { readonly from: CivilDay; readonly to: CivilDay }[];
  /** A period from which values do not compare with those before. */
  readonly breaks: readonly { readonly day: CivilDay; readonly year: number }[];
  readonly statuses: readonly Observation['status'][];
}

export interface DrawnLine extends SeriesLine {
  readonly key: string;
  /** The one in focus; the others stand back. */
  readonly isMain: boolean;
  /** In order of time; only periods with a value. */
  readonly points: readonly SeriesPoint[];
  /** Runs of points in neighbouring periods: only these are joined. */
  readonly segments: readonly (readonly SeriesPoint[])[];
}

export interface SeriesPoint {
  readonly period: string;
  readonly from: CivilDay;
  readonly to: CivilDay;
  /** Middle of the period: where the point stands. */
  readonly day: CivilDay;
  readonly bin: Bin;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: Observation['status'];
  readonly note: string | null;
  readonly publisher: string | null;
  /** Areas added up; 1 for a value as published. */
  readonly areas: number;
}

/** More lines than this are not drawn. */
export const MOST_LINES = 7;
/** A line starts at 0 when its lowest value is at most this share of its highest. */
const ZERO_SHARE = 0.5;
const TICKS = 4;
/** Units that count what happened in a period. */
const FLOW = /deaths|cases|aircraft|airstrips|flights|kg|USD/;

/** Years from which an index is measured in another way: values on both sides must not be joined or compared. */
const scaleBreaks: Readonly<Record<string, number>> = { 'cpi-0-10': 2012, 'cpi-0-100': 2012 };

/**
 * The lines of an indicator, the main one first; null when none of them has a value. Only neighbouring periods are joined,
 * so a missing year is a hole and never a slope (chart rule C4).
 */
export function buildSeries(indicator: IndicatorSeries, lines: readonly SeriesLine[]): SeriesModel | null {
  const all = lines
    .map((line, index) => drawnLine(indicator, line, index === 0))
    .filter((line) => line !== null);
  const drawn = all.slice(0, MOST_LINES);
  const points = drawn.flatMap((line) => line.points);
  if (points.length === 0) return null;
  const form = drawn.length === 1 && indicator.additive && FLOW.test(indicator.unit) ? 'bars' : 'lines';
  const { axis, fromZero } = axisOf(points, form === 'bars');
  const breakYear = scaleBreaks[indicator.id];
  return {
    id: indicator.id,
    unit: indicator.unit,
    units: indicator.texts?.unit,
    form,
    lines: drawn,
    hidden: all.slice(MOST_LINES).map(({ country, area, label }) => ({ country, area, label })),
    from: Math.min(...points.map((point) => point.from)),
    to: Math.max(...points.map((point) => point.to)),
    axis,
    fromZero,
    gaps: gapsOf(points),
    breaks: breakYear === undefined ? [] : [{ day: dayOf(breakYear, 1, 1), year: breakYear }],
    statuses: [...new Set(points.map((point) => point.status))].filter((status) => status !== 'final'),
  };
}

function drawnLine(indicator: IndicatorSeries, line: SeriesLine, isMain: boolean): DrawnLine | null {
  const own = indicator.values.filter((row) => row.country === line.country);
  const rows = line.area === null ? summed(own) : own.filter((row) => row.area === line.area).map(asOne);
  const points = rows
    .map(pointOf)
    .filter((point): point is SeriesPoint => point !== null)
    .sort((a, b) => a.day - b.day);
  if (points.length === 0) return null;
  return {
    ...line,
    key: `${line.country}.${line.area ?? '+'}`,
    isMain,
    points,
    segments: segmentsOf(points),
  };
}

type Row = Observation & { readonly areas: number };

const asOne = (row: Observation): Row => ({ ...row, areas: 1 });

/** Adds the areas of one period; a period adds the areas it has, and says how many. */
function summed(values: readonly Observation[]): Row[] {
  return [...Map.groupBy(values, (row) => row.period).values()].flatMap((group) => {
    const first = group[0];
    const known = group.filter((row) => row.value !== null);
    if (!first) return [];
    const total = known.reduce((sum, row) => sum + (row.value ?? 0), 0);
    const value = known.length === 0 ? null : Math.round(total * 100) / 100;
    return [{ ...first, value, low: null, high: null, note: null, areas: known.length }];
  });
}

function pointOf(row: Row): SeriesPoint | null {
  const span = periodSpan(row.period);
  if (row.value === null || span === null) return null;
  return {
    ...span,
    period: row.period,
    day: Math.floor((span.from + span.to) / 2),
    value: row.value,
    low: row.low,
    high: row.high,
    status: row.status,
    note: row.note,
    publisher: row.publisher,
    areas: row.areas,
  };
}

/** Days and size of "2015", "2015-Q3" or "2015-03"; null for other text. */
export function periodSpan(period: string): { from: CivilDay; to: CivilDay; bin: Bin } | null {
  const match = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})))?$/.exec(period);
  if (!match) return null;
  const year = Number(match[1]);
  const bin: Bin = match[2] ? 'quarter' : match[3] ? 'month' : 'year';
  const month = match[2] ? Number(match[2]) * 3 - 2 : match[3] ? Number(match[3]) : 1;
  if (month < 1 || month > 12) return null;
  const from = dayOf(year, month, 1);
  return { from, to: binEnd(from, bin), bin };
}

function segmentsOf(points: readonly SeriesPoint[]): SeriesPoint[][] {
  const segments: SeriesPoint[][] = [];
  for (const point of points) {
    const run = segments.at(-1);
    const before = run?.at(-1);
    if (run && before && before.bin === point.bin && addBins(before.from, before.bin, 1) === point.from)
      run.push(point);
    else segments.push([point]);
  }
  return segments;
}

function axisOf(
  points: readonly SeriesPoint[],
  isBars: boolean,
): { axis: SeriesModel['axis']; fromZero: boolean } {
  const values = points.flatMap((point) => [
    point.value,
    point.low ?? point.value,
    point.high ?? point.value,
  ]);
  const least = Math.min(...values);
  const most = Math.max(...values);
  const wantsZero = isBars || (least >= 0 && least <= most * ZERO_SHARE) || values.length === 1;
  const low = wantsZero ? Math.min(0, least) : least - (most - least) * 0.25;
  const step = roundStep(Math.max(most - low, Math.abs(most) * 0.01, 1e-9) / TICKS);
  const first = Math.floor(low / step + 1e-9) * step;
  const last = Math.max(first + step, Math.ceil(most / step - 1e-9) * step);
  const ticks: number[] = [];
  for (let index = 0; index <= Math.round((last - first) / step); index += 1)
    ticks.push(Number((first + index * step).toPrecision(12)));
  return {
    axis: { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, ticks },
    fromZero: (ticks[0] ?? 0) <= 0,
  };
}

/** 1, 2, 2.5 or 5 × 10ⁿ at or above a step. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  return ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= step - 1e-12) ?? 10) * power;
}

/** Days between two neighbouring periods in which nothing is known of any line. */
function gapsOf(points: readonly SeriesPoint[]): { from: CivilDay; to: CivilDay }[] {
  const spans = [...points].sort((a, b) => a.from - b.from);
  const gaps: { from: CivilDay; to: CivilDay }[] = [];
  let reach = spans[0]?.to ?? 0;
  for (const span of spans) {
    if (span.from > reach + 1) gaps.push({ from: reach + 1, to: span.from - 1 });
    reach = Math.max(reach, span.to);
  }
  return gaps;
}
