import { termsOf, wantedWords } from '#ingest/search-words.ts';

/** Tells the words that a search meant, by the same analyser that searched; undefined where nothing is searched. */
export function searchedWords(question: string): ((word: string) => boolean) | undefined {
  const wanted = new Set(wantedWords(question).flatMap((word) => word.terms));
  if (wanted.size === 0) return undefined;
  return (word) => termsOf(word, null).some((term) => wanted.has(term));
}
