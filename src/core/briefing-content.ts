import { type ItemContent, newListRows } from './briefing.ts';
import type { FigureName } from './figure-ref.ts';
import { readView, writeView } from './view.ts';

/** What a figure or list is in a briefing: the view of its link, following the data and in the briefing's own language. */
export function contentOfLink(figure: FigureName, link: string): ItemContent {
  const { pathname, search, hash } = new URL(link);
  const { view } = readView(search);
  const query = writeView({ ...view, asof: null, lang: null });
  if (figure === 'list') return { kind: 'list', address: `/events${query}`, rows: newListRows };
  return { kind: 'figure', ref: { figure, address: pathname + query + hash } };
}
