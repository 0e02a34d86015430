import type { OpenRef } from '#core/figure-ref.ts';
import type { CountAnswer, EventSort } from '#core/query.ts';
import type { FigureWords } from '#figures/figure.ts';
import { eventsDrawing } from '#figures/table/event-table.ts';
import { makeWords } from '#figures/words.ts';
import { eventRowsOptions } from '#state/queries.ts';
import { countedOf, countedQueries } from '../counts.ts';
import { ask, type DrawContext } from '../draw-context.ts';
import type { MadeStill } from '../made-figure.ts';
import { shareLink, type WordsBase, wordsBase } from '../words-base.ts';

/** Rows of a list that its drawing holds at most; the rest is counted in it. */
export const LIST_ROWS = 50;

/** The words of a list of events. */
export function listWords(
  base: WordsBase,
  { i18n, names }: Pick<DrawContext, 'i18n' | 'names'>,
): FigureWords {
  return makeWords({ ...base, kind: 'table', extent: null }, i18n, names);
}

/** The first rows of Explore's feed or of the page of events. */
export async function eventList({ view, page }: OpenRef, context: DrawContext): Promise<MadeStill> {
  const { filter, sort } = view;
  const measure = page === 'explore' ? view.measure : 'count';
  const counted = countedOf(await ask(context, countedQueries(filter, measure)), filter);
  const link = shareLink(context, page, '', view);
  const { names, edition } = context;
  const words = listWords(wordsBase({ filter, measure, counted, names, link, edition }), context);
  return made(counted.count, words, await firstRows(view, sort, context), context);
}

async function firstRows({ filter }: OpenRef['view'], sort: EventSort, context: DrawContext) {
  const [page] = await ask(context, [{ kind: 'page', filter, sort, offset: 0, limit: LIST_ROWS }]);
  return context.client.fetchQuery(eventRowsOptions(page.rows, context.edition.dataVersion));
}

function made(
  count: CountAnswer | null,
  words: FigureWords,
  events: Awaited<ReturnType<typeof firstRows>>,
  { i18n, names }: DrawContext,
): MadeStill {
  const total = count?.total.events ?? 0;
  const drawing = eventsDrawing({ events, total, words, adm1: names.adm1, i18n });
  return { kind: 'still', drawing, summary: `${words.title}. ${words.counts}.` };
}
