import type { Country } from '#core/country.ts';
import { FigureRefError, type OpenRef } from '#core/figure-ref.ts';
import { indicatorDrawing } from '#figures/indicator/indicator-drawing.ts';
import { chooseText } from '#i18n/localised.ts';
import { apiOptions } from '#state/queries.ts';
import type { DrawContext } from '../draw-context.ts';
import type { MadeStill } from '../made-figure.ts';
import { factPart, headlineFigure, headlineIds, latestFact } from './headline.ts';

/** One of the numbers of a country's page: of its profile, or the newest of a series that speaks for it. */
export async function countryIndicator(ref: OpenRef, context: DrawContext): Promise<MadeStill> {
  const { client, i18n } = context;
  const iso2 = ref.id.toUpperCase();
  const [country, list] = await Promise.all([
    client.fetchQuery(apiOptions('country', { iso2 })),
    client.fetchQuery(apiOptions('indicators', { c: iso2 })),
  ]);
  const written = country.facts.find((fact) => factPart(fact) === ref.part);
  const available = list.rows.map(({ id }) => id);
  const id = written?.indicator ?? headlineIds(country, available).find((one) => one === ref.part);
  if (id === undefined) throw unknownPart(ref, country, available);
  const series = await client.fetchQuery(apiOptions('indicator', { id, c: iso2 }));
  const fact = written ?? latestFact(series, chooseText(i18n.lang, series.title, series.texts?.title).text);
  if (!fact) throw new FigureRefError('no-values', ref.address, 'The series holds no value; choose another.');
  return { kind: 'still', ...indicatorDrawing(headlineFigure(country, fact, series, context), i18n) };
}

function unknownPart(ref: OpenRef, country: Country, available: readonly string[]): FigureRefError {
  const written = country.facts.flatMap((fact) => factPart(fact) ?? []);
  const known = written.length > 0 ? written : headlineIds(country, available);
  const list = known.join(', ') || 'none';
  return new FigureRefError('no-part', ref.part, `The numbers of ${country.iso2} are ${list}.`, known);
}
