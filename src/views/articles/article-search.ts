import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { writeFilter } from '#core/filter.ts';
import type { ArticleOrder, View } from '#core/view.ts';
import { fetchArticles } from '#state/queries.ts';

const PAGE_ROWS = '30';
/** Parts of the filter that narrow articles. */
const NARROWING = ['c', 'group', 'from', 'to', 'q', 'source'] as const;

/** Best match when words are searched and nothing else was chosen; without words there is no best match. */
export function orderOf({ filter, reading }: View): ArticleOrder {
  const searched = filter.text !== '';
  if (reading.order === null || (reading.order === 'relevance' && !searched))
    return searched ? 'relevance' : 'newest';
  return reading.order;
}

/** What a view asks of the articles endpoint, paging apart; the CSV asks the same. */
export function articleInput(view: View): Record<string, string> {
  const { filter, reading } = view;
  const values = writeFilter(filter);
  return {
    ...Object.fromEntries(NARROWING.flatMap((key) => (values[key] ? [[key, values[key]]] : []))),
    ...(reading.topics.length > 0 ? { topic: reading.topics.join(',') } : {}),
    ...(reading.outlet === null ? {} : { outlet: reading.outlet }),
    ...(reading.languages.length > 0 ? { language: reading.languages.join(',') } : {}),
    sort: orderOf(view),
  };
}

/** The search, a page at a time; older results stay while newer ones are fetched. */
export function articlePages(view: View) {
  const input = articleInput(view);
  return infiniteQueryOptions({
    queryKey: ['article-pages', input],
    queryFn: ({ pageParam, signal }) =>
      fetchArticles(
        { ...input, limit: PAGE_ROWS, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
    networkMode: 'always' as const,
  });
}
