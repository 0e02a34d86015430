import { readGazetteer } from './gazetteer.ts';
import { prepareInThread, reusePrepared } from './jobs/prepare.ts';
import { sampleFingerprint } from './jobs/sample-data-set.ts';
import { type Services, servicesOf } from './services.ts';
import { openSqliteStore } from './store/sqlite.ts';

/** Opens the store and snapshot of a data folder, filling them first where they are absent or of an older sample. */
export async function openServices(dataFolder: string, geoFolder: string): Promise<Services> {
  const fingerprint = sampleFingerprint();
  let snapshot = reusePrepared(dataFolder, fingerprint);
  if (!snapshot) {
    await prepareInThread({ dataFolder, geoFolder });
    snapshot = reusePrepared(dataFolder, fingerprint);
  }
  if (!snapshot) throw new Error('The data were loaded but cannot be read back.');
  return servicesOf(openSqliteStore(dataFolder), snapshot, readGazetteer(geoFolder));
}
