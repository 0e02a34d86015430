import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { limits } from '#server/limits.ts';
import type { Services } from '#server/services.ts';
import type { JsonOf, RowKey, Slice } from '#server/store/store.ts';

export interface PageCall {
  readonly key: string;
  readonly parameters: { readonly limit?: number; readonly cursor?: string };
}

export interface PageParts<T> {
  readonly rows: readonly JsonOf<T>[];
  readonly total: number;
  readonly next: string | null;
}

/** One page of a list: where it begins, its rows, the total of the whole list and the cursor of the next page. */
export async function readPage<T>(
  call: PageCall,
  { cursors, totals }: Services,
  ask: (page: { after: RowKey | null; limit: number; counted: boolean }) => Promise<Slice<T>>,
): Promise<PageParts<T>> {
  const { cursor, limit = limits.rowsPerPage } = call.parameters;
  const after = cursor === undefined ? null : cursors.read(call.key, cursor);
  const slice = await ask({ after, limit, counted: false });
  const alone = after === null && slice.next === null;
  const total = alone
    ? slice.rows.length
    : await totals.of(call.key, async () => (await ask({ after: null, limit: 1, counted: true })).total ?? 0);
  return {
    rows: slice.rows,
    total,
    next: slice.next === null ? null : cursors.write(call.key, slice.next),
  };
}

/**
 * Every row of a list, a batch at a time, up to the limit of an export. Other requests, and the sending of what was read, get
 * their turn between two batches.
 */
export async function* everyRow<T>(
  ask: (page: { after: RowKey | null; limit: number; counted: boolean }) => Promise<Slice<T>>,
): AsyncGenerator<readonly JsonOf<T>[]> {
  let after: RowKey | null = null;
  for (let given = 0; given < limits.exportRows; ) {
    const limit = Math.min(limits.exportBatchRows, limits.exportRows - given);
    const slice: Slice<T> = await ask({ after, limit, counted: false });
    yield slice.rows;
    given += slice.rows.length;
    after = slice.next;
    if (after === null) return;
    await turnOfTheLoop();
  }
}
