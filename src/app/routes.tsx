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
];

/** What the header leads to, in order. */
export const navigation: readonly { screen: Screen; label: Extract<Key, `shell.nav.${string}`> }[] = [
  { screen: 'explore', label: 'shell.nav.explore' },
];
