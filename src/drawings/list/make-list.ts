import type { CrimeEvent } from '#core/event.ts';
import type { OpenRef } from '#core/figure-ref.ts';
import type { EventSort } from '#core/query.ts';
import type { Drawing } from '#figures/figure.ts';
import { eventsDrawing } from '#figures/table/event-table.ts';
import { makeWords } from '#figures/words.ts';
import { eventRowsOptions } from '#state/queries.ts';
import { countedOf, countedQueries } from '../counts.ts';
import { ask, type DrawContext } from '../draw-context.ts';
import type { MadeStill } from '../made-figure.ts';
import { mayLeave, withheldWords } from '../withheld.ts';
import { shareLink, type WordsBase, wordsBase } from '../words-base.ts';

/** Rows of a list that its drawing holds at most; the rest is counted in it. */
export const LIST_ROWS = 50;

interface ListInput {
  /** The first rows, in their order. */
  readonly events: readonly CrimeEvent[];
  /** Events of the whole list. */
  readonly total: number;
  readonly base: WordsBase;
}

/** A list of events as a figure: no row of a source that lets none out, and which those are. */
export function listDrawing(
  { events, total, base }: ListInput,
  { i18n, names }: Pick<DrawContext, 'i18n' | 'names'>,
): Drawing {
  const caveats = withheldWords(base.filter, names, i18n);
  const words = makeWords({ ...base, kind: 'table', extent: null, caveats }, i18n, names);
  const rows = events.filter((event) => mayLeave(event, names));
  return eventsDrawing({ events: rows, total, words, adm1: names.adm1, i18n });
}

/** The first rows of Explore's feed or of the page of events. */
export async function eventList({ view, page }: OpenRef, context: DrawContext): Promise<MadeStill> {
  const { filter, sort } = view;
  const measure = page === 'explore' ? view.measure : 'count';
  const counted = countedOf(await ask(context, countedQueries(filter, measure)), filter);
  const link = shareLink(context, page, '', view);
  const { names, edition } = context;
  const base = wordsBase({ filter, measure, counted, names, link, edition });
  const total = counted.count?.total.events ?? 0;
  const drawing = listDrawing({ events: await firstRows(view, sort, context), total, base }, context);
  const { title, counts } = drawing.words;
  return { kind: 'still', drawing, summary: `${title}. ${counts}.` };
}

async function firstRows({ filter }: OpenRef['view'], sort: EventSort, context: DrawContext) {
  const [page] = await ask(context, [{ kind: 'page', filter, sort, offset: 0, limit: LIST_ROWS }]);
  return context.client.fetchQuery(eventRowsOptions(page.rows, context.edition.dataVersion));
}
