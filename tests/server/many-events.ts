import type { CrimeEvent } from '#core/event.ts';
import type { DataSet } from '#server/store/store.ts';
import { eventOf } from '#tests/engine/random-events.ts';
import { eventsOnly as dataSetOf } from './data-set.ts';

/** A data set of plain events in batches of a thousand, for tests that need some length. */
export function eventsOnly(count: number): DataSet {
  const batches: CrimeEvent[][] = [];
  for (let from = 0; from < count; from += 1000)
    batches.push(
      Array.from({ length: 1000 }, (_, i) => eventOf(from + i, { summary: `Event number ${from + i}` })),
    );
  return { ...dataSetOf(batches[0] ?? []), eventBatches: batches };
}
