import type { ProfileFact, ProfileRun } from '#core/country.ts';
import type { IndicatorSeries, Observation } from '#core/indicator.ts';

export type Lang = 'en' | 'es' | 'pt';

const locales: Readonly<Record<Lang, string>> = { en: 'en', es: 'es-419', pt: 'pt-BR' };

/** Figures a profile may name: read from the bundled records, so that a text can never differ from the data. */
export interface Figures {
  readonly series: readonly IndicatorSeries[];
  /** Sums over the events of a dataset, in one country. */
  events(
    source: string,
    country: string,
  ): { readonly count: number; readonly reports: number; readonly deaths: number; readonly items: number };
}

/** The value of a series, or an error: a profile never names a figure the data do not hold. */
export function figureOf(
  figures: Figures,
  indicator: string,
  country: string,
  area: string,
  period: string,
): Observation & { value: number } {
  const series = figures.series.find((one) => one.id === indicator);
  const found = series?.values.find(
    (value) => value.country === country && value.area === area && value.period === period,
  );
  if (!found || found.value === null) throw new Error(`No value ${indicator} ${country} ${area} ${period}`);
  return { ...found, value: found.value };
}

/**
 * A text with links "[words](kind:id)" and figures "{indicator|area|period}", "{sum|indicator|area}" (all periods),
 * or "{events|source|count}" (also reports, deaths, items), as runs. "/1" after a figure asks for that many decimals.
 */
export function runsOf(
  template: string,
  country: string,
  lang: Lang,
  figures: Figures,
): readonly ProfileRun[] {
  const filled = template.replace(/\{([^}]+)\}/gu, (_, code: string) =>
    filledIn(code, country, lang, figures),
  );
  const runs: ProfileRun[] = [];
  let at = 0;
  for (const match of filled.matchAll(
    /\[([^\]]+)\]\((indicator|event|article|group|source|url):([^)]+)\)/gu,
  )) {
    if (match.index > at) runs.push({ text: filled.slice(at, match.index), href: null });
    runs.push({
      text: match[1] ?? '',
      href: { kind: match[2] as NonNullable<ProfileRun['href']>['kind'], id: match[3] ?? '' },
    });
    at = match.index + match[0].length;
  }
  if (at < filled.length) runs.push({ text: filled.slice(at), href: null });
  return runs;
}

function filledIn(code: string, country: string, lang: Lang, figures: Figures): string {
  const [body = '', decimals = '0'] = code.split('/');
  const value = numberFor(body.split('|'), country, figures);
  return new Intl.NumberFormat(locales[lang], { maximumFractionDigits: Number(decimals) }).format(value);
}

function numberFor(
  [first = '', second = '', third = '']: readonly string[],
  country: string,
  figures: Figures,
): number {
  if (first === 'events') {
    const sums = figures.events(second, country);
    if (third === 'count' || third === 'reports' || third === 'deaths' || third === 'items')
      return sums[third];
    throw new Error(`No event sum "${third}"`);
  }
  if (first === 'sum') {
    const values = figures.series.find((one) => one.id === second)?.values ?? [];
    return values
      .filter((one) => one.country === country && one.area === third)
      .reduce((sum, one) => sum + (one.value ?? 0), 0);
  }
  return figureOf(figures, first, country, second, third).value;
}

/** A key figure of a profile, taken from its series. */
export function factOf(
  figures: Figures,
  country: string,
  label: readonly [en: string, es: string, pt: string],
  indicator: string,
  period: string,
  area = '',
): ProfileFact {
  const found = figureOf(figures, indicator, country, area, period);
  const series = figures.series.find((one) => one.id === indicator);
  return {
    label: label[0],
    labels: { en: label[0], es: label[1], pt: label[2] },
    value: Math.round(found.value * 100) / 100,
    unit: series?.unit ?? '',
    period,
    indicator,
    area,
    publisher: found.publisher ?? '',
    url: found.url,
  };
}
