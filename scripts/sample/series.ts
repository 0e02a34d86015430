import type { Indicator, IndicatorSeries, Observation } from '#core/indicator.ts';

type Three = readonly [en: string, es: string, pt: string];

/** What is said about a series; countries, span and number of values follow from the values. */
export interface SeriesText {
  readonly id: string;
  readonly title: Three;
  readonly definition: Three;
  readonly caveat: Three | null;
  readonly unit: string;
  readonly theme: Indicator['theme'];
  readonly source: string;
  readonly geoLevel: Indicator['geoLevel'];
  readonly additive: boolean;
}

const localised = ([en, es, pt]: Three): { en: string; es: string; pt: string } => ({ en, es, pt });

/** A series with its values sorted by country, area and period. Two values for one cell are an error. */
export function seriesOf(text: SeriesText, values: readonly Observation[]): IndicatorSeries {
  const cell = (value: Observation): string => `${value.country}|${value.area}|${value.period}`;
  const sorted = [...values].sort((a, b) => (cell(a) < cell(b) ? -1 : 1));
  sorted.forEach((value, index) => {
    const before = sorted[index - 1];
    if (before && cell(before) === cell(value)) throw new Error(`${text.id}: two values for ${cell(value)}`);
  });
  const periods = sorted.map((value) => value.period).sort();
  return {
    id: text.id,
    title: text.title[0],
    texts: {
      title: localised(text.title),
      definition: localised(text.definition),
      caveat: text.caveat ? localised(text.caveat) : null,
    },
    unit: text.unit,
    definition: text.definition[0],
    caveat: text.caveat?.[0] ?? null,
    theme: text.theme,
    source: text.source,
    geoLevel: text.geoLevel,
    additive: text.additive,
    countries: [...new Set(sorted.map((value) => value.country))].sort(),
    from: periods[0] ?? '',
    to: periods.at(-1) ?? '',
    observations: sorted.length,
    values: sorted,
  };
}

/** One value, final and of the whole country unless said otherwise. */
export function observation(
  country: string,
  period: string,
  value: number | null,
  more: Partial<Omit<Observation, 'country' | 'period' | 'value'>> = {},
): Observation {
  return {
    country,
    area: '',
    areaName: '',
    period,
    value,
    low: null,
    high: null,
    status: 'final',
    note: null,
    url: null,
    publisher: null,
    ...more,
  };
}
