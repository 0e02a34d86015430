import { readFileSync } from 'node:fs';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, render } from '@testing-library/react';
import { type ReactNode, Suspense } from 'react';
import { vi } from 'vitest';
import type { Engine } from '#engine/engine.ts';
import { en } from '#i18n/en.ts';
import { I18nProvider } from '#i18n/i18n.tsx';
import { EngineProvider } from '#state/engine-context.tsx';
import { mockEngine } from '#tests/state/mock-engine.ts';

// A busy machine is not a fault: what appears late has still appeared.
configure({ asyncUtilTimeout: 15_000 });

/** Lets relative addresses work in jsdom: the API goes to the mock, geo files come from the repository. */
export function connectFetch(): void {
  const real = globalThis.fetch;
  vi.stubGlobal('fetch', async (address: string, options?: RequestInit) => {
    const { pathname, search } = new URL(address, 'http://mock.test');
    if (pathname.startsWith('/geo/')) return new Response(readFileSync(`public${pathname}`));
    // jsdom's AbortSignal is not Node's.
    return real(`http://mock.test${pathname}${search}`, { ...options, signal: null });
  });
}

/** Takes the page away before what it stands on: it may still be drawing. */
export function leavePage(): void {
  cleanup();
  vi.unstubAllGlobals();
}

/** What jsdom lacks: media queries and observers. `width` decides the layout. */
export function furnishWindow(width = 1440): void {
  vi.stubGlobal('matchMedia', (query: string) => {
    const from = /width >= (\d+)px|\((\d+)px <= width/.exec(query);
    const below = /width < (\d+)px/.exec(query);
    const matches =
      (from === null || width >= Number(from[1] ?? from[2])) &&
      (below === null || width < Number(below[1])) &&
      (from !== null || below !== null);
    return { matches, addEventListener() {}, removeEventListener() {} };
  });
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  Element.prototype.scrollIntoView = () => {};
  window.scrollTo = () => {};
}

/** Draws a screen in English over the mock world, at the address given. */
export function stage(children: ReactNode, address = '/', engine: Engine = mockEngine()) {
  history.replaceState(null, '', address);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <I18nProvider lang="en" messages={en}>
      <QueryClientProvider client={client}>
        <EngineProvider engine={engine}>{children}</EngineProvider>
      </QueryClientProvider>
    </I18nProvider>,
  );
}

/** Draws a screen that first waits for words of its own. */
export async function stageWaiting(children: ReactNode, address: string) {
  let staged: ReturnType<typeof stage> | null = null;
  await act(async () => {
    staged = stage(<Suspense fallback="…">{children}</Suspense>, address);
  });
  return staged as unknown as ReturnType<typeof stage>;
}
