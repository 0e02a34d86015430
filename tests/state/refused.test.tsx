// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyFilter } from '#core/filter.ts';
import type { CountQuery, Query } from '#core/query.ts';
import { type Engine, EngineError, type EngineStatus } from '#engine/engine.ts';
import { useAskApart } from '#state/ask-apart.ts';
import { EngineProvider, useAsk } from '#state/engine-context.tsx';
import { mockEngine } from '#tests/state/mock-engine.ts';
import { leavePage } from '#tests/state/stage.tsx';

const within = (country: string): CountQuery => ({
  kind: 'count',
  filter: { ...emptyFilter, countries: country ? [country] : [] },
  measure: 'count',
});

/** An engine over a service that can be broken: a refused question makes it fail, as the remote engine does. */
function frailEngine() {
  const sound = mockEngine();
  const ready = sound.status();
  const listeners = new Set<() => void>();
  const service = { fails: false, status: ready as EngineStatus };
  const become = (status: EngineStatus): void => {
    service.status = status;
    for (const listener of [...listeners]) listener();
  };
  const engine: Engine = {
    ...sound,
    ask: async (queries, signal) => {
      if (!service.fails) return sound.ask(queries, signal);
      const error = new EngineError('unreachable', 'The data service failed (500).');
      become({ state: 'failed', error });
      throw error;
    },
    status: () => service.status,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    engine,
    breakDown: () => {
      service.fails = true;
    },
    /** The service answers a ping, so the engine starts again, whatever the next question meets. */
    startAgain: (mended: boolean) => {
      service.fails = !mended;
      act(() => become(ready));
    },
  };
}

const providers =
  (engine: Engine) =>
  ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={new QueryClient()}>
      <EngineProvider engine={engine}>{children}</EngineProvider>
    </QueryClientProvider>
  );

afterEach(leavePage);

describe.each([
  ['useAsk', (query: Query) => useAsk([query])],
  ['useAskApart', (query: Query) => useAskApart([query])],
] as const)('%s, where the next question is refused', (_name, useAsked) => {
  const answerOf = (asked: ReturnType<typeof useAsked>) =>
    ('answers' in asked ? asked.answers : asked.data?.answers)?.[0] ?? null;

  it('lets the answer of the one before go, until there is a new one', async () => {
    const { engine, breakDown, startAgain } = frailEngine();
    const drawn: string[] = [];
    const { result, rerender } = renderHook(
      ({ country }) => {
        const asked = useAsked(within(country));
        const answer = answerOf(asked);
        if (country === 'PE')
          drawn.push(`${answer?.kind ?? 'none'} ${asked.error === null ? 'waits' : 'failed'}`);
        return asked;
      },
      { wrapper: providers(engine), initialProps: { country: '' } },
    );
    await waitFor(() => expect(answerOf(result.current)).not.toBeNull());
    const all = answerOf(result.current);
    breakDown();
    rerender({ country: 'PE' });
    await waitFor(() => expect(result.current.error).not.toBeNull());
    expect(answerOf(result.current)).toBeNull();
    const refusedAt = drawn.length;
    startAgain(false);
    await waitFor(() => expect(drawn.slice(refusedAt)).toContain('none waits'));
    await waitFor(() => expect(result.current.error).not.toBeNull());
    startAgain(true);
    await waitFor(() => expect(answerOf(result.current)).not.toBeNull());
    expect(answerOf(result.current)).not.toEqual(all);
    expect(drawn.slice(refusedAt).filter((line) => line === 'count waits').length).toBeGreaterThan(0);
    expect(drawn.slice(refusedAt, drawn.indexOf('count waits', refusedAt))).not.toContain('count failed');
  });

  it('keeps the answer to the same question while the service is away', async () => {
    const { engine, breakDown, startAgain } = frailEngine();
    const { result, rerender } = renderHook(({ country }) => useAsked(within(country)), {
      wrapper: providers(engine),
      initialProps: { country: 'PE' },
    });
    await waitFor(() => expect(answerOf(result.current)).not.toBeNull());
    const known = answerOf(result.current);
    breakDown();
    await act(async () => {
      await engine.ask([within('CO')]).catch(() => undefined);
    });
    rerender({ country: 'PE' });
    expect(engine.status().state).toBe('failed');
    expect(answerOf(result.current)).toEqual(known);
    startAgain(true);
    expect(answerOf(result.current)).toEqual(known);
  });
});
