import type { EventFilter } from '#core/filter.ts';
import type { IndicatorSeries } from '#core/indicator.ts';
import { defaultView } from '#core/view.ts';
import type { SeriesSubject } from '#figures/series/series-drawing.ts';
import type { I18n } from '#i18n/i18n.tsx';
import type { DrawContext } from '../draw-context.ts';
import { shareLink } from '../words-base.ts';
import { linesOf } from './series-lines.ts';

/** The country drawn alone; null = all side by side. */
export function chosenCountry(series: IndicatorSeries, filter: EventFilter): string | null {
  const wanted = filter.countries[0] ?? null;
  return wanted !== null && series.countries.includes(wanted) ? wanted : null;
}

/** What the page of an indicator draws: all countries side by side, or one of them. */
export function indicatorFigure(
  series: IndicatorSeries,
  filter: EventFilter,
  context: Pick<DrawContext, 'i18n' | 'names' | 'edition' | 'origin'>,
): SeriesSubject {
  const { i18n, names, edition } = context;
  const { t, format } = i18n;
  const chosen = chosenCountry(series, filter);
  const { lines, of, by } = linesOf(series, chosen, format.country);
  const where =
    chosen !== null || series.countries.length === 1
      ? format.country(chosen ?? series.countries[0] ?? '')
      : t('records.countries', { n: series.countries.length });
  const view = {
    ...defaultView,
    filter: { ...defaultView.filter, countries: chosen === null ? [] : [chosen] },
  };
  return {
    series,
    lines,
    where,
    source: names.sources.find((source) => source.id === series.source) ?? null,
    edition,
    link: shareLink(context, 'indicator', series.id, view),
    notes: lines.length < of ? [partNote(by, lines.length, of, i18n)] : [],
  };
}

function partNote(by: 'country' | 'area', n: number, all: number, { t }: I18n): string {
  return t(by === 'area' ? 'records.indicator.areas' : 'records.indicator.countriesShown', { n, all });
}
