import type { sources } from './en/sources.ts';
import { wordsApart } from './words-apart.ts';

/** The words of the page of sources, which are fetched with it. */
export const { useT: useSourcesT } = wordsApart<typeof sources>({
  en: () => import('./en/sources.ts').then((m) => m.sources),
  es: () => import('./es/sources.ts').then((m) => m.sources),
  pt: () => import('./pt/sources.ts').then((m) => m.sources),
});
