import type { briefing } from './en/briefing.ts';
import type { TOf } from './i18n.tsx';
import { wordsApart } from './words-apart.ts';

type Source = typeof briefing;
export type BriefingKey = keyof Source;

/** Says a message of the briefings' own, which are fetched with the first briefing. */
export type BriefingT = TOf<Source>;

export const { load: loadBriefingWords, useT: useBriefingT } = wordsApart<Source>({
  en: () => import('./en/briefing.ts').then((m) => m.briefing),
  es: () => import('./es/briefing.ts').then((m) => m.briefing),
  pt: () => import('./pt/briefing.ts').then((m) => m.briefing),
});
