import { type EventFilter, writeFilter } from '#core/filter.ts';
import type { JsonOf } from '#server/store/store.ts';

/** How records become the text of a download. */
export interface Wording<T> {
  readonly before: string;
  readonly each: (doc: JsonOf<T>) => string;
  readonly between: string;
  /** Asked for when every record has been written. */
  readonly after: () => string;
}

/** The text of a download, a batch of records at a time. */
export async function* joinedChunks<T>(
  batches: AsyncIterable<readonly JsonOf<T>[]>,
  { before, each, between, after }: Wording<T>,
): AsyncGenerator<string> {
  yield before;
  let first = true;
  for await (const batch of batches) {
    const text = batch.map(each).join(between);
    if (text !== '') yield first ? text : between + text;
    first &&= text === '';
  }
  yield after();
}

/** "atalaya-events-PE-seizure-2014-01-01-2026-11-23.3f9a1c04.csv": what it holds, told by the filter, and the data version. */
export function fileName(
  what: string,
  filter: EventFilter | null,
  dataVersion: string,
  extension: string,
): string {
  const values = filter === null ? {} : writeFilter(filter);
  const told = ['c', 'type', 'substance', 'group', 'from', 'to', 'q']
    .map((key) => values[key])
    .filter((value): value is string => value !== undefined);
  const middle = told
    .join('-')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return ['atalaya', what, ...(middle === '' ? [] : [middle]), dataVersion].join('-').concat('.', extension);
}
