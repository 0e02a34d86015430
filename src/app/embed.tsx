import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { type Embed, readEmbedAddress } from '#core/embed-address.ts';
import { FigureRefError, openFigureRef } from '#core/figure-ref.ts';
import { asksEngine } from '#drawings/figure-needs.ts';
import { createEngine } from '#engine/create-engine.ts';
import { idleEngine } from '#engine/idle-engine.ts';
import { embedsAllowed } from '#export/embed-policy.ts';
import { I18nProvider, loadMessages } from '#i18n/i18n.tsx';
import { chooseLang, storedLang } from '#i18n/lang.ts';
import { followTheme, showTheme } from '#state/settings-store.ts';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { EmbedPage, NoFigure } from '#views/embed/EmbedPage.tsx';
import { openData } from './DataProvider.tsx';

function read(): Embed | FigureRefError {
  try {
    return readEmbedAddress(location.pathname + location.search + location.hash);
  } catch (error) {
    if (error instanceof FigureRefError) return error;
    throw error;
  }
}

/** Draws the one figure that the address names; no shell, no header. */
export async function mountEmbed(root: HTMLElement): Promise<void> {
  followTheme();
  const given = read();
  const isWrong = given instanceof FigureRefError;
  if (!isWrong && given.theme) showTheme(given.theme);
  const open = isWrong ? null : openFigureRef(given.ref);
  // Whatever the reader does, an embed stays the figure that it is: one that counts no events never will.
  const Data = openData(open && asksEngine(open) ? createEngine : () => idleEngine);
  const asked = open?.view.lang ?? null;
  const lang = chooseLang(asked, storedLang(), navigator.languages);
  // Only a page that nobody frames can be told that framing is off; a failure to ask says nothing.
  const allowed = window.top === window ? embedsAllowed().catch(() => true) : Promise.resolve(true);
  const [messages, isAllowed] = await Promise.all([loadMessages(lang), allowed]);
  document.documentElement.lang = lang;
  createRoot(root).render(
    <StrictMode>
      <I18nProvider lang={lang} messages={messages} browser={navigator.languages}>
        <Data>
          <ErrorBoundary>
            {isWrong ? <NoFigure error={given} /> : <EmbedPage figure={given.ref} allowed={isAllowed} />}
          </ErrorBoundary>
        </Data>
      </I18nProvider>
    </StrictMode>,
  );
}
