import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemPortuguese } from '@orama/stemmers/portuguese';
import { stemmer as stemSpanish } from '@orama/stemmers/spanish';
import { stopWords } from './stop-words.ts';

/**
 * The one text analyser: what it makes of a text at indexing and of a question at asking must agree, in every store. A word
 * becomes its folded form (lower case, no accents) and, tagged with the language, its stem. Accents are dropped first and the
 * endings that carry them restored before stemming, so that `incautacion`, `incautación` and `incautaciones` share a stem.
 */
export type SearchLanguage = 'en' | 'es' | 'pt';
const languages: readonly SearchLanguage[] = ['en', 'es', 'pt'];

/** Most words of one question; more are refused. */
export const maxSearchWords = 10;

/** Lower case, no accents, compatibility forms unified: "Ñuñoa ①" → "nunoa 1". */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss');
}

/** The folded words of a text, in order: runs of letters and digits, each at most 60 characters. */
export function wordsOf(text: string): string[] {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, 60));
}

/** The stem of a folded word, tagged with its language so that stems of two languages never meet: "es_incaut". */
export function stemOf(word: string, language: SearchLanguage): string {
  if (language === 'en') return `en_${fold(stemEnglish(word))}`;
  if (language === 'es') return `es_${fold(stemSpanish(restoreSpanish(word)))}`;
  return `pt_${fold(stemPortuguese(restorePortuguese(word)))}`;
}

/**
 * What a text is found by: every folded word once, and its stem in the given language; in all three where the language is
 * not one of them (names, other tongues).
 */
export function termsOf(text: string, language: string | null): string[] {
  const stems = languages.filter((known) => known === language);
  const terms = new Set<string>();
  for (const word of wordsOf(text)) {
    terms.add(word);
    for (const known of stems.length > 0 ? stems : languages) terms.add(stemOf(word, known));
  }
  return [...terms];
}

/** One word of a question: any of `terms` finds it, and where `prefix` is given any word beginning with it. */
export interface WantedWord {
  readonly terms: readonly string[];
  readonly prefix: string | null;
}

/**
 * The words of a question, each of which must be found. Words such as "de" and "the" are passed over unless nothing else is
 * asked. With `unfinished` the last word may be the beginning of one.
 */
export function wantedWords(question: string, unfinished = false): WantedWord[] {
  const all = wordsOf(question);
  const telling = all.filter(
    (word, index) => !stopWords.has(word) || (unfinished && index === all.length - 1),
  );
  const words = telling.length > 0 ? telling : all;
  return [...new Set(words)].map((word, index, list) => ({
    terms: [...new Set([word, ...languages.map((language) => stemOf(word, language))])],
    prefix: unfinished && index === list.length - 1 ? word : null,
  }));
}

function restoreSpanish(word: string): string {
  return word
    .replace(/([cs])ion$/, '$1ión')
    .replace(/ia(s?)$/, 'ía$1')
    .replace(/([^aeiou])on$/, '$1ón');
}

function restorePortuguese(word: string): string {
  return word
    .replace(/(?:ao|oes|aes|aos)$/, 'ão')
    .replace(/cão$/, 'ção')
    .replace(/ia(s?)$/, 'ía$1');
}
