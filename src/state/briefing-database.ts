import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** A briefing as the browser keeps it. */
export interface KeptRecord {
  readonly id: string;
  /** What core/briefing-file.ts writes. */
  readonly doc: string;
  /** ISO moment of the last change here. */
  readonly changed: string;
  /** The state on the server that this one came from or went to, and when; null = never there. */
  readonly server: { readonly etag: string; readonly at: string } | null;
}

interface Schema extends DBSchema {
  briefings: { key: string; value: KeptRecord };
  settings: { key: string; value: string };
}

export type BriefingDatabase = IDBPDatabase<Schema>;

/** Opens this browser's store of briefings. Rejects where storage is denied. */
export function openBriefingDatabase(): Promise<BriefingDatabase> {
  return openDB<Schema>('atalaya', 1, {
    upgrade(database) {
      database.createObjectStore('briefings', { keyPath: 'id' });
      database.createObjectStore('settings');
    },
  });
}
