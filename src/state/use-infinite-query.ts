import {
  InfiniteQueryObserver,
  type useInfiniteQuery as libraryInfiniteQuery,
  type QueryObserver,
  type QueryObserverOptions,
} from '@tanstack/react-query';
import { useObserved } from './use-query.ts';

/** Pages of a list, the next ones as they are asked for. Apart from use-query.ts: no first view has such a list. */
export const useInfiniteQuery = ((options: QueryObserverOptions) =>
  useObserved(
    InfiniteQueryObserver as unknown as typeof QueryObserver,
    options,
  )) as unknown as typeof libraryInfiniteQuery;
