import { QueryCache, QueryClient, QueryClientProvider, timeoutManager } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { endpointUrl } from '#contract/endpoints.ts';
import { ApiError } from '#contract/errors.ts';
import { createEngine } from '#engine/create-engine.ts';
import type { Engine } from '#engine/engine.ts';
import { apiServices } from '#engine/remote/services.ts';
import { windowLetGo } from '#state/draft-store.ts';
import { damageOf, EngineProvider, failureOf, useEngineValue } from '#state/engine-context.tsx';
import { pinnedVersion } from '#state/pinned.ts';
import { queryTimers } from '#state/query-timers.ts';
import { reportUnreachable, watchService } from '#state/service-store.ts';
import { whenIdle, whenTouchedOrAfter } from '#state/unhurried.ts';
import { useViewPart } from '#state/use-view.ts';
import { fetchScreensAhead } from './routes.tsx';

type Boot = {
  readonly engine: Engine;
  readonly queryClient: QueryClient;
  /** Watches the service; hands over a new engine when the first one never got its data. Returns the function that stops. */
  watch(replace: (engine: Engine) => void): () => void;
  /** Hands over an engine for another state of the data, when the address pins another than before. */
  pin(asof: string | null, replace: (engine: Engine) => void): void;
};

/** Once the data are there, what counts on the main thread follows this much later, or at the first touch. */
const NEAR_AFTER_MS = 2000;
const IDLE_MS = 300;

const rested = (): Promise<void> => whenTouchedOrAfter(NEAR_AFTER_MS).then(() => whenIdle(IDLE_MS));

function onError(error: unknown): void {
  // 503: the service starts or is too busy; the watcher tells when it answers again.
  if (error instanceof ApiError && (error.code === 'unreachable' || error.status === 503))
    reportUnreachable();
}

/** One short try, without the client's patience: the watcher has its own. */
async function ping(): Promise<boolean> {
  try {
    const reply = await fetch(endpointUrl('readyz'), {
      signal: AbortSignal.timeout(5000),
      cache: 'no-store',
    });
    return reply.ok;
  } catch {
    return false;
  }
}

/** Everything made once when the page opens: the query cache and the engine. */
function bootApp(open: typeof createEngine): Boot {
  timeoutManager.setTimeoutProvider(queryTimers);
  const queryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    // The API client retries by itself what is worth it.
    defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } },
  });
  let pinned = pinnedVersion();
  let engine = open(apiServices(pinned, windowLetGo), rested);
  const noticeFailure = () => {
    const status = engine.status();
    const trouble =
      status.state === 'failed' ? status.error : status.state === 'loading' ? status.trouble : undefined;
    if (trouble?.code === 'unreachable') reportUnreachable();
  };
  let unsubscribe = (): void => {};
  const listen = () => {
    unsubscribe();
    unsubscribe = engine.subscribe(noticeFailure);
    noticeFailure();
  };
  const renew = (replace: (engine: Engine) => void) => {
    engine.close();
    engine = open(apiServices(pinned, windowLetGo), rested);
    listen();
    replace(engine);
  };
  return {
    engine,
    queryClient,
    pin(asof, replace) {
      if (asof === pinned) return;
      pinned = asof;
      renew(replace);
    },
    watch(replace) {
      listen();
      const stop = watchService({
        ping,
        onBack(wasAway) {
          if (failureOf(engine.status()) ?? damageOf(engine.status())) renew(replace);
          else if (wasAway) engine.hurry?.();
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

/** The other screens come after the data: on a slow line they would hold each other up. */
function ScreensAhead(): null {
  const dataCame = useEngineValue(
    (status) => status.state === 'ready' || (failureOf(status) ?? damageOf(status)) !== null,
  );
  useEffect(() => (dataCame ? fetchScreensAhead() : undefined), [dataCame]);
  return null;
}

/** Starts the engine at once; gives back what hands the engine and the query cache to the page under it. */
export function openData(open = createEngine): (props: { children: ReactNode }) => ReactNode {
  const boot = bootApp(open);
  return function DataProvider({ children }) {
    const [engine, setEngine] = useState(boot.engine);
    const asof = useViewPart(({ view }) => view.asof);
    useEffect(() => boot.watch(setEngine), []);
    useEffect(() => boot.pin(asof, setEngine), [asof]);
    return (
      <QueryClientProvider client={boot.queryClient}>
        <EngineProvider engine={engine}>
          {children}
          <ScreensAhead />
        </EngineProvider>
      </QueryClientProvider>
    );
  };
}
