import { keepPreviousData } from '@tanstack/react-query';
import { articlesOptions } from '#state/queries.ts';
import { useQuery } from '#state/use-query.ts';
import { useView } from '#state/use-view.ts';
import { FEED_STEP } from './explore-queries.ts';

/** The API gives at most this many rows a page. */
const MOST = 1000;

/** Articles under the filters of the address; `steps` pages of them. */
export function useArticles(steps: number) {
  const { view } = useView();
  const limit = Math.min(MOST, steps * FEED_STEP);
  return useQuery({
    ...articlesOptions(view.filter, { sort: view.filter.text === '' ? 'newest' : 'relevance', limit }),
    placeholderData: keepPreviousData,
  });
}

/** How many articles there are, or null while nobody has said. */
export function useArticleCount(): number | null {
  return useArticles(1).data?.total ?? null;
}
