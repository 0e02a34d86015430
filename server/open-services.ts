import { columnsInThread } from './columns/columns-in-thread.ts';
import { readGazetteer } from './gazetteer.ts';
import { prepareApart, reusePrepared } from './jobs/prepare.ts';
import { sampleFingerprint } from './jobs/sample-data-set.ts';
import { type Services, servicesOf } from './services.ts';
import { openBriefings } from './store/sqlite/briefings.ts';
import { openCheckedSqliteStore } from './store/sqlite.ts';
import { storeInThreads } from './store/threads.ts';

/** One for short questions while the other counts or exports. */
const storeThreads = 2;

/** Opens the store and snapshot of a data folder, filling them first where they are absent or of an older sample. */
export async function openServices(
  dataFolder: string,
  geoFolder: string,
  milliseconds: number,
  writable = false,
): Promise<Services> {
  const fingerprint = sampleFingerprint();
  let snapshot = reusePrepared(dataFolder, fingerprint);
  if (!snapshot) {
    await prepareApart({ dataFolder, geoFolder });
    snapshot = reusePrepared(dataFolder, fingerprint);
  }
  if (!snapshot) throw new Error('The data were loaded but cannot be read back.');
  const script = new URL('./store/sqlite-thread.ts', import.meta.url);
  const store = await storeInThreads(script, { folder: dataFolder }, { threads: storeThreads, milliseconds });
  const first = openCheckedSqliteStore(dataFolder);
  try {
    return await servicesOf(
      store,
      snapshot,
      readGazetteer(geoFolder),
      first,
      columnsInThread(snapshot),
      writable ? openBriefings(dataFolder) : null,
    );
  } finally {
    await first.close();
  }
}
