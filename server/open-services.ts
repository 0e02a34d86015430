import type { SourceInfo } from '#core/provenance.ts';
import { type Columns, columnsOver } from './columns/columns.ts';
import { columnsInThread } from './columns/columns-in-thread.ts';
import { type Gazetteer, readGazetteer } from './gazetteer.ts';
import { keptFolder, keptSnapshots, type Retention } from './jobs/kept-versions.ts';
import { prepareApart, reusePrepared } from './jobs/prepare.ts';
import { sampleFingerprint } from './jobs/sample-data-set.ts';
import type { Snapshot } from './jobs/snapshot.ts';
import { type Services, servicesOf } from './services.ts';
import type { BriefingStore } from './store/briefing-store.ts';
import { openBriefings } from './store/sqlite/briefings.ts';
import { openCheckedSqliteStore } from './store/sqlite.ts';
import type { Store } from './store/store.ts';
import { storeInThreads } from './store/threads.ts';
import { Versions } from './versions.ts';

/** One for short questions while the other counts or exports. */
const storeThreads = 2;

export interface OpenOptions {
  readonly dataFolder: string;
  readonly geoFolder: string;
  readonly queryMilliseconds: number;
  readonly retention: Retention;
  /** Whether readers with the token may keep briefings here. */
  readonly writable: boolean;
}

/** Opens the store and snapshot of a data folder, filling them first where they are absent or of an older sample. */
export async function openServices(options: OpenOptions): Promise<Services> {
  const { dataFolder, geoFolder, queryMilliseconds, retention, writable } = options;
  const fingerprint = sampleFingerprint();
  let snapshot = reusePrepared(dataFolder, fingerprint);
  if (!snapshot) {
    await prepareApart({ dataFolder, geoFolder, retention });
    snapshot = reusePrepared(dataFolder, fingerprint);
  }
  if (!snapshot) throw new Error('The data were loaded but cannot be read back.');
  const script = new URL('./store/sqlite-thread.ts', import.meta.url);
  return servicesWithVersions(dataFolder, snapshot, readGazetteer(geoFolder), {
    store: (folder) =>
      storeInThreads(script, { folder }, { threads: storeThreads, milliseconds: queryMilliseconds }),
    columns: columnsInThread,
    briefings: writable ? openBriefings : null,
  });
}

/** How stores and columns are opened: in threads where the server runs, in this one for tests. */
export interface Opening {
  store(folder: string): Promise<Store>;
  columns(snapshot: Snapshot): Columns;
  /** Null where nothing may be written. */
  readonly briefings: ((folder: string) => BriefingStore) | null;
}

export const openHere: Opening = {
  store: async (folder) => openCheckedSqliteStore(folder),
  columns: columnsOver,
  briefings: null,
};

/** Services over today's data that can open every kept state as well. */
export async function servicesWithVersions(
  dataFolder: string,
  snapshot: Snapshot,
  gazetteer: Gazetteer,
  opening: Opening,
): Promise<Services> {
  const versions = await versionsOf(dataFolder, snapshot, (kept) =>
    openOne(keptFolder(dataFolder, kept.manifest.dataVersion), kept, gazetteer, opening, versions),
  );
  const briefings = opening.briefings?.(dataFolder) ?? null;
  return { ...(await openOne(dataFolder, snapshot, gazetteer, opening, versions)), briefings };
}

async function versionsOf(
  dataFolder: string,
  snapshot: Snapshot,
  open: (kept: Snapshot) => Promise<Services>,
): Promise<Versions> {
  const store = openCheckedSqliteStore(dataFolder);
  try {
    const sources = (await store.sources()).map((doc) => JSON.parse(doc) as SourceInfo);
    const newestFirst = (await store.versions()).map(({ version }) => version);
    const today = new Map(sources.map((source) => [source.id, source]));
    return new Versions(snapshot, keptSnapshots(dataFolder, newestFirst, today), open);
  } finally {
    await store.close();
  }
}

async function openOne(
  folder: string,
  snapshot: Snapshot,
  gazetteer: Gazetteer,
  opening: Opening,
  versions: Versions,
): Promise<Services> {
  const store = await opening.store(folder);
  const first = openCheckedSqliteStore(folder);
  try {
    return await servicesOf(store, snapshot, gazetteer, first, opening.columns(snapshot), versions);
  } finally {
    await first.close();
  }
}
