import type { about } from './en/about.ts';
import { wordsApart } from './words-apart.ts';

/** The words of the page about the data, which are fetched with it. */
export const { useT: useAboutT } = wordsApart<typeof about>({
  en: () => import('./en/about.ts').then((m) => m.about),
  es: () => import('./es/about.ts').then((m) => m.about),
  pt: () => import('./pt/about.ts').then((m) => m.about),
});
