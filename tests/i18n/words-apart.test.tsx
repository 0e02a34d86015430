// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react';
import { Component, type ReactNode, Suspense, useLayoutEffect } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { en } from '#i18n/en.ts';
import { es } from '#i18n/es.ts';

let { I18nProvider } = await import('#i18n/i18n.tsx');
let { loadWordsApart, wordsApart } = await import('#i18n/words-apart.ts');

// Screens of one test are none of another's.
beforeEach(async () => {
  vi.resetModules();
  ({ I18nProvider } = await import('#i18n/i18n.tsx'));
  ({ loadWordsApart, wordsApart } = await import('#i18n/words-apart.ts'));
});

class Boundary extends Component<{ children: ReactNode }> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  override render() {
    return this.state.failed ? <p>failed</p> : this.props.children;
  }
}

const gone = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

/** Notes each time that a page is put aside for words that it waits for. */
function Awaited({ noted }: { noted: () => void }) {
  useLayoutEffect(noted, [noted]);
  return <p>awaited</p>;
}

/** A screen with words of its own, the Spanish of which come as `loadEs` says. */
function screenOf(loadEs: () => Promise<{ greeting: string }>) {
  return screenIn(loadEs)('es');
}

function screenIn(loadEs: () => Promise<{ greeting: string }>, noted = () => {}) {
  const { useT } = wordsApart<{ greeting: string }>({
    en: async () => ({ greeting: 'good morning' }),
    es: loadEs,
    pt: async () => ({ greeting: 'bom dia' }),
  });
  const Words = () => <p>{useT()('greeting')}</p>;
  return (lang: 'en' | 'es') => (
    <I18nProvider lang={lang} messages={lang === 'en' ? en : es}>
      <Boundary>
        <Suspense fallback={<Awaited noted={noted} />}>
          <Words />
        </Suspense>
      </Boundary>
    </I18nProvider>
  );
}

/** Lets time and everything that hangs on it go by. */
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('asks for words that do not come ever more seldom while nobody answers, and shows them when they come', async () => {
  vi.stubGlobal('fetch', gone);
  let isThere = false;
  const load = vi.fn(() => (isThere ? Promise.resolve({ greeting: 'buenos días' }) : gone()));
  await act(async () => render(screenOf(load)));
  await wait(10_000);
  expect(screen.getByText('awaited')).toBeInTheDocument();
  expect(load.mock.calls.length).toBeLessThan(6);
  isThere = true;
  await wait(20_000);
  expect(screen.getByText('buenos días')).toBeInTheDocument();
});

it('hands the failure on where the server answers and has no such words', async () => {
  vi.stubGlobal('fetch', async () => new Response('ok'));
  const load = vi.fn(gone);
  await act(async () => render(screenOf(load)));
  await wait(5000);
  expect(screen.getByText('failed')).toBeInTheDocument();
  expect(load).toHaveBeenCalledTimes(2);
});

it('fetches the words of every screen that is there for a change of language, which then puts no page aside', async () => {
  const load = vi.fn(async () => ({ greeting: 'buenos días' }));
  const putAside = vi.fn();
  const scene = screenIn(load, putAside);
  const { rerender } = await act(async () => render(scene('en')));
  expect(screen.getByText('good morning')).toBeInTheDocument();
  putAside.mockClear();
  await loadWordsApart('es');
  expect(load).toHaveBeenCalledOnce();
  await act(async () => rerender(scene('es')));
  expect(screen.getByText('buenos días')).toBeInTheDocument();
  expect(putAside).not.toHaveBeenCalled();
  expect(load).toHaveBeenCalledOnce();
});

it('refuses a change of language where the server answers and has no such words', async () => {
  vi.stubGlobal('fetch', async () => new Response('ok'));
  screenOf(gone);
  const refused = expect(loadWordsApart('es')).rejects.toThrow('Failed to fetch');
  await wait(5000);
  await refused;
});
