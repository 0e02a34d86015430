import type { ComponentType } from 'react';
import type { Key } from '#i18n/i18n.tsx';
import type { Screen } from '#state/paths.ts';
import { lazyPage } from '#ui/lazy-page.ts';

type TitleKey = Extract<Key, `shell.title.${string}`>;
type Params = { readonly iso2?: string; readonly id?: string };
export type RouteEntry = {
  readonly screen: Screen;
  readonly title: TitleKey;
  readonly page: ComponentType<{ params: Params }>;
  /** Explore fills the window and scrolls inside its panes. */
  readonly fills?: boolean;
};

/** The table of contents: every screen, loaded when it is first opened. */
export const routes: readonly RouteEntry[] = [
  {
    screen: 'explore',
    title: 'shell.title.explore',
    page: lazyPage(() => import('#views/explore/ExplorePage.tsx')),
    fills: true,
  },
  {
    screen: 'countries',
    title: 'shell.title.countries',
    page: lazyPage(() => import('#views/countries/CountriesPage.tsx')),
  },
  {
    screen: 'country',
    title: 'shell.title.country',
    page: lazyPage(() => import('#views/country/CountryPage.tsx')),
  },
  {
    screen: 'events',
    title: 'shell.title.events',
    page: lazyPage(() => import('#views/events/EventsPage.tsx')),
  },
  { screen: 'event', title: 'shell.title.event', page: lazyPage(() => import('#views/event/EventPage.tsx')) },
  {
    screen: 'articles',
    title: 'shell.title.articles',
    page: lazyPage(() => import('#views/articles/ArticlesPage.tsx')),
  },
  {
    screen: 'article',
    title: 'shell.title.article',
    page: lazyPage(() => import('#views/article/ArticlePage.tsx')),
  },
  {
    screen: 'groups',
    title: 'shell.title.groups',
    page: lazyPage(() => import('#views/groups/GroupsPage.tsx')),
  },
  { screen: 'group', title: 'shell.title.group', page: lazyPage(() => import('#views/group/GroupPage.tsx')) },
  {
    screen: 'indicators',
    title: 'shell.title.indicators',
    page: lazyPage(() => import('#views/indicators/IndicatorsPage.tsx')),
  },
  {
    screen: 'indicator',
    title: 'shell.title.indicator',
    page: lazyPage(() => import('#views/indicator/IndicatorPage.tsx')),
  },
  {
    screen: 'sources',
    title: 'shell.title.sources',
    page: lazyPage(() => import('#views/sources/SourcesPage.tsx')),
  },
  { screen: 'about', title: 'shell.title.about', page: lazyPage(() => import('#views/about/AboutPage.tsx')) },
];

/** What the header leads to, in order. */
export const navigation: readonly { screen: Screen; label: Extract<Key, `shell.nav.${string}`> }[] = [
  { screen: 'explore', label: 'shell.nav.explore' },
  { screen: 'countries', label: 'shell.nav.countries' },
  { screen: 'events', label: 'shell.nav.events' },
  { screen: 'articles', label: 'shell.nav.articles' },
  { screen: 'sources', label: 'shell.nav.sources' },
];
