import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { replaceAll } from '#server/store/sqlite/load.ts';
import { openForWriting } from '#server/store/sqlite/open.ts';
import { openSqliteStore } from '#server/store/sqlite.ts';
import type { DataSet, Store } from '#server/store/store.ts';

/** Makes folders that are gone after the file's tests. */
export function temporaryFolders(): () => string {
  const made: string[] = [];
  afterAll(() => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'atalaya-store-'));
    made.push(folder);
    return folder;
  };
}

/** An SQLite store over a data set, in a folder. */
export function sqliteStoreOf(folder: string, data: DataSet): Store {
  const database = openForWriting(folder);
  replaceAll(database, data);
  database.close();
  return openSqliteStore(folder);
}
