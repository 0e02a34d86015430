import './tokens.css';
import './base.css';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { loadMessages, readTables } from '#i18n/i18n.tsx';
import { chooseLang, storedLang } from '#i18n/lang.ts';
import { loadPatiently } from '#i18n/load-patiently.ts';
import { followTheme } from '#state/settings-store.ts';
import { nextTurn } from '#state/unhurried.ts';
import { App } from './App.tsx';
import { fetchScreen, screenAt } from './routes.tsx';

const FONTS_MS = 800;

/** The typefaces of what is being read. Drawn before they are there, the page's lines would all move when they come. */
function fontsOrWait(): Promise<unknown> {
  const enough = new Promise((resolve) => setTimeout(resolve, FONTS_MS));
  return Promise.race([document.fonts?.ready ?? enough, enough]);
}

/** The data layer. The contract is run in a turn of its own: making its schemas takes as long as all the rest. */
async function fetchData() {
  await import('#contract/endpoints.ts');
  await nextTurn();
  return import('./DataProvider.tsx');
}

/**
 * Fetches the data layer, the reader's language and the screen asked for side by side, while what the server wrote into the
 * document is read; then draws in its place.
 */
export async function mount(root: HTMLElement): Promise<void> {
  followTheme();
  const lang = chooseLang(
    new URLSearchParams(location.search).get('lang'),
    storedLang(),
    navigator.languages,
  );
  const screen = screenAt(location.pathname);
  // In a turn of its own, while the rest is still on its way.
  void nextTurn().then(() => readTables(lang, navigator.languages));
  const [Data, messages] = await Promise.all([
    loadPatiently(fetchData).then(({ openData }) => openData()),
    loadPatiently(() => loadMessages(lang)),
    // Should it fail, the screen asks for its page again and says so.
    screen && fetchScreen(screen).catch(() => undefined),
    fontsOrWait(),
  ]);
  document.documentElement.lang = lang;
  await nextTurn();
  // As a transition, the first drawing lets clicks and scrolling through between its slices.
  startTransition(() => {
    createRoot(root).render(
      <StrictMode>
        <App Data={Data} first={{ lang, messages }} />
      </StrictMode>,
    );
  });
}
