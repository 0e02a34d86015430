import type { OpenRef } from '#core/figure-ref.ts';
import { FigureRefError } from '#core/figure-ref.ts';
import { makeSeries, type SeriesSubject } from '#figures/series/series-drawing.ts';
import { apiOptions } from '#state/queries.ts';
import type { DrawContext } from '../draw-context.ts';
import type { MadeSeries } from '../made-figure.ts';
import { chartFigure, chartPart } from './chart-figure.ts';
import { indicatorFigure } from './indicator-figure.ts';
import { chartPlans } from './theme-charts.ts';

/** The chart of an indicator's page. */
export async function indicatorSeries(ref: OpenRef, context: DrawContext): Promise<MadeSeries> {
  const series = await context.client.fetchQuery(apiOptions('indicator', { id: ref.id }));
  return made(indicatorFigure(series, ref.view.filter, context), ref, context);
}

/** One of the charts of a country's page. */
export async function countryChart(ref: OpenRef, context: DrawContext): Promise<MadeSeries> {
  const { client } = context;
  const iso2 = ref.id.toUpperCase();
  const [country, list] = await Promise.all([
    client.fetchQuery(apiOptions('country', { iso2 })),
    client.fetchQuery(apiOptions('indicators', { c: iso2 })),
  ]);
  const plans = chartPlans(country, list.rows);
  const plan = plans.find((one) => chartPart(one) === ref.part);
  if (!plan) {
    const known = [...new Set(plans.map(chartPart))];
    throw new FigureRefError(
      'no-part',
      ref.part,
      `The charts of ${iso2} are ${known.join(', ') || 'none'}.`,
      known,
    );
  }
  const series = await client.fetchQuery(apiOptions('indicator', { id: plan.id, c: iso2 }));
  return made(chartFigure(country, plan, series, context), ref, context);
}

function made(subject: SeriesSubject, ref: OpenRef, { i18n }: DrawContext): MadeSeries {
  const figure = makeSeries(subject, i18n);
  if (!figure)
    throw new FigureRefError(
      'no-values',
      ref.address,
      'Its lines hold no value; choose another indicator or country.',
    );
  return { kind: 'series', ...figure };
}
