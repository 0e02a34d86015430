import type { CrimeEvent } from '#core/event.ts';
import type { DataSet } from '#server/store/store.ts';
import { fixtureDataSet } from './data-set.ts';

/** What the second state of the data did to the first. */
export const fates = {
  changed: 'pe-011',
  withdrawn: 'pe-017',
  merged: 'pe-013',
  successor: 'pe-013-b',
  added: 'made-up-1',
} as const;

/** The fixture as it was first held. */
export function firstState(): DataSet {
  return { ...fixtureDataSet(), fingerprint: 'first', dataAsOf: '2026-11-23' };
}

/** The fixture a week later: one event more, one reworded, one gone, one under another id, and every row renumbered. */
export function secondState(): DataSet {
  const first = fixtureDataSet();
  const batches = [...first.eventBatches].map((batch) => [...batch]);
  const all = batches.flat();
  const like = all[0];
  if (!like) throw new Error('The fixture has no events.');
  const next = all
    .filter(({ id }) => id !== fates.withdrawn)
    .map((event): CrimeEvent => {
      if (event.id === fates.changed) return { ...event, summary: 'The words were mended.' };
      return event.id === fates.merged ? { ...event, id: fates.successor } : event;
    });
  const added = { ...like, id: fates.added, sourceRecordId: 'made-up-1', summary: 'Newly recorded.' };
  const renumbered = [added, ...next].map((event, index) => ({ ...event, n: index + 1 }));
  return {
    ...first,
    fingerprint: 'second',
    dataAsOf: '2026-11-30',
    articles: first.articles.slice(1),
    eventBatches: [renumbered],
  };
}
