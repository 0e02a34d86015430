import { QueryCache, QueryClient } from '@tanstack/react-query';
import { call } from '#api/client.ts';
import { ApiError } from '#contract/errors.ts';
import { createEngine, type EngineServices } from '#engine/create-engine.ts';
import type { Engine } from '#engine/engine.ts';
import { reportUnreachable, watchService } from '#state/service-store.ts';

export type Boot = {
  readonly engine: Engine;
  readonly queryClient: QueryClient;
  /** Watches the service; hands over a new engine when the first one never got its data. Returns the function that stops. */
  watch(replace: (engine: Engine) => void): () => void;
};

/** Server trouble is tried again up to three times; a wrong question is not, and a dead service is the watcher's matter. */
export function shouldRetry(count: number, error: Error): boolean {
  if (!(error instanceof ApiError)) return false;
  return count < 3 && (error.status === 429 || error.status >= 500);
}

/** Waits 1, 2, 4 s, or as long as the service asks. */
export function retryDelay(count: number, error: Error): number {
  const asked = error instanceof ApiError ? error.retryAfterSeconds : null;
  return 1000 * (asked ?? Math.min(2 ** count, 8));
}

function onError(error: unknown): void {
  if (error instanceof ApiError && error.code === 'unreachable') reportUnreachable();
}

async function ping(): Promise<boolean> {
  try {
    await call('readyz', {});
    return true;
  } catch {
    return false;
  }
}

const services: EngineServices = {
  manifest: (signal) => call('snapshot', {}, { signal }),
  hits: (q, signal) => call('hits', { q }, { signal }),
};

/** Everything made once when the page opens: the query cache and the engine. */
export function bootApp(): Boot {
  const queryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    defaultOptions: { queries: { retry: shouldRetry, retryDelay, refetchOnWindowFocus: false } },
  });
  let engine = createEngine(services);
  const noticeFailure = () => {
    const status = engine.status();
    if (status.state === 'failed' && status.error.code === 'unreachable') reportUnreachable();
  };
  return {
    engine,
    queryClient,
    watch(replace) {
      let unsubscribe = engine.subscribe(noticeFailure);
      noticeFailure();
      const stop = watchService({
        ping,
        onBack() {
          if (engine.status().state === 'failed') {
            unsubscribe();
            engine.close();
            engine = createEngine(services);
            unsubscribe = engine.subscribe(noticeFailure);
            replace(engine);
          }
          void queryClient.refetchQueries({ predicate: (query) => query.state.status === 'error' });
        },
      });
      return () => {
        stop();
        unsubscribe();
      };
    },
  };
}
