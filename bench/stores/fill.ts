import { fileURLToPath } from 'node:url';
import type { CrimeEvent } from '#core/event.ts';
import { sampleDataSet, sampleFingerprint } from '#server/jobs/sample-data-set.ts';
import { writeSnapshot } from '#server/jobs/snapshot.ts';
import { replaceAll } from '#server/store/sqlite/load.ts';
import { openForWriting } from '#server/store/sqlite/open.ts';
import { selectInfo } from '#server/store/sqlite/records.ts';
import type { BenchRows } from './seeded.ts';

/**
 * Fills a data folder as a first start of the server does, with other events: the store by its loader, the snapshot by its writer, and
 * the fingerprint of the bundled sample, by which the server takes the folder as it is. The store holds the newest `stored` rows at
 * least; the snapshot holds all.
 */
export function fillFolder(folder: string, rows: BenchRows, stored: number): void {
  const sample = sampleDataSet(fileURLToPath(new URL('../../public/geo', import.meta.url)));
  const parts = rows.parts[Symbol.iterator]();
  const first: (readonly CrimeEvent[])[] = [];
  const database = openForWriting(folder);
  try {
    replaceAll(database, {
      ...sample,
      fingerprint: sampleFingerprint(),
      sources: rows.sources,
      articles: [],
      indicatorBatches: [],
      eventBatches: taken(parts, stored, first),
      merged: new Map(),
    });
    database.exec('pragma wal_checkpoint(truncate)');
    writeSnapshot(folder, selectInfo(database), { ...rows, parts: again(first, parts) });
  } finally {
    database.close();
  }
}

/** Parts until `least` rows have been given, kept in `into`. */
function* taken(
  parts: Iterator<readonly CrimeEvent[]>,
  least: number,
  into: (readonly CrimeEvent[])[],
): Generator<readonly CrimeEvent[]> {
  for (let given = 0; given < least; ) {
    const next = parts.next();
    if (next.done) return;
    given += next.value.length;
    into.push(next.value);
    yield next.value;
  }
}

function* again(
  first: readonly (readonly CrimeEvent[])[],
  rest: Iterator<readonly CrimeEvent[]>,
): Generator<readonly CrimeEvent[]> {
  yield* first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}
