import type { IndicatorSeries } from '#core/indicator.ts';
import type { SeriesLine } from '#figures/series/series-model.ts';

/** Lines that one chart can hold and still be read. */
export const MOST_LINES = 6;

/** Countries of a series, the one with the largest latest value first. */
export function countriesByValue(series: IndicatorSeries): string[] {
  const latest = new Map<string, { period: string; value: number }>();
  for (const { country, period, value } of series.values) {
    const before = latest.get(country);
    if (value !== null && (!before || before.period <= period)) latest.set(country, { period, value });
  }
  const known = [...latest].sort((a, b) => b[1].value - a[1].value || (a[0] < b[0] ? -1 : 1));
  return known.map(([country]) => country);
}

/** Areas of one country, largest latest value first. */
function areasByValue(series: IndicatorSeries, country: string) {
  const latest = new Map<string, { period: string; value: number; name: string }>();
  for (const one of series.values) {
    const before = latest.get(one.area);
    if (one.country === country && one.value !== null && (!before || before.period <= one.period))
      latest.set(one.area, { period: one.period, value: one.value, name: one.areaName });
  }
  return [...latest]
    .sort((a, b) => b[1].value - a[1].value || (a[0] < b[0] ? -1 : 1))
    .map(([area, { name }]) => ({ area, name }));
}

export type Choice = {
  readonly lines: readonly SeriesLine[];
  /** How many there are in all, where only the largest are drawn. */
  readonly of: number;
  readonly by: 'country' | 'area';
};

/** What to draw: countries side by side, or the areas of the chosen country; the largest where there are too many. */
export function linesOf(
  series: IndicatorSeries,
  chosen: string | null,
  countryName: (iso2: string) => string,
): Choice {
  const countries = countriesByValue(series);
  const one = chosen ?? (countries.length === 1 ? (countries[0] ?? null) : null);
  const detailed = series.values.some((value) => value.area !== '');
  if (one !== null && detailed) {
    const areas = areasByValue(series, one);
    const lines = areas.slice(0, MOST_LINES).map(({ area, name }) => ({
      country: one,
      area,
      label: area === '' ? countryName(one) : name || area,
    }));
    return { lines, of: areas.length, by: 'area' };
  }
  const area = detailed ? null : '';
  if (one !== null) return { lines: [{ country: one, area, label: countryName(one) }], of: 1, by: 'country' };
  const lines = countries
    .slice(0, MOST_LINES)
    .map((country) => ({ country, area, label: countryName(country) }));
  return { lines, of: countries.length, by: 'country' };
}
