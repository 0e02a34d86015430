import type { Country } from '#core/country.ts';
import type { Indicator } from '#core/indicator.ts';
import type { SeriesLine } from '#figures/series/series-model.ts';

/** One chart to draw: a series, and which part of it. */
export type ChartPlan = {
  readonly id: string;
  readonly lines: readonly Omit<SeriesLine, 'country'>[];
  /** Zone or place that the subtitle names; null = the country. */
  readonly where: string | null;
  readonly summed: boolean;
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

const national = (id: string): ChartPlan => ({
  id,
  lines: [{ area: '', label: '' }],
  where: null,
  summed: false,
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
          },
        ]
      : [],
  );
  const themes = THEMES.flatMap((ids): ChartPlan[] => {
    const id = ids.find((one) => byId.has(one) && byId.get(one)?.from !== byId.get(one)?.to);
    if (id === undefined) return [];
    const summed = byId.get(id)?.geoLevel === 'district';
    return [summed ? { ...national(id), lines: [{ area: null, label: '' }], summed } : national(id)];
  });
  return [...themes.slice(0, 1), ...zones, ...themes.slice(1)];
}
