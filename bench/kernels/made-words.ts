import type { HitLookup } from '#engine/local/masks.ts';
import type { BenchColumns } from './columns.ts';

/** Words that made events are found by: each stands for one event in so many. */
export const madeWords: Readonly<Record<string, number>> = { coca: 2, ambush: 3, río: 7 };

/** Made events have no texts: a word is in an event by the event's number. */
export function hasWord(n: number, word: string): boolean {
  return (Math.imul(n, 0x9e3779b1) >>> 8) % madeWords[word]! === 0;
}

/** What the server would find for the words: numbers of events. */
export function madeHits({ part }: BenchColumns): HitLookup {
  const known = new Map<string, Uint32Array>();
  return (word) => {
    if (!(word in madeWords)) return null;
    const numbers = known.get(word) ?? part.n.filter((n) => hasWord(n, word));
    known.set(word, numbers);
    return numbers;
  };
}
