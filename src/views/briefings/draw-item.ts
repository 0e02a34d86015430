import type { BriefingItem, ContentItem, PinnedContent } from '#core/briefing.ts';
import { drawnFields } from '#core/figure-fields.ts';
import { checkFigureRef } from '#core/figure-ref.ts';
import { writeFilter } from '#core/filter.ts';
import { readView } from '#core/view.ts';
import { countedOf, countedQueries } from '#drawings/counts.ts';
import { ask, type DrawContext } from '#drawings/draw-context.ts';
import { drawFigure } from '#drawings/draw-figure.ts';
import { mayLeave, withheldWords } from '#drawings/withheld.ts';
import type { DrawnContent, DrawnItem } from '#export/briefing/drawn-briefing.ts';
import type { Drawing, FigureTable } from '#figures/figure.ts';
import { eventsTable } from '#figures/table/event-table.ts';
import { makeWords } from '#figures/words.ts';
import type { BriefingT } from '#i18n/briefing-words.ts';
import { paths } from '#state/paths.ts';
import { apiOptions } from '#state/queries.ts';
import { articleContent, eventContent } from './draw-record.ts';

/** Everything that items are drawn with. */
export interface ItemContext extends DrawContext {
  readonly say: BriefingT;
}

/** What an item shows, drawn in the briefing's language. Throws where it cannot be shown. */
export async function drawContent(item: ContentItem, context: ItemContext): Promise<DrawnContent> {
  if (item.pinned !== null) {
    const { words, table, pictures, dataVersion, at } = item.pinned;
    const drawing = await drawnAgain(item, item.pinned, context);
    return { words, table, pictures, dataVersion, drawing, pinnedAt: at, original: null };
  }
  if (item.kind === 'figure') {
    const drawing = await drawFigure(checkFigureRef(item.ref), context);
    return { ...live(context), words: drawing.words, table: drawing.table, drawing };
  }
  if (item.kind === 'list') return listContent(item.address, item.rows, context);
  if (item.kind === 'event') return eventContent(item.event, context);
  return articleContent(item.article, context);
}

/**
 * A pinned figure drawn anew, so that it is laid out for its place as live ones are: while the data are still those that it was
 * pinned with, and only where all that it said then, in words and numbers, is what the drawing says. Null otherwise: a pinned item
 * keeps words, table and two pictures but no model (a map's holds thousands of cells and outlines), and what the data of that day
 * are no longer there for can only be fitted as it was painted.
 */
async function drawnAgain(
  item: ContentItem,
  pinned: PinnedContent,
  context: ItemContext,
): Promise<Drawing | null> {
  if (item.kind !== 'figure' || pinned.pictures === null) return null;
  if (pinned.dataVersion !== context.edition.dataVersion) return null;
  try {
    const drawing = await drawFigure(checkFigureRef(item.ref), context);
    return saidBy(drawing) === saidBy(pinned) ? { ...drawing, words: pinned.words } : null;
  } catch {
    return null;
  }
}

/** All that a figure says but when and where it was made. */
function saidBy({ words, table }: Pick<Drawing, 'words' | 'table'>): string {
  const said = drawnFields.filter((field) => field !== 'generated' && field !== 'link');
  return JSON.stringify([said.map((field) => words[field]), table.columns, table.rows]);
}

/** What is the same of all that follows the data. */
export function live({ edition }: DrawContext) {
  return { drawing: null, pictures: null, pinnedAt: null, original: null, dataVersion: edition.dataVersion };
}

/** The first rows of a list of events, with the words of the whole list. */
async function listContent(address: string, rows: number, context: ItemContext): Promise<DrawnContent> {
  const { client, i18n, names, edition, say } = context;
  const { view } = readView(new URL(address, context.origin).search);
  const { filter, sort } = view;
  const [page, answers] = await Promise.all([
    client.fetchQuery(apiOptions('events', { ...writeFilter(filter), sort, limit: String(rows) })),
    ask(context, countedQueries(filter, 'count')),
  ]);
  const { count, sourcesShown } = countedOf(answers, filter);
  const byId = new Map(names.sources.map((source) => [source.id, source]));
  const words = makeWords(
    {
      kind: 'table',
      filter,
      measure: 'count',
      count,
      extent: null,
      caveats: withheldWords(filter, names, i18n),
      sources: sourcesShown.flatMap((id) => byId.get(id) ?? []),
      link: context.origin + paths.events({ ...view, lang: i18n.lang, asof: edition.dataVersion }),
      edition,
    },
    i18n,
    names,
  );
  const total = count?.total.events ?? page.rows.length;
  const shown = i18n.format.number(page.rows.length);
  return {
    ...live(context),
    words: { ...words, counts: `${say('briefing.listCounts', { shown, n: total })}. ${words.counts}` },
    table: told(
      eventsTable({
        events: page.rows.filter((event) => mayLeave(event, names)),
        words,
        adm1: names.adm1,
        i18n,
      }),
    ),
  };
}

/** Without the columns in which nothing is reported. */
function told(table: FigureTable): FigureTable {
  const kept = table.columns.flatMap((_, at) => (table.rows.some((row) => row[at] !== null) ? [at] : []));
  return {
    ...table,
    columns: kept.flatMap((at) => table.columns[at] ?? []),
    rows: table.rows.map((row) => kept.map((at) => row[at] ?? null)),
  };
}

/** The item with its content: the author's words, or the figure's own where there are none. */
export function drawnItem(item: BriefingItem, content: DrawnContent | null, say: BriefingT): DrawnItem {
  const { id, kind, message, annotation } = item;
  const title = item.title || content?.words.title || say(`briefing.kind.${kind}`);
  return { id, kind, title, message, annotation, content };
}
