import type { Country } from '#core/country.ts';
import type { IndicatorSeries } from '#core/indicator.ts';
import { defaultView } from '#core/view.ts';
import type { SeriesSubject } from '#figures/series/series-drawing.ts';
import type { DrawContext } from '../draw-context.ts';
import { shareLink } from '../words-base.ts';
import { type ChartPlan, comparable } from './theme-charts.ts';

/** What a chart of a country page is called in an address: "coca-national", "coca-cultivation@VRAEM". */
export function chartPart({ id, where }: Pick<ChartPlan, 'id' | 'where'>): string {
  return where === null ? id : `${id}@${where}`;
}

/** Periods of a plan's line that have a value: with fewer than two there is no chart. */
export function knownPeriods(series: IndicatorSeries, plan: ChartPlan): number {
  const area = plan.lines[0]?.area ?? null;
  const known = series.values.filter(
    (value) => value.value !== null && (area === null || value.area === area),
  );
  return new Set(known.map((value) => value.period)).size;
}

/** One chart of a country's page. */
export function chartFigure(
  country: Country,
  plan: ChartPlan,
  series: IndicatorSeries,
  context: Pick<DrawContext, 'i18n' | 'names' | 'edition' | 'origin'>,
): SeriesSubject {
  const { t, lang } = context.i18n;
  const area = series.values.find((value) => value.area === plan.where)?.areaName;
  const where = plan.where === null ? country.names[lang] : (area ?? plan.where);
  const shown = comparable(series, plan);
  const areas = new Set(shown.values.map((value) => value.area)).size;
  return {
    series: shown,
    lines: plan.lines.map((line) => ({ ...line, country: country.iso2, label: where })),
    where,
    title: plan.where !== null && series.theme === 'coca' ? t('country.charts.coca', { where }) : undefined,
    source: context.names.sources.find((source) => source.id === series.source) ?? null,
    edition: context.edition,
    link: shareLink(context, 'country', country.iso2, defaultView, chartPart(plan)),
    notes: [
      ...(plan.summed ? [t('country.charts.sum', { n: areas })] : []),
      ...(plan.periods ? [t('country.charts.periods')] : []),
    ],
  };
}
