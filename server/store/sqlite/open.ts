import { closeSync, existsSync, mkdirSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { StoreRefused } from '#server/store/store.ts';
import { Database } from './database.ts';
import { applicationId, migrations } from './migrations.ts';

export const storeFileName = 'atalaya.sqlite';

/**
 * Opens the store file of a folder for writing, making folder and file where absent and taking the migrations that are due, each
 * in one transaction. Throws StoreRefused, and changes nothing, when the file is damaged, from a newer version, or not ours.
 */
export function openForWriting(folder: string): Database {
  const file = path.join(folder, storeFileName);
  makeFolder(folder);
  checkStoreFile(file);
  const database = connect(file, false);
  database.exec('pragma journal_mode = wal; pragma synchronous = full;');
  migrate(database);
  return database;
}

/** Opens the store file of a folder for reading only, after the same checks. */
export function openForReading(folder: string): Database {
  checkStoreFile(path.join(folder, storeFileName));
  return openChecked(folder);
}

/** One more connection to a store that this process has checked already: looking through the whole file takes time. */
export function openChecked(folder: string): Database {
  return connect(path.join(folder, storeFileName), true);
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new StoreRefused('unreachable', `Cannot make the data folder ${folder}: ${reasonOf(error)}.`);
  }
}

function connect(file: string, readOnly: boolean): Database {
  try {
    return new Database(file, { readOnly });
  } catch (error) {
    const damaged = damageCodes.has((error as { errcode?: number }).errcode ?? 0);
    if (damaged) throw refused(file, 'corrupt', `it is damaged (${reasonOf(error)})`);
    throw new StoreRefused('unreachable', `Cannot open the store ${file}: ${reasonOf(error)}.`);
  }
}

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const damageCodes: ReadonlySet<number> = new Set([11, 26]);

/** Looks at an existing file without writing to it. */
function checkStoreFile(file: string): void {
  if (!existsSync(file)) return;
  const head = readHead(file);
  if (head.length === 0) return;
  if (!head.subarray(0, 16).equals(Buffer.from('SQLite format 3\0')))
    throw refused(file, 'foreign', 'it is not an SQLite database, or its first bytes are damaged');
  const database = connect(file, true);
  try {
    const ours = pragma(database, 'application_id');
    const version = pragma(database, 'user_version');
    if (version > migrations.length) {
      throw refused(file, 'newer', `it was written by a newer version of Atalaya (schema ${version})`);
    }
    if (ours !== applicationId && version + ours > 0)
      throw refused(file, 'foreign', 'it belongs to another program');
    const damage =
      database.get<{ quick_check: string }>('pragma quick_check(1)')?.quick_check ?? 'unreadable';
    if (damage !== 'ok') throw refused(file, 'corrupt', `it is damaged (${firstLine(damage)})`);
  } catch (error) {
    if (error instanceof StoreRefused) throw error;
    throw refused(file, 'corrupt', `it is damaged (${reasonOf(error)})`);
  } finally {
    database.close();
  }
}

function refused(file: string, reason: StoreRefused['reason'], why: string): StoreRefused {
  return new StoreRefused(
    reason,
    `The store ${file} is refused: ${why}. Nothing was changed. Restore a copy, or move the file away to begin anew.`,
  );
}

function readHead(file: string): Buffer {
  const head = Buffer.alloc(100);
  try {
    const handle = openSync(file, 'r');
    try {
      return head.subarray(0, readSync(handle, head, 0, 100, 0));
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw new StoreRefused('unreachable', `Cannot read the store ${file}: ${reasonOf(error)}.`);
  }
}

function migrate(database: Database): void {
  const taken = pragma(database, 'user_version');
  for (let version = taken; version < migrations.length; version += 1) {
    database.transaction(() => {
      if (pragma(database, 'user_version') !== version) return;
      database.exec(migrations[version] ?? '');
      database.exec(`pragma application_id = ${applicationId}; pragma user_version = ${version + 1}`);
    });
  }
}

function pragma(database: Database, name: 'user_version' | 'application_id'): number {
  return database.get<Record<string, number>>(`pragma ${name}`)?.[name] ?? 0;
}

function reasonOf(error: unknown): string {
  return firstLine(error instanceof Error ? error.message : String(error));
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
