import type { OpenRef } from '#core/figure-ref.ts';
import type { EventFilter } from '#core/filter.ts';
import type { View } from '#core/view.ts';
import { rateWords } from '#figures/map/form-words.ts';
import { lastYearOf, POPULATION, type Population, populationIn } from '#figures/map/rates.ts';
import { rankInk } from '#figures/rank/RankFigure.tsx';
import { buildRank } from '#figures/rank/rank-model.ts';
import { rankNotes, rankSummary, rankTable } from '#figures/rank/rank-words.ts';
import { makeWords } from '#figures/words.ts';
import { apiOptions } from '#state/queries.ts';
import { countedOf, countedQueries, facetQuery } from '../counts.ts';
import { ask, type DrawContext } from '../draw-context.ts';
import type { MadeRank } from '../made-figure.ts';
import { shareLink, wordsBase } from '../words-base.ts';

/** Bars that can be told apart and read at the size of a slide. */
const MOST_BARS = 12;

/** Regions within one country, else countries. */
export const rankBy = ({ countries }: EventFilter): 'adm1' | 'country' =>
  countries.length === 1 ? 'adm1' : 'country';

/** Whether a view ranks by rate: as its map, and only countries, of which it is known how many people live there. */
export const isRateRank = ({ filter, mapMode }: Pick<View, 'filter' | 'mapMode'>): boolean =>
  mapMode === 'rates' && rankBy(filter) === 'country';

/** Countries, or regions of the one chosen, by the view's measure; countries by events per head where its map shows rates. */
export async function exploreRank({ view }: OpenRef, context: DrawContext): Promise<MadeRank> {
  const { filter } = view;
  const { i18n, names, edition } = context;
  const by = rankBy(filter);
  const population = isRateRank(view) ? await populationOf(view, context) : null;
  const measure = population ? 'count' : view.measure;
  const counted = countedOf(await ask(context, countedQueries(filter, measure)), filter);
  const [facet] = await ask(context, [facetQuery(filter, by, measure)]);
  const model = buildRank(facet, measure, MOST_BARS, population);
  const nameOf = by === 'country' ? i18n.format.country : (id: string) => names.adm1(id) ?? id;
  const link = shareLink(context, 'explore', '', { ...view, list: 'rank' });
  const base = wordsBase({ filter, measure, counted, names, link, edition });
  const finding = rankSummary(model, nameOf, i18n);
  const caveats = rankNotes(model, i18n);
  const plain = makeWords({ ...base, kind: 'rank', by, extent: null, finding, caveats }, i18n, names);
  const words = population ? rateWords(plain, population, i18n) : plain;
  return {
    kind: 'rank',
    summary: finding,
    drawing: {
      kind: 'rank',
      words,
      legend: null,
      ink: rankInk(model, nameOf, i18n),
      table: rankTable(model, words.title, nameOf, i18n),
    },
    ...{ model, nameOf, filter },
  };
}

async function populationOf({ filter }: View, { client }: DrawContext): Promise<Population | null> {
  const series = await client.fetchQuery(apiOptions('indicator', { id: POPULATION }));
  return populationIn(series, lastYearOf(filter));
}
