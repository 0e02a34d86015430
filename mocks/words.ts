import type { Article } from '#core/article.ts';
import type { CrimeEvent } from '#core/event.ts';

/** Lower case without accents, for the mock's plain word search. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Every word of the question occurs in the text, accents and case aside. */
export function hasWords(text: string, question: string): boolean {
  const haystack = folded(text);
  return folded(question)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .every((word) => haystack.includes(word));
}

/** Everything a mock event can be found by. */
export function wordsOf(event: CrimeEvent): string {
  const { summaries, notes, place } = event;
  return [
    event.summary,
    summaries?.es,
    summaries?.pt,
    event.note,
    notes?.es,
    notes?.pt,
    place.name,
    place.adm2,
    ...event.actors,
    event.kind,
  ].join(' ');
}

/** What a mock article can be found by. */
export function wordsOfArticle({ headline, summary, summaries, outlet }: Article): string {
  return [headline, summary, summaries?.es, summaries?.pt, outlet].join(' ');
}

/** Row numbers of the events in which every word occurs, ascending. */
export function rowsWithWords(events: readonly CrimeEvent[], question: string): number[] {
  return events
    .filter((event) => hasWords(wordsOf(event), question))
    .map((event) => event.n)
    .sort((a, b) => a - b);
}
