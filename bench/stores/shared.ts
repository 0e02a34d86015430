import { bySnapshotOrder, dictionariesOf } from '#contract/part-columns.ts';
import type { CrimeEvent } from '#core/event.ts';
import type { EventDraft } from '#scripts/sample/draft.ts';
import { ucdpEvents } from '#scripts/sample/ucdp.ts';
import { splitNewestFirst } from '#server/jobs/snapshot.ts';
import { openSample } from '#server/sample/load-sample.ts';
import { type BenchRows, sourceOf } from './seeded.ts';
import { unodcEvents, unodcSource } from './unodc.ts';

/** Rows of the originals, all of which must become events. */
export const sharedCounts = { unodc: 263_485, ucdp: 23_589 } as const;
export const sharedTotal = sharedCounts.unodc + sharedCounts.ucdp;

/** UNODC's seizures and UCDP's events from the original files, read by our ingest. */
export function sharedRows(): BenchRows {
  const drafts: { readonly [K in keyof typeof sharedCounts]: readonly EventDraft[] } = {
    unodc: unodcEvents(),
    ucdp: ucdpEvents(),
  };
  for (const [name, count] of Object.entries(sharedCounts)) {
    const { length } = drafts[name as keyof typeof sharedCounts];
    if (length !== count) throw new Error(`${name}: ${length} events of ${count} rows`);
  }
  const events = [...drafts.unodc, ...drafts.ucdp]
    .map((draft, n): CrimeEvent => ({ ...draft, n, articles: [] }))
    .sort(bySnapshotOrder)
    .map((event, index): CrimeEvent => ({ ...event, n: index + 1 }));
  const sources = [
    ...openSample()
      .sources()
      .filter(({ id }) => id.startsWith('ucdp-ged')),
    { ...sourceOf(unodcSource), publisher: 'UNODC', title: 'Individual Drug Seizures, 2011–2015' },
  ];
  return {
    rows: events.length,
    dictionaries: dictionariesOf(events),
    parts: splitNewestFirst(events),
    sources,
  };
}
