import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CrimeEvent } from '#core/event.ts';
import type { Database } from '#server/store/sqlite/database.ts';
import { selectVersions } from '#server/store/sqlite/history.ts';
import { loadedFingerprint, replaceAll } from '#server/store/sqlite/load.ts';
import { migrations } from '#server/store/sqlite/migrations.ts';
import { openChecked, openForReading, openForWriting, storeFileName } from '#server/store/sqlite/open.ts';
import { selectInfo } from '#server/store/sqlite/records.ts';
import { type DataSet, StoreRefused } from '#server/store/store.ts';
import {
  copyAside,
  defaultRetention,
  keptFolder,
  keptVersions,
  type Retention,
  retire,
} from './kept-versions.ts';
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

/**
 * Fills the store if it does not hold the data set, keeping what it held before as the rule says, and builds the snapshots that are
 * not there. Blocks for seconds: see prepareApart.
 */
export function prepareData(
  dataFolder: string,
  fingerprint: string,
  dataSet: () => DataSet,
  rule: Retention = defaultRetention,
): void {
  const database = openForWriting(dataFolder);
  try {
    if (loadedFingerprint(database) !== fingerprint) {
      replaceAll(database, dataSet(), copyAside(database, dataFolder));
      database.exec('pragma wal_checkpoint(truncate)');
    }
    const { dataVersion } = buildMissing(dataFolder, database);
    const newestFirst = selectVersions(database).map(({ version }) => version);
    retire(dataFolder, dataVersion, newestFirst, rule);
  } finally {
    database.close();
  }
  for (const version of keptVersions(dataFolder)) prepareKept(dataFolder, version);
}

/** The snapshot of what a store holds, where it is not there already. */
function buildMissing(dataFolder: string, database: Database): { readonly dataVersion: string } {
  const { dataVersion, dataAsOf } = selectInfo(database);
  if (!readSnapshot(dataFolder, dataVersion)) {
    const events = database
      .all<{ doc: string }>('select doc from event where shared = 1')
      .map((row) => JSON.parse(row.doc) as CrimeEvent);
    buildSnapshot(dataFolder, { dataVersion, dataAsOf }, events);
  }
  return { dataVersion };
}

/**
 * Brings a kept state of the data to today's layout; one that has it is not looked through again. One that cannot be read is left
 * alone and not offered.
 */
function prepareKept(dataFolder: string, version: string): void {
  try {
    if (readSnapshot(dataFolder, version) && isOfToday(keptFolder(dataFolder, version))) return;
    const kept = openForWriting(keptFolder(dataFolder, version));
    try {
      buildMissing(dataFolder, kept);
    } finally {
      kept.close();
    }
  } catch (error) {
    if (!(error instanceof StoreRefused)) throw error;
  }
}

/** What the process is told, and what it says at the end. */
export interface PrepareTask {
  readonly dataFolder: string;
  readonly geoFolder: string;
  readonly retention: Retention;
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

function isOfToday(folder: string): boolean {
  const kept = openChecked(folder);
  try {
    return hasSchema(kept);
  } finally {
    kept.close();
  }
}

/** A store of an earlier layout is opened for writing first, which brings it to today's. */
function hasSchema(database: Database): boolean {
  return database.get<{ user_version: number }>('pragma user_version')?.user_version === migrations.length;
}
