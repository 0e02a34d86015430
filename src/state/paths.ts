import { recordPath } from '#core/record-path.ts';
import { defaultView, type View, writeView } from '#core/view.ts';
import { keptByAddress } from './pinned.ts';

/** What goes along to another screen: the filters, the language and the pinned data, not the map's position or the list's place. */
export function carried(view: View): View {
  return { ...defaultView, filter: view.filter, lang: view.lang, asof: view.asof };
}

/** Every link keeps to the state of the data and the language that the page's address names, unless the view names others. */
function kept(view: View): View {
  const { asof, lang } = keptByAddress();
  return { ...view, asof: view.asof ?? asof, lang: view.lang ?? lang };
}
const withView = (path: string, view: View = defaultView): string => path + writeView(kept(carried(view)));
const segment = (id: string): string => encodeURIComponent(id);

/** The only maker of addresses: every link of the app is written here. */
export const paths = {
  /** Explore with this very view, position and all. */
  explore: (view: View = defaultView): string => `/${writeView(kept(view))}`,
  countries: (view?: View): string => withView('/countries', view),
  country: (iso2: string, view?: View): string => withView(`/country/${segment(iso2.toUpperCase())}`, view),
  events: (view?: View): string => withView('/events', view),
  event: (id: string, view?: View): string => withView(recordPath('event', id), view),
  articles: (view?: View): string => withView('/articles', view),
  article: (id: string, view?: View): string => withView(recordPath('article', id), view),
  groups: (view?: View): string => withView('/groups', view),
  group: (id: string, view?: View): string => withView(recordPath('group', id), view),
  indicators: (view?: View): string => withView('/indicators', view),
  indicator: (id: string, view?: View): string => withView(recordPath('indicator', id), view),
  sources: (id?: string, view?: View): string => withView('/sources', view) + (id ? `#${segment(id)}` : ''),
  briefings: (view?: View): string => withView('/briefings', view),
  briefing: (id: string, view?: View): string => withView(`/briefings/${segment(id)}`, view),
  about: (view?: View): string => withView('/about', view),
};

/** Articles about one topic. */
export const articlesAbout = (topic: string): string =>
  `/articles${writeView(kept({ ...defaultView, reading: { ...defaultView.reading, topics: [topic] } }))}`;

/** An event as it is today, whatever state of the data the page shows. */
export const latestEvent = (id: string): string => recordPath('event', id);

/** Patterns of the router, by screen; tests/state/paths.test.ts checks that every path above meets its pattern. */
export const patterns = {
  explore: '/',
  countries: '/countries',
  country: '/country/:iso2',
  events: '/events',
  event: '/events/:id',
  articles: '/articles',
  article: '/articles/:id',
  groups: '/groups',
  group: '/groups/:id',
  indicators: '/indicators',
  indicator: '/indicators/:id',
  sources: '/sources',
  briefings: '/briefings',
  briefing: '/briefings/:id',
  about: '/about',
} as const satisfies Record<keyof typeof paths, string>;
export type Screen = keyof typeof patterns;
