import type { Country, ProfileFact } from '#core/country.ts';
import type { IndicatorSeries, Observation } from '#core/indicator.ts';

/** Series that speak for a country where no profile is written, in this order. */
const STAND_IN = [
  'coca-national',
  'homicide-rate',
  'seized-cocaine-hydrochloride',
  'conflict-deaths',
  'displaced-conflict-total',
  'population',
] as const;

/** Ids of the series that a country's headline numbers need. */
export function headlineIds(country: Country, available: readonly string[]): string[] {
  const given = country.facts.slice(0, 4).flatMap((fact) => fact.indicator ?? []);
  if (given.length > 0) return [...new Set(given)];
  return STAND_IN.filter((id) => available.includes(id)).slice(0, 4);
}

const usable = (values: readonly Observation[], area: string) =>
  values
    .filter((value) => value.area === area && value.value !== null)
    .toSorted((a, b) => (a.period < b.period ? -1 : 1));

/** The newest value of a series as a fact; null where it has none. */
export function latestFact(series: IndicatorSeries, title: string): ProfileFact | null {
  const last = usable(series.values, '').at(-1);
  if (!last || last.value === null) return null;
  return {
    label: title,
    value: last.value,
    unit: series.unit,
    period: last.period,
    indicator: series.id,
    area: '',
    publisher: last.publisher ?? '',
    url: last.url,
  };
}

export type Change = { readonly from: string; readonly value: number; readonly share: number | null };

/** The value before a fact's own, and by what share it changed; ranks and scores give no share. */
export function changeOf(fact: ProfileFact, series: IndicatorSeries | undefined): Change | null {
  if (!series || fact.value === null) return null;
  const before = usable(series.values, fact.area)
    .filter((value) => value.period < fact.period && value.period.length === fact.period.length)
    .at(-1);
  if (!before || before.value === null) return null;
  const shareable = before.value !== 0 && !/rank|score|rating/.test(fact.unit);
  return {
    from: before.period,
    value: before.value,
    share: shareable ? (fact.value - before.value) / before.value : null,
  };
}
