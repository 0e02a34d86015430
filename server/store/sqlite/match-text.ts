import type { WantedWord } from '#ingest/search-words.ts';

/**
 * The FTS5 question for some words: each must be found, by any of its terms. Words are letters and digits only (search-words.ts)
 * and quoted all the same, so nothing a reader types is ever read as FTS syntax. Null when there is no word to look for.
 */
export function matchText(words: readonly WantedWord[], column?: string): string | null {
  if (words.length === 0) return null;
  const each = words.map(({ terms, prefix }) => {
    const exact = terms.map(quoted);
    return `(${[...exact, ...(prefix === null ? [] : [`${quoted(prefix)} *`])].join(' OR ')})`;
  });
  const all = each.join(' AND ');
  return column === undefined ? all : `${column} : (${all})`;
}

function quoted(term: string): string {
  return `"${term.replaceAll('"', '""')}"`;
}
