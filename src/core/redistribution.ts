import type { EventFilter } from './filter.ts';
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

/** A source whose rows stay here; `events` is all it holds, null where even that may not be said. */
export interface Withheld {
  readonly source: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly licence: string;
  readonly events: number | null;
}

/**
 * The sources whose rows are missing from an answer under a filter. How many of them the filter matches is not said: counting under a
 * day, a place or a word would tell single rows one by one. A source that lets nothing out is named whatever it holds.
 */
export function withheldOf(
  sources: Iterable<SourceInfo>,
  filter: Pick<EventFilter, 'sources' | 'countries'>,
): readonly Withheld[] {
  return [...sources].flatMap((source) => {
    const { id, publisher, url, licence, coverage, counts } = source;
    const events = mayPassOn(source, 'aggregates') ? counts.events : null;
    if (mayPassOn(source, 'rows') || events === 0) return [];
    const asked = meets(filter.sources, [id]) && meets(filter.countries, coverage.countries);
    return asked ? [{ source: id, publisher, url, licence, events }] : [];
  });
}

/** Whether two lists share a value; an empty one stands for all. */
function meets(wanted: readonly string[], held: readonly string[]): boolean {
  return wanted.length === 0 || held.length === 0 || held.some((value) => wanted.includes(value));
}

/** The rows that may leave: the last gate before a file is made in the browser. A row of an unknown source stays. */
export function rowsToPassOn<R extends { readonly source: Pick<SourceInfo, 'redistribution'> | null }>(
  rows: readonly R[],
): readonly R[] {
  return rows.filter(({ source }) => source !== null && mayPassOn(source, 'rows'));
}
