import { Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Link, Route, Switch, useLocation } from 'wouter';
import { useI18n, useT } from '#i18n/i18n.tsx';
import { paths, patterns } from '#state/paths.ts';
import { useView, useViewPart } from '#state/use-view.ts';
import { buttonClass } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import { lazyPage } from '#ui/lazy-page.ts';
import { Loading } from '#ui/Skeleton.tsx';
import { Toaster } from '#ui/Toaster.tsx';
import { Header } from './Header.tsx';
import { fetchedPage, type RouteEntry, routes } from './routes.tsx';
import styles from './Shell.module.css';
import { useBriefingAdds } from './use-briefing-adds.ts';
import { useGlobalKeys } from './use-global-keys.ts';
import { useNamedPart } from './use-named-part.ts';

const Banners = lazyPage(() => import('./Banners.tsx'));
const PinGate = lazyPage(() => import('./PinGate.tsx'));
const ShortcutsDialog = lazyPage(() => import('./ShortcutsDialog.tsx'));

export function Shell() {
  const { t, lang } = useI18n();
  const [path] = useLocation();
  // Null until first opened: only then is the dialog fetched.
  const [help, setHelp] = useState<boolean | null>(null);
  const asof = useViewPart(({ view }) => view.asof);
  const search = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  const addToBriefing = useBriefingAdds();
  useGlobalKeys({
    openHelp: () => setHelp(true),
    focusSearch: () => search.current?.focus(),
    addToBriefing,
  });
  useFocusOnArrival(path, main);
  useNamedPart(path, main);
  const fills = routes.some((entry) => entry.fills && patterns[entry.screen] === path);
  return (
    <div className={styles.app} data-fills={fills}>
      <a className={styles.skip} href="#main">
        {t('shell.skip.main')}
      </a>
      <Header searchRef={search} onHelp={() => setHelp(true)} />
      <Suspense>
        <Banners />
      </Suspense>
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <ErrorBoundary resetKey={`${path} ${lang}`}>
          {asof === null ? (
            <Screens path={path} />
          ) : (
            <Suspense>
              <PinGate>
                <Screens key={asof} path={path} />
              </PinGate>
            </Suspense>
          )}
        </ErrorBoundary>
      </main>
      <Toaster />
      <Suspense>
        {help === null ? null : <ShortcutsDialog open={help} onClose={() => setHelp(false)} />}
      </Suspense>
    </div>
  );
}

function Screens({ path }: { path: string }) {
  return (
    <Switch>
      {routes.map((entry) => (
        <Route key={entry.screen} path={patterns[entry.screen]}>
          {(params) => <Screen entry={entry} params={params} />}
        </Route>
      ))}
      <Route>
        <NotFound path={path} />
      </Route>
    </Switch>
  );
}

/** A new screen starts at its top with the focus in it; the first one and a mere change of filters leave both alone. */
function useFocusOnArrival(path: string, main: React.RefObject<HTMLElement | null>): void {
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    if (location.hash === '') window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path, main]);
}

function Screen({ entry, params }: { entry: RouteEntry; params: Record<string, string | undefined> }) {
  const t = useT();
  useLayoutEffect(() => {
    document.title = t('shell.title', { page: t(entry.title) });
  }, [entry, t]);
  // A page that came before the first paint is drawn at once; its stand-in would only flash by.
  const [Page] = useState<RouteEntry['page']>(() => fetchedPage(entry.screen) ?? entry.page);
  return (
    <div className={entry.fills ? styles.fills : styles.page}>
      <Suspense fallback={<div className={styles.wait}>{<Loading lines={6} />}</div>}>
        <Page params={params} />
      </Suspense>
    </div>
  );
}

function NotFound({ path }: { path: string }) {
  const t = useT();
  const { view } = useView();
  useLayoutEffect(() => {
    document.title = t('shell.title', { page: t('shell.title.notFound') });
  }, [t]);
  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">{t('shell.title.notFound')}</h1>
      <EmptyState
        title={t('shell.title.notFound')}
        actions={
          <Link className={buttonClass('primary')} href={paths.explore(view)}>
            {t('shell.notFound.action')}
          </Link>
        }
      >
        {t('shell.notFound.text', { path })}
      </EmptyState>
    </div>
  );
}
