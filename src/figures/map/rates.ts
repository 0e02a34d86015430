import type { EventFilter } from '#core/filter.ts';
import type { IndicatorSeries } from '#core/indicator.ts';
import { civilOf } from '#core/time.ts';

/** The indicator that rates are taken of. */
export const POPULATION = 'population';
/** Rates are given per so many people. */
export const RATE_PER = 100_000;
/** A rate of fewer events than this says more of chance than of the country (ux.md C11). */
export const LEAST_EVENTS = 5;

/** How many people lived in each country in one year, and who says so. */
export interface Population {
  readonly year: number;
  readonly people: ReadonlyMap<string, number>;
  readonly publisher: string;
}

/** A rate, or why there is none: too few events, or nobody published how many people there are. */
export type Rate =
  | { readonly value: number; readonly people: number; readonly why: null }
  | { readonly value: null; readonly people: number; readonly why: 'few' }
  | { readonly value: null; readonly people: null; readonly why: 'no-population' };

/** The year in which the chosen dates end; open dates end never. */
export function lastYearOf({ to }: Pick<EventFilter, 'to'>): number {
  return to === null ? Number.POSITIVE_INFINITY : civilOf(to).year;
}

/** The population of one year, the same for all countries: the latest published that is not after `lastYear`; else the first. */
export function populationIn(series: IndicatorSeries, lastYear: number): Population | null {
  const years = series.values.flatMap(({ period, value }) => (value === null ? [] : [Number(period)]));
  const known = [...new Set(years)].filter(Number.isInteger).sort((a, b) => a - b);
  const year = known.findLast((candidate) => candidate <= lastYear) ?? known[0];
  if (year === undefined) return null;
  const own = series.values.filter(({ period, area, value }) => {
    return Number(period) === year && area === '' && value !== null && value > 0;
  });
  const publishers = [...new Set(own.flatMap(({ publisher }) => publisher ?? []))];
  return {
    year,
    people: new Map(own.map(({ country, value }) => [country, value ?? 0])),
    publisher: publishers.join(', ') || series.source,
  };
}

/** Events per 100,000 people over the whole period shown; it is not made a yearly rate. */
export function rateOf({ people: known }: Population, country: string, events: number): Rate {
  const people = known.get(country);
  if (people === undefined) return { value: null, people: null, why: 'no-population' };
  if (events < LEAST_EVENTS) return { value: null, people, why: 'few' };
  return { value: (events * RATE_PER) / people, people, why: null };
}
