import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Query } from '#core/query.ts';
import type { Answered, Engine, EngineStatus } from '#engine/engine.ts';
import { askOptions } from './queries.ts';

const Context = createContext<Engine | null>(null);

export function EngineProvider({ engine, children }: { engine: Engine; children: ReactNode }) {
  return <Context value={engine}>{children}</Context>;
}

export function useEngine(): Engine {
  const engine = useContext(Context);
  if (engine === null) throw new Error('useEngine outside EngineProvider');
  return engine;
}

export function useEngineStatus(): EngineStatus {
  const engine = useEngine();
  return useSyncExternalStore(
    (listener) => engine.subscribe(listener),
    () => engine.status(),
  );
}

export type Asked<Q extends readonly Query[]> = {
  /** Answers to the newest question that has been answered; older ones stay until then. */
  readonly data: Answered<Q> | undefined;
  readonly error: Error | null;
  /** The first answer is still awaited. */
  readonly loading: boolean;
  /** Older answers are shown while newer ones are computed. */
  readonly refreshing: boolean;
  retry(): void;
};

/** Asks the engine; a changed question aborts the one before, the last one always wins. */
export function useAsk<const Q extends readonly Query[]>(queries: Q, enabled = true): Asked<Q> {
  const engine = useEngine();
  const status = useEngineStatus();
  const query = useQuery({
    ...askOptions(engine, status, queries),
    enabled: enabled && status.state !== 'starting' && status.state !== 'failed',
    placeholderData: keepPreviousData,
  });
  const failed = status.state === 'failed' ? status.error : null;
  return {
    data: query.data,
    error: query.data && query.isPlaceholderData && !query.error ? null : (query.error ?? failed),
    loading: query.data === undefined && query.error === null && failed === null,
    refreshing: query.isFetching && query.data !== undefined,
    retry: () => void query.refetch(),
  };
}
