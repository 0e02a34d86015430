import { keepPreviousData } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef } from 'react';
import type { Query } from '#core/query.ts';
import type { Answered, Engine, EngineStatus } from '#engine/engine.ts';
import { askOptions, dataKey, queryText } from './queries.ts';
import { tryNow } from './service-store.ts';
import { useArrivals } from './unhurried.ts';
import { useLate } from './use-late.ts';
import { useQuery } from './use-query.ts';

const Context = createContext<Engine | null>(null);

export function EngineProvider({ engine, children }: { engine: Engine; children: ReactNode }) {
  return <Context value={engine}>{children}</Context>;
}

export function useEngine(): Engine {
  const engine = useContext(Context);
  if (engine === null) throw new Error('useEngine outside EngineProvider');
  return engine;
}

const whole = (status: EngineStatus): EngineStatus => status;

export function useEngineStatus(): EngineStatus {
  return useEngineValue(whole);
}

/**
 * One part of the engine's status. The status changes with every few kilobytes that arrive: what follows only a part of it is
 * not drawn anew for the rest. `select` gives a text, a number, or an object of the status itself.
 */
export function useEngineValue<T>(select: (status: EngineStatus) => T): T {
  const engine = useEngine();
  const subscribe = useCallback((listener: () => void) => engine.subscribe(listener), [engine]);
  return useArrivals(subscribe, () => select(engine.status()));
}

/** The version of the data that is held or arriving; empty before any is known. */
export function dataVersionOf(status: EngineStatus): string {
  return status.state === 'ready' || status.state === 'loading' ? status.dataVersion : '';
}

/** Until when the data reach, as the service says it; null until all are there. */
export function dataAsOfOf(status: EngineStatus): string | null {
  return status.state === 'ready' ? status.dataAsOf : null;
}

/** What keeps every question from being answered; null while nothing does. */
export function failureOf(status: EngineStatus): Error | null {
  return status.state === 'failed' ? status.error : null;
}

/** Why some rows will never come although the rest is there; null while nothing is damaged. */
export function damageOf(status: EngineStatus): Error | null {
  return (status.state === 'loading' ? status.damage : null) ?? null;
}

/** The share of the rows that is here, in whole hundredths. */
export function arrivedShare(status: EngineStatus): number {
  if (status.state === 'loading') return Math.floor((100 * status.bytesLoaded) / status.bytesTotal) / 100;
  return status.state === 'ready' ? 1 : 0;
}

/** What of the transfer of single events can be stopped or gone on with; nothing where a part of it is damaged. */
export function transferOf(status: EngineStatus): 'goes' | 'held' | null {
  if (status.state !== 'loading' || status.damage || !(status.overview || status.rowsLoaded > 0)) return null;
  return status.held ? 'held' : 'goes';
}

/** What "Try again" does: an engine that failed, or lacks rows for good, starts again; otherwise what failed is asked again. */
export function useRetry(): (askAgain: () => unknown) => void {
  const engine = useEngine();
  return useCallback(
    (askAgain) => {
      const status = engine.status();
      if (failureOf(status) ?? damageOf(status)) void tryNow(true);
      else askAgain();
    },
    [engine],
  );
}

/** Whether questions can be asked. */
export function takesQuestions({ state }: EngineStatus): boolean {
  return state !== 'starting' && state !== 'failed';
}

/** So long, ms, answers to an earlier question stay while the rows arrive: what needs those may be long in coming, or never while the reader holds them. */
const OUTDATED_MS = 400;
const stateOf = ({ state }: EngineStatus): EngineStatus['state'] => state;

/** Whether answers to an earlier question have stayed long enough: none does once the new ones cannot be had. */
export function useOutdated(behind: boolean): boolean {
  const state = useEngineValue(stateOf);
  const isLate = useLate(state === 'loading' && behind, OUTDATED_MS);
  return isLate || (state === 'failed' && behind);
}

export type Asked<Q extends readonly Query[]> = {
  /** Answers to the newest question that has been answered; older ones stay until then. */
  readonly data: Answered<Q> | undefined;
  readonly error: Error | null;
  /** The first answer is still awaited. */
  readonly loading: boolean;
  /** Older answers are shown while newer ones are computed. */
  readonly refreshing: boolean;
  /** The answers are to an earlier question, about another filter say. */
  readonly behind: boolean;
  retry(): void;
};

/** Asks the engine; a changed question aborts the one before, the last one always wins. */
export function useAsk<const Q extends readonly Query[]>(queries: Q, enabled = true): Asked<Q> {
  const engine = useEngine();
  const asking = useEngineValue(takesQuestions);
  const query = useQuery({
    ...askOptions(engine, useEngineValue(dataKey), queries),
    enabled: enabled && asking,
    placeholderData: keepPreviousData,
  });
  const failed = useEngineValue(failureOf);
  const { refetch } = query;
  const tryAgain = useRetry();
  const retry = useCallback(() => tryAgain(refetch), [tryAgain, refetch]);
  const { isFetching, isPlaceholderData } = query;
  const text = queries.map(queryText).join();
  // The question whose answers are shown; null once they have been let go, which lasts until the next are there.
  const answered = useRef<string | null>(null);
  if (query.data && !isPlaceholderData) answered.current = text;
  const isOther = isPlaceholderData && answered.current !== text;
  if (useOutdated(isOther)) answered.current = null;
  const data = isOther && answered.current === null ? undefined : query.data;
  const behind = isOther && data !== undefined;
  const error = data && isPlaceholderData && !query.error ? null : (query.error ?? failed);
  return useMemo(
    () => ({
      ...{ data, error, retry },
      loading: data === undefined && error === null,
      refreshing: isFetching && data !== undefined,
      behind,
    }),
    [data, error, retry, isFetching, behind],
  );
}
