import { use } from 'react';
import type { briefing } from './en/briefing.ts';
import { makeFormat } from './format.ts';
import { type TOf, translator, useLang } from './i18n.tsx';
import { type Lang, localeFor } from './lang.ts';
import type { Message } from './message.ts';

type Source = typeof briefing;
export type BriefingKey = keyof Source;

/** Says a message of the briefings' own, which are fetched with the first briefing. */
export type BriefingT = TOf<Source>;

const loaders: Readonly<Record<Lang, () => Promise<{ readonly [K in BriefingKey]: Message }>>> = {
  en: () => import('./en/briefing.ts').then((m) => m.briefing),
  es: () => import('./es/briefing.ts').then((m) => m.briefing),
  pt: () => import('./pt/briefing.ts').then((m) => m.briefing),
};

const loaded = new Map<Lang, Promise<BriefingT>>();

/** The words of briefings in a language; a failed fetch may be tried again. */
export function loadBriefingWords(lang: Lang): Promise<BriefingT> {
  const known = loaded.get(lang);
  if (known) return known;
  const words = loaders[lang]().then((messages) =>
    translator<Source>(lang, messages, makeFormat(lang, localeFor(lang, []))),
  );
  loaded.set(lang, words);
  words.catch(() => loaded.delete(lang));
  return words;
}

/** The words of briefings in the reader's language; the page waits for them. */
export function useBriefingT(): BriefingT {
  return use(loadBriefingWords(useLang()));
}
