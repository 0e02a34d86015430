import {
  type useQueries as libraryQueries,
  type useQuery as libraryQuery,
  notifyManager,
  QueriesObserver,
  QueryObserver,
  type QueryObserverOptions,
  type QueryObserverResult,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useArrivals } from './unhurried.ts';

type Options = QueryObserverOptions;
type Listener = () => void;

/** Options as the library's own hooks hand them to an observer. */
function useObserverOptions(): (options: Options) => Options {
  const client = useQueryClient();
  return (options) => ({ ...client.defaultQueryOptions(options), _optimisticResults: 'optimistic' });
}

/**
 * The library's hooks draw every answer at once, a whole screen in one task if need be. These do the same with what the reader
 * asks for, and draw what arrives before the first touch in slices (`useArrivals`). They know no suspense.
 */
export function useObserved(Observer: typeof QueryObserver, options: Options) {
  const client = useQueryClient();
  const wanted = useObserverOptions()(options);
  const [observer] = useState(() => new Observer(client, wanted));
  const result = observer.getOptimisticResult(wanted as never);
  useEffect(() => observer.setOptions(wanted));
  const subscribe = useCallback(
    (listener: Listener) => {
      const stop = observer.subscribe(notifyManager.batchCalls(listener));
      observer.updateResult();
      return stop;
    },
    [observer],
  );
  useArrivals(subscribe, () => observer.getCurrentResult());
  return observer.trackResult(result);
}

function useManyObserved({ queries }: { queries: readonly Options[] }) {
  const client = useQueryClient();
  const wanted = queries.map(useObserverOptions());
  const [observer] = useState(() => new QueriesObserver(client, wanted));
  const [results, , track] = observer.getOptimisticResult(wanted, undefined);
  const drawn = useRef(results);
  const changes = useRef(0);
  useEffect(() => {
    drawn.current = results;
    observer.setQueries(wanted);
  });
  const subscribe = useCallback(
    (listener: Listener) => {
      const tell = notifyManager.batchCalls(listener);
      const look = (): void => {
        if (isDrawn(observer.getCurrentResult(), drawn.current)) return;
        changes.current++;
        tell();
      };
      const stop = observer.subscribe(look);
      look();
      return stop;
    },
    [observer],
  );
  useArrivals(subscribe, () => changes.current);
  return track();
}

/** Whether nothing that is drawn of these answers differs: told of other questions, the library tells of their answers, which are drawn. */
function isDrawn(now: readonly QueryObserverResult[], drawn: readonly QueryObserverResult[]): boolean {
  return (
    now.length === drawn.length &&
    now.every(({ data, error, status, fetchStatus, isPlaceholderData }, i) => {
      const before = drawn[i]!;
      return (
        data === before.data &&
        error === before.error &&
        status === before.status &&
        fetchStatus === before.fetchStatus &&
        isPlaceholderData === before.isPlaceholderData
      );
    })
  );
}

/** One question to a service, its answer kept by its key. */
export const useQuery = ((options: Options) => useObserved(QueryObserver, options)) as typeof libraryQuery;

/** Several questions at once. */
export const useQueries = useManyObserved as unknown as typeof libraryQueries;
