import type { Lang } from './lang.ts';

/** A text chosen for the reader, and its language where that is not the page's own. */
export type Chosen = { readonly text: string; readonly lang: string | undefined };

/** The reader's language where the record brings it, else its English, marked as such. */
export function chooseText(
  lang: Lang,
  english: string,
  all?: { readonly en: string; readonly es: string; readonly pt: string } | null,
): Chosen {
  const own = all?.[lang];
  if (own) return { text: own, lang: undefined };
  return { text: english, lang: lang === 'en' ? undefined : 'en' };
}
