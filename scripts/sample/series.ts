import type { Indicator, IndicatorSeries, Observation } from '#core/indicator.ts';
import { translatedRemark } from './translations.ts';

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

/** The units of the series in Spanish and Portuguese. */
const unitsElsewhere: Readonly<Record<string, readonly [es: string, pt: string]>> = {
  ha: ['ha', 'ha'],
  kg: ['kg', 'kg'],
  'million USD': ['millones de USD', 'milhões de USD'],
  'million USD face value': ['millones de USD, valor facial', 'milhões de USD, valor de face'],
  flights: ['vuelos', 'voos'],
  '% of GDP': ['% del PIB', '% do PIB'],
  rank: ['puesto', 'posição'],
  airstrips: ['pistas', 'pistas'],
  aircraft: ['aeronaves', 'aeronaves'],
  'per 100,000 people': ['por 100 mil habitantes', 'por 100 mil habitantes'],
  'per 100,000 men': ['por 100 mil hombres', 'por 100 mil homens'],
  'per 100,000 women': ['por 100 mil mujeres', 'por 100 mil mulheres'],
  deaths: ['muertes', 'mortes'],
  people: ['personas', 'pessoas'],
  cases: ['casos', 'casos'],
  'rating, 1 low to 6 high': ['calificación, de 1 baja a 6 alta', 'avaliação, de 1 baixa a 6 alta'],
  'score, 0 to 10': ['puntaje, de 0 a 10', 'nota, de 0 a 10'],
  'score, 0 to 100': ['puntaje, de 0 a 100', 'nota, de 0 a 100'],
};

function unitIn(unit: string): Three {
  const words = unitsElsewhere[unit];
  if (!words) throw new Error(`The unit "${unit}" has no Spanish and Portuguese words`);
  return [unit, ...words];
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
      unit: localised(unitIn(text.unit)),
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
  const notes = more.note ? translatedRemark(more.note) : null;
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
    ...(notes ? { notes } : {}),
    ...more,
  };
}
