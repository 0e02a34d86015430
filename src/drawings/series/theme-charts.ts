import type { Country } from '#core/country.ts';
import type { Indicator, IndicatorSeries } from '#core/indicator.ts';
import type { SeriesLine } from '#figures/series/series-model.ts';

/** One chart to draw: a series, and which part of it. */
export type ChartPlan = {
  readonly id: string;
  readonly lines: readonly Omit<SeriesLine, 'country'>[];
  /** Zone or place that the subtitle names; null = the country. */
  readonly where: string | null;
  readonly summed: boolean;
  /** Periods that compare with one another; null = all. */
  readonly periods: RegExp | null;
};

/** Themes in the order they are told, each with its series, best first. */
const THEMES: readonly (readonly string[])[] = [
  ['coca-national'],
  ['seized-cocaine-hydrochloride', 'seized-cocaine-total', 'seized-cannabis-herb'],
  ['counterfeit-dollars-peru'],
  ['contraband-seized-peru'],
  ['coca-eradicated-peru'],
  ['homicide-rate'],
  ['conflict-deaths', 'battle-deaths'],
  ['displaced-conflict-total', 'displaced-conflict-new'],
  ['mined-area-amazon'],
  ['airstrips-destroyed'],
  ['cpi-0-100'],
];

/** Mining: 2018 holds all that was mined until then, and 2025 comes by quarter; whole years between them compare. */
const COMPARABLE: Readonly<Record<string, RegExp>> = { 'mined-area-amazon': /^20(19|2[0-4])$/ };

const national = (id: string): ChartPlan => ({
  id,
  lines: [{ area: '', label: '' }],
  where: null,
  summed: false,
  periods: null,
});

/**
 * The charts of a country: the zones that its profile speaks of first (coca in the VRAEM), then the best series of each
 * theme. A series with one value for the country stays in the table of figures: one value is no trend.
 */
export function chartPlans(country: Country, available: readonly Indicator[]): ChartPlan[] {
  const byId = new Map(available.map((one) => [one.id, one]));
  const zones = country.facts.flatMap((fact): ChartPlan[] =>
    fact.indicator !== null && fact.area !== '' && byId.has(fact.indicator)
      ? [
          {
            id: fact.indicator,
            lines: [{ area: fact.area, label: fact.area }],
            where: fact.area,
            summed: false,
            periods: null,
          },
        ]
      : [],
  );
  const themes = THEMES.flatMap((ids): ChartPlan[] => {
    const id = ids.find((one) => byId.has(one) && byId.get(one)?.from !== byId.get(one)?.to);
    if (id === undefined) return [];
    const summed = byId.get(id)?.geoLevel === 'district';
    const periods = COMPARABLE[id] ?? null;
    return [summed ? { ...national(id), lines: [{ area: null, label: '' }], summed, periods } : national(id)];
  });
  return [...themes.slice(0, 1), ...zones, ...themes.slice(1)];
}

/** The series as far as its periods compare. */
export function comparable(series: IndicatorSeries, { periods }: ChartPlan): IndicatorSeries {
  if (periods === null) return series;
  return { ...series, values: series.values.filter((value) => periods.test(value.period)) };
}
