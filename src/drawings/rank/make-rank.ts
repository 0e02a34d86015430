import type { OpenRef } from '#core/figure-ref.ts';
import type { EventFilter } from '#core/filter.ts';
import { rankInk } from '#figures/rank/RankFigure.tsx';
import { buildRank } from '#figures/rank/rank-model.ts';
import { rankNotes, rankSummary, rankTable } from '#figures/rank/rank-words.ts';
import { makeWords } from '#figures/words.ts';
import { countedOf, countedQueries, facetQuery } from '../counts.ts';
import { ask, type DrawContext } from '../draw-context.ts';
import type { MadeStill } from '../made-figure.ts';
import { shareLink, wordsBase } from '../words-base.ts';

/** Bars that can be told apart and read at the size of a slide. */
const MOST_BARS = 12;

/** Regions within one country, else countries. */
const rankBy = ({ countries }: EventFilter): 'adm1' | 'country' =>
  countries.length === 1 ? 'adm1' : 'country';

/** Countries, or regions of the one chosen, by the view's measure. */
export async function exploreRank({ view }: OpenRef, context: DrawContext): Promise<MadeStill> {
  const { filter, measure } = view;
  const { i18n, names, edition } = context;
  const by = rankBy(filter);
  const counted = countedOf(await ask(context, countedQueries(filter, measure)), filter);
  const [facet] = await ask(context, [facetQuery(filter, by, measure)]);
  const model = buildRank(facet, measure, MOST_BARS);
  const nameOf = by === 'country' ? i18n.format.country : (id: string) => names.adm1(id) ?? id;
  const link = shareLink(context, 'explore', '', view);
  const base = wordsBase({ filter, measure, counted, names, link, edition });
  const finding = rankSummary(model, nameOf, i18n);
  const caveats = rankNotes(model, i18n);
  const words = makeWords({ ...base, kind: 'rank', by, extent: null, finding, caveats }, i18n, names);
  return {
    kind: 'still',
    summary: finding,
    drawing: {
      kind: 'rank',
      words,
      legend: null,
      ink: rankInk(model, nameOf, i18n),
      table: rankTable(model, words.title, nameOf, i18n),
    },
  };
}
