import './tokens.css';
import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadMessages } from '#i18n/i18n.tsx';
import { chooseLang, storedLang } from '#i18n/lang.ts';
import { followTheme } from '#state/settings-store.ts';
import { App } from './App.tsx';
import { bootApp } from './boot.ts';

/** Starts the engine at once, waits for the reader's language, then draws. */
export async function mount(root: HTMLElement): Promise<void> {
  followTheme();
  const boot = bootApp();
  const lang = chooseLang(
    new URLSearchParams(location.search).get('lang'),
    storedLang(),
    navigator.languages,
  );
  const messages = await loadMessages(lang);
  document.documentElement.lang = lang;
  createRoot(root).render(
    <StrictMode>
      <App boot={boot} first={{ lang, messages }} />
    </StrictMode>,
  );
}
