import { type ComponentType, type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { I18nProvider, loadMessages, type Messages, makeI18n } from '#i18n/i18n.tsx';
import { chooseLang, type Lang, storedLang, storeLang } from '#i18n/lang.ts';
import { loadPatiently } from '#i18n/load-patiently.ts';
import { loadWordsApart } from '#i18n/words-apart.ts';
import { useViewPart } from '#state/use-view.ts';
import { changeView } from '#state/view-address.ts';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { showToast } from '#ui/toast-store.ts';
import { LangChoiceProvider } from './lang-choice.tsx';
import { Shell } from './Shell.tsx';

type Loaded = { lang: Lang; messages: Messages };

/** Language of the page: the link's, else the reader's choice, else the browser's. Its messages are a chunk of their own. */
function useLanguage(first: Loaded) {
  const asked = useViewPart(({ view }) => view.lang);
  const [chosen, setChosen] = useState(() => ({ lang: storedLang() }));
  const [loaded, setLoaded] = useState(first);
  // Another object at each choice, be it the same: who chooses again what was refused is heard again.
  const wanted = useMemo(
    () => ({ lang: chooseLang(asked, chosen.lang, navigator.languages) }),
    [asked, chosen],
  );
  useEffect(() => {
    const { lang } = wanted;
    if (loaded.lang === lang) return;
    let current = true;
    Promise.all([loadPatiently(() => loadMessages(lang)), loadWordsApart(lang)]).then(
      ([messages]) => current && setLoaded({ lang, messages }),
      // The server has a newer build: the page stays in the language it has, and a reload brings the one chosen.
      () => current && offerReload(loaded),
    );
    return () => {
      current = false;
    };
  }, [wanted, loaded]);
  useEffect(() => {
    document.documentElement.lang = loaded.lang;
  }, [loaded.lang]);
  const choose = useCallback((next: Lang) => {
    storeLang(next);
    setChosen({ lang: next });
    changeView((now) => (now.lang === null ? now : { ...now, lang: next }), 'quiet');
  }, []);
  return { loaded, choose };
}

function offerReload({ lang, messages }: Loaded): void {
  const { t } = makeI18n(lang, messages);
  showToast(t('ui.newVersion'), { label: t('ui.reload'), run: () => location.reload() });
}

type AppProps = { Data: ComponentType<{ children: ReactNode }>; first: Loaded };

export function App({ Data, first }: AppProps) {
  const { loaded, choose } = useLanguage(first);
  return (
    <I18nProvider lang={loaded.lang} messages={loaded.messages} browser={navigator.languages}>
      <LangChoiceProvider choose={choose}>
        <Data>
          <ErrorBoundary>
            <Shell />
          </ErrorBoundary>
        </Data>
      </LangChoiceProvider>
    </I18nProvider>
  );
}
