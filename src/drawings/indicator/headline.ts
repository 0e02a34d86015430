import type { Country, ProfileFact } from '#core/country.ts';
import type { IndicatorSeries } from '#core/indicator.ts';
import { defaultView } from '#core/view.ts';
import { buildIndicator } from '#figures/indicator/indicator-model.ts';
import type { IndicatorSubject } from '#figures/indicator/indicator-words.ts';
import { chooseText } from '#i18n/localised.ts';
import type { DrawContext } from '../draw-context.ts';
import { chartPart } from '../series/chart-figure.ts';
import { shareLink } from '../words-base.ts';

/** Series that speak for a country where no profile is written, in this order. */
const STAND_IN = [
  'coca-national',
  'homicide-rate',
  'seized-cocaine-hydrochloride',
  'conflict-deaths',
  'displaced-conflict-total',
  'population',
] as const;

/** Numbers at the head of a country's page. */
export const HEADLINES = 4;

/** Ids of the series that a country's headline numbers need. */
export function headlineIds(country: Country, available: readonly string[]): string[] {
  const given = country.facts.slice(0, HEADLINES).flatMap((fact) => fact.indicator ?? []);
  if (given.length > 0) return [...new Set(given)];
  return STAND_IN.filter((id) => available.includes(id)).slice(0, HEADLINES);
}

/** The newest value of a series as a fact; null where it has none. */
export function latestFact(series: IndicatorSeries, title: string): ProfileFact | null {
  const known = series.values.filter(({ area, value }) => area === '' && value !== null);
  const last = known.toSorted((a, b) => (a.period < b.period ? -1 : 1)).at(-1);
  if (!last || last.value === null) return null;
  const { id, unit } = series;
  const { value, period, url, publisher } = last;
  return { label: title, value, unit, period, indicator: id, area: '', publisher: publisher ?? '', url };
}

/** What a number of a country's page is called in an address, as its chart is; null for one without a series. */
export function factPart({ indicator, area }: Pick<ProfileFact, 'indicator' | 'area'>): string | null {
  return indicator === null ? null : chartPart({ id: indicator, where: area === '' ? null : area });
}

/** One number of a country's page. */
export function headlineFigure(
  country: Country,
  fact: ProfileFact,
  series: IndicatorSeries | null,
  context: Pick<DrawContext, 'i18n' | 'names' | 'edition' | 'origin'>,
): IndicatorSubject {
  const { i18n, names, edition } = context;
  const { t, lang } = i18n;
  const areaName = series?.values.find(({ area }) => area === fact.area)?.areaName;
  const where = fact.area === '' ? country.names[lang] : areaName || fact.area;
  // A part of a figure told just before ("of which in the VRAEM") stands alone when it leaves.
  const isPart = fact.area !== '' && series?.theme === 'coca';
  return {
    model: buildIndicator(fact, series, country.iso2),
    name: isPart
      ? t('country.charts.coca', { where })
      : t('figures.indicator.name', { label: chooseText(lang, fact.label, fact.labels).text, where }),
    where,
    series,
    source: names.sources.find(({ id }) => id === series?.source) ?? null,
    edition,
    link: shareLink(context, 'country', country.iso2, defaultView, factPart(fact) ?? ''),
  };
}
