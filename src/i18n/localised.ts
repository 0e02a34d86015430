import type { Translated } from '#core/localised.ts';
import type { SourceInfo } from '#core/provenance.ts';
import type { Lang } from './lang.ts';

/** A text chosen for the reader, and its language where that is not the page's own. */
export type Chosen = { readonly text: string; readonly lang: string | undefined };

/** The reader's language where the record brings it, else its English, marked as such. */
export function chooseText(lang: Lang, english: string, all?: Translated | null): Chosen {
  const own = lang === 'en' ? english : all?.[lang];
  if (own) return { text: own, lang: undefined };
  return { text: english, lang: lang === 'en' ? undefined : 'en' };
}

export interface SourceWords {
  readonly title: string;
  readonly licence: string;
  readonly note: string;
  readonly limits: readonly string[];
  /** The language of the words where it is not the reader's. */
  readonly lang: string | undefined;
}

/** What is said of a source in the reader's language, or in English where the record brings no other. */
export function sourceWords(lang: Lang, source: SourceInfo): SourceWords {
  const own = lang === 'en' ? undefined : source.texts?.[lang];
  if (own) return { ...own, licence: own.licence ?? source.licence, lang: undefined };
  const { title, licence, limits, coverage } = source;
  return { title, licence, note: coverage.note, limits, lang: lang === 'en' ? undefined : 'en' };
}
