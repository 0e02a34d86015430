import { badParameters } from '#contract/read-call.ts';
import { wordsOf } from '#ingest/search-words.ts';
import { limits } from '#server/limits.ts';

/** Refuses a search for more words than one question may have. */
export function checkWords(parameter: string, text: string): void {
  const words = wordsOf(text).length;
  if (words <= limits.searchWords) return;
  throw badParameters([
    { parameter, value: `${words} words`, mend: `Search for at most ${limits.searchWords} words.` },
  ]);
}
