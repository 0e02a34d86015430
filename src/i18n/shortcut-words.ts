import type { shortcuts } from './en/shortcuts.ts';
import { wordsApart } from './words-apart.ts';

type Source = typeof shortcuts;
export type ShortcutKey = keyof Source;

/** What each key does, fetched with the list of keys. */
export const { useT: useShortcutT } = wordsApart<Source>({
  en: () => import('./en/shortcuts.ts').then((m) => m.shortcuts),
  es: () => import('./es/shortcuts.ts').then((m) => m.shortcuts),
  pt: () => import('./pt/shortcuts.ts').then((m) => m.shortcuts),
});
