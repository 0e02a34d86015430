import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { type CivilDay, isoOf } from '#core/time.ts';
import { fetchArticles } from '#state/queries.ts';

type Ask = {
  readonly iso2: string;
  readonly topic: string | null;
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
  readonly order: 'newest' | 'oldest';
};

/** Articles of one country and period, a page at a time, topic counts included. */
export function countryArticles({ iso2, topic, from, to, order }: Ask) {
  const input = {
    c: iso2,
    ...(topic === null ? {} : { topic }),
    ...(from === null ? {} : { from: isoOf(from) }),
    ...(to === null ? {} : { to: isoOf(to) }),
    sort: order,
    limit: '10',
  };
  return infiniteQueryOptions({
    queryKey: ['country-articles', input],
    queryFn: ({ pageParam, signal }) =>
      fetchArticles({ ...input, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
    networkMode: 'always' as const,
  });
}
