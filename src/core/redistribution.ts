import type { SourceInfo } from './provenance.ts';

/** What of a source may leave this house: its single rows, or only numbers counted over many of them. */
export type Leaving = 'rows' | 'aggregates';

/**
 * The one rule of what may be passed on (docs/decisions). "rows": everything. "aggregates": counts and sums by country, group and
 * source, never a row, its place or its words. "none": nothing at all, not even that there are any.
 */
export function mayPassOn(source: Pick<SourceInfo, 'redistribution'>, what: Leaving): boolean {
  return (
    source.redistribution === 'rows' || (what === 'aggregates' && source.redistribution === 'aggregates')
  );
}

/** Rows that a filter matches and that stay here, by source; `events` is null where even the number may not be said. */
export interface Withheld {
  readonly source: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly licence: string;
  readonly events: number | null;
}

/**
 * What is said of sources whose rows stay here. A source that lets counts out is named with its matches, where it has any; one that
 * lets nothing out is named whatever it holds, so that being named says nothing about it.
 */
export function withheldOf(
  sources: readonly SourceInfo[],
  matches: ReadonlyMap<string, number>,
): readonly Withheld[] {
  return sources.flatMap((source) => {
    const { id, publisher, url, licence } = source;
    const events = mayPassOn(source, 'aggregates') ? (matches.get(id) ?? 0) : null;
    if (mayPassOn(source, 'rows') || events === 0) return [];
    return [{ source: id, publisher, url, licence, events }];
  });
}

/** The rows that may leave: the last gate before a file is made in the browser. A row of an unknown source stays. */
export function rowsToPassOn<R extends { readonly source: Pick<SourceInfo, 'redistribution'> | null }>(
  rows: readonly R[],
): readonly R[] {
  return rows.filter(({ source }) => source !== null && mayPassOn(source, 'rows'));
}
