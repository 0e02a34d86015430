import type { ProfileFact } from '#core/country.ts';
import type { IndicatorSeries, Observation } from '#core/indicator.ts';
import { civilOf } from '#core/time.ts';
import { buildSeries, type SeriesPoint } from '../series/series-model.ts';

/** One published number: a value of a series in one period, and the value before it. */
export interface IndicatorModel {
  /** Null = no figure is published: never 0. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly period: string;
  readonly status: Observation['status'] | null;
  readonly note: string | null;
  readonly publisher: string | null;
  /** The last value of an earlier period of the same length; null where there is none that compares. */
  readonly before: Before | null;
  /** A year in which scale and method changed between the two, so that they do not compare; null = none. */
  readonly brokenIn: number | null;
  /** Values published in the series for this place. */
  readonly known: number;
}

interface Before {
  readonly period: string;
  readonly value: number;
  readonly publisher: string | null;
  readonly status: Observation['status'];
  readonly low: number | null;
  readonly high: number | null;
  /** By what share the value changed since; null where a share means nothing: from 0, of ranks and of scores. */
  readonly share: number | null;
  /** Whether years without a value lie between the two. */
  readonly apart: boolean;
}

/** A place on a list or a mark on a scale: more of it is not a greater amount. */
export const isRating = (unit: string): boolean => /rank|score|rating/.test(unit);

/** A fact of a country's profile as a number with what came before it; the series is null while unknown or where there is none. */
export function buildIndicator(
  fact: ProfileFact,
  series: IndicatorSeries | null,
  country: string,
): IndicatorModel {
  const line = { country, area: fact.area, label: '' };
  const found = series && buildSeries(series, [line]);
  const points = found?.lines[0]?.points ?? [];
  const own = points.find(({ period }) => period === fact.period);
  const earlier = points
    .filter(({ period }) => period.length === fact.period.length && period < fact.period)
    .at(-1);
  const year = Number(fact.period.slice(0, 4));
  const broken = found?.breaks.find((at) => earlier && civilOf(earlier.to).year < at.year && at.year <= year);
  return {
    value: fact.value,
    low: own?.low ?? null,
    high: own?.high ?? null,
    unit: fact.unit,
    period: fact.period,
    status: own?.status ?? null,
    note: own?.note ?? null,
    publisher: fact.publisher || (own?.publisher ?? null),
    before: earlier && !broken && fact.value !== null ? beforeOf(earlier, fact.value, fact) : null,
    brokenIn: broken?.year ?? null,
    known: points.length,
  };
}

function beforeOf(point: SeriesPoint, value: number, { unit, period }: ProfileFact): Before {
  const { value: was, publisher, status, low, high } = point;
  const comparable = was !== 0 && !isRating(unit);
  return {
    ...{ period: point.period, value: was, publisher, status, low, high },
    share: comparable ? (value - was) / was : null,
    apart: /^\d{4}$/.test(period) && Number(period) - Number(point.period) > 1,
  };
}
