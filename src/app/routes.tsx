import type { ComponentType } from 'react';
import type { Key } from '#i18n/i18n.tsx';
import { windowLetGo } from '#state/draft-store.ts';
import { patterns, type Screen } from '#state/paths.ts';
import { whenIdle, whenTouchedOrAfter } from '#state/unhurried.ts';
import { lazyPage } from '#ui/lazy-page.ts';

type TitleKey = Extract<Key, `shell.title.${string}`>;
type Params = { readonly iso2?: string; readonly id?: string };
type Page = ComponentType<{ params: Params }>;
export type RouteEntry = {
  readonly screen: Screen;
  readonly title: TitleKey;
  readonly page: Page;
  /** Explore fills the window and scrolls inside its panes. */
  readonly fills: boolean;
};

/** The table of contents: every screen, loaded when it is first opened. */
const pages: Record<Screen, () => Promise<{ default: Page }>> = {
  explore: () => import('#views/explore/ExplorePage.tsx'),
  countries: () => import('#views/countries/CountriesPage.tsx'),
  country: () => import('#views/country/CountryPage.tsx'),
  events: () => import('#views/events/EventsPage.tsx'),
  event: () => import('#views/event/EventPage.tsx'),
  articles: () => import('#views/articles/ArticlesPage.tsx'),
  article: () => import('#views/article/ArticlePage.tsx'),
  groups: () => import('#views/groups/GroupsPage.tsx'),
  group: () => import('#views/group/GroupPage.tsx'),
  indicators: () => import('#views/indicators/IndicatorsPage.tsx'),
  indicator: () => import('#views/indicator/IndicatorPage.tsx'),
  sources: () => import('#views/sources/SourcesPage.tsx'),
  briefings: () => import('#views/briefings/BriefingsPage.tsx'),
  briefing: () => import('#views/briefings/BriefingPage.tsx'),
  about: () => import('#views/about/AboutPage.tsx'),
};

export const routes: readonly RouteEntry[] = (Object.keys(pages) as Screen[]).map((screen) => ({
  screen,
  title: `shell.title.${screen}`,
  page: lazyPage(pages[screen]),
  fills: screen === 'explore',
}));

const fetched = new Map<Screen, Page>();

/** The screen at this address, or undefined where there is none. */
export function screenAt(path: string): Screen | undefined {
  const [first = '', ...more] = path.split('/').filter((part) => part !== '');
  const list = (Object.keys(patterns) as Screen[]).map(
    (screen) => [screen, patterns[screen].split('/')] as const,
  );
  return list.find(
    ([, [, head, parameter]]) => head === first && (parameter === undefined) === (more.length === 0),
  )?.[0];
}

/** Fetches one screen before anything is drawn. */
export async function fetchScreen(screen: Screen): Promise<void> {
  fetched.set(screen, (await pages[screen]()).default);
}

/** The screen's page where `fetchScreen` has brought it. */
export function fetchedPage(screen: Screen): Page | undefined {
  return fetched.get(screen);
}

/** What the shell opens on a click. */
async function fetchDialogs(): Promise<void> {
  const dialogs = [import('./Drawer.tsx'), import('./SearchSheet.tsx'), import('./ShortcutsDialog.tsx')];
  await Promise.allSettled(dialogs);
}

/** Running another screen's code would hold up one that has just opened: it waits for the first touch, or as long as this. */
const REST_MS = 10_000;
const IDLE_MS = 2000;

/** Resolves when nothing else is to be done, and no window is dragged. */
async function whenSpared(): Promise<void> {
  await windowLetGo();
  await whenIdle(IDLE_MS);
}

/** Fetches the other screens one by one while nothing else is to be done, so that they open even if the service stops. */
export function fetchScreensAhead(): () => void {
  let stopped = false;
  const next = async (queue: readonly Screen[]): Promise<void> => {
    for (const screen of queue) {
      await whenSpared();
      if (stopped) return;
      // A failure here says nothing yet: the screen is asked for again when it is opened.
      await pages[screen]().catch(() => undefined);
    }
    await whenSpared();
    if (!stopped) await fetchDialogs();
  };
  void whenTouchedOrAfter(REST_MS).then(() => next(Object.keys(pages) as Screen[]));
  return () => {
    stopped = true;
  };
}

/** What the header leads to, in order. */
export const navigation: readonly { screen: Screen; label: Extract<Key, `shell.nav.${string}`> }[] = [
  { screen: 'explore', label: 'shell.nav.explore' },
  { screen: 'countries', label: 'shell.nav.countries' },
  { screen: 'events', label: 'shell.nav.events' },
  { screen: 'articles', label: 'shell.nav.articles' },
  { screen: 'groups', label: 'shell.nav.groups' },
  { screen: 'indicators', label: 'shell.nav.indicators' },
  { screen: 'sources', label: 'shell.nav.sources' },
  { screen: 'briefings', label: 'shell.nav.briefings' },
  { screen: 'about', label: 'shell.nav.about' },
];
