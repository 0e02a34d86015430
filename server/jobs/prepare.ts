import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CrimeEvent } from '#core/event.ts';
import type { Database } from '#server/store/sqlite/database.ts';
import { loadedFingerprint, replaceAll } from '#server/store/sqlite/load.ts';
import { openForReading, openForWriting, storeFileName } from '#server/store/sqlite/open.ts';
import { selectInfo } from '#server/store/sqlite/records.ts';
import { type DataSet, StoreRefused } from '#server/store/store.ts';
import { buildSnapshot, readSnapshot, type Snapshot } from './snapshot.ts';

/** Opens what an earlier start left behind: the snapshot, when store and snapshot are whole and of this data; else null. */
export function reusePrepared(dataFolder: string, fingerprint: string): Snapshot | null {
  if (!existsSync(path.join(dataFolder, storeFileName))) return null;
  const database = openForReading(dataFolder);
  try {
    if (!hasSchema(database) || loadedFingerprint(database) !== fingerprint) return null;
    return readSnapshot(dataFolder, selectInfo(database).dataVersion);
  } finally {
    database.close();
  }
}

/** Fills the store if it does not hold the data set, and builds the snapshot if it is not there. Blocks for seconds: see prepareApart. */
export function prepareData(dataFolder: string, fingerprint: string, dataSet: () => DataSet): void {
  const database = openForWriting(dataFolder);
  try {
    if (loadedFingerprint(database) !== fingerprint) {
      replaceAll(database, dataSet());
      database.exec('pragma wal_checkpoint(truncate)');
    }
    const { dataVersion, dataAsOf } = selectInfo(database);
    if (readSnapshot(dataFolder, dataVersion)) return;
    const events = database
      .all<{ doc: string }>('select doc from event where shared = 1')
      .map((row) => JSON.parse(row.doc) as CrimeEvent);
    buildSnapshot(dataFolder, { dataVersion, dataAsOf }, events);
  } finally {
    database.close();
  }
}

/** What the process is told, and what it says at the end. */
export interface PrepareTask {
  readonly dataFolder: string;
  readonly geoFolder: string;
}
export type PrepareResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly refused: StoreRefused['reason'] | null; readonly message: string };

/**
 * Runs prepareData over the bundled sample in a process of its own: the server answers meanwhile, and the memory that loading
 * takes is given back.
 */
export function prepareApart(task: PrepareTask): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./prepare-process.ts', import.meta.url)));
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new Error(`Loading the data was stopped (${signal ?? `code ${code}`}).`)),
    );
    child.once('message', (result: PrepareResult) => {
      if (result.ok) resolve();
      else if (result.refused) reject(new StoreRefused(result.refused, result.message));
      else reject(new Error(result.message));
    });
    child.send(task);
  });
}

function hasSchema(database: Database): boolean {
  return database.get<{ user_version: number }>('pragma user_version')?.user_version !== 0;
}
