import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { SnapshotManifest } from '#contract/schemas.ts';
import type { SourceInfo } from '#core/provenance.ts';
import { type Leaving, mayPassOn } from '#core/redistribution.ts';
import { Database } from '#server/store/sqlite/database.ts';
import { loadedTables } from '#server/store/sqlite/load.ts';
import { openChecked, storeFileName } from '#server/store/sqlite/open.ts';
import { selectInfo } from '#server/store/sqlite/records.ts';
import { isSnapshotOf, readSnapshot, type Snapshot, snapshotVersions } from './snapshot.ts';

/** Which earlier states of the data stay whole: the newest `versions` of them, as far as `megabytes` reach. */
export interface Retention {
  readonly versions: number;
  readonly megabytes: number;
}

export const defaultRetention: Retention = { versions: 24, megabytes: 4096 };

const megabyte = 1_000_000;
const homeOf = (dataFolder: string): string => path.join(dataFolder, 'versions');

/** Folder of the whole store of an earlier state of the data. */
export function keptFolder(dataFolder: string, version: string): string {
  return path.join(homeOf(dataFolder), version);
}

/** Versions of which a whole store lies in the folder, in no order. */
export function keptVersions(dataFolder: string): string[] {
  if (!existsSync(homeOf(dataFolder))) return [];
  return readdirSync(homeOf(dataFolder)).filter((name) =>
    existsSync(path.join(homeOf(dataFolder), name, storeFileName)),
  );
}

/**
 * Copies what a store holds into a folder of its own before other data take its place; the folder appears whole or not at all. The
 * copy has the records alone: no history, nothing that readers wrote. Gives back the copy's file, null where there is nothing to keep.
 */
export function copyAside(database: Database, dataFolder: string): string | null {
  const { dataVersion } = selectInfo(database);
  if (dataVersion === '') return null;
  const folder = keptFolder(dataFolder, dataVersion);
  const draft = `${folder}.unfinished`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const file = path.join(draft, storeFileName);
  database.run('vacuum into ?', [file]);
  const copy = new Database(file, { readOnly: false });
  try {
    removeOtherTables(copy);
  } finally {
    copy.close();
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
  return path.join(folder, storeFileName);
}

function removeOtherTables(copy: Database): void {
  copy.exec('pragma secure_delete = on; pragma foreign_keys = off');
  const tables = copy.all<{ name: string }>(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'",
  );
  for (const { name } of tables) {
    const ofRecords = loadedTables.some((table) => name === table || name.startsWith(`${table}_`));
    if (!ofRecords) copy.exec(`delete from "${name.replaceAll('"', '""')}"`);
  }
}

/** Removes states that the rule no longer keeps, the oldest first, and snapshots of states that are not there. */
export function retire(
  dataFolder: string,
  current: string,
  newestFirst: readonly string[],
  rule: Retention,
): void {
  let bytes = 0;
  const kept = new Set([current]);
  const held = new Set(keptVersions(dataFolder));
  for (const version of newestFirst.filter((name) => name !== current && held.has(name))) {
    bytes +=
      sizeOf(keptFolder(dataFolder, version)) +
      snapshotVersions(dataFolder, version).reduce((sum, folder) => sum + sizeOf(folder), 0);
    if (kept.size > rule.versions || bytes > rule.megabytes * megabyte) break;
    kept.add(version);
  }
  for (const name of existsSync(homeOf(dataFolder)) ? readdirSync(homeOf(dataFolder)) : []) {
    if (name === current || !kept.has(name))
      rmSync(path.join(homeOf(dataFolder), name), { recursive: true, force: true });
  }
  for (const folder of snapshotVersions(dataFolder)) {
    if (![...kept].some((version) => isSnapshotOf(folder, version)))
      rmSync(folder, { recursive: true, force: true });
  }
}

function sizeOf(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
}

/**
 * The snapshots of earlier states that can be opened, the newest first. A state with rows of a source that today lets none out is
 * not opened any more, whatever was allowed when it was made.
 */
export function keptSnapshots(
  dataFolder: string,
  newestFirst: readonly string[],
  today: ReadonlyMap<string, SourceInfo>,
): Snapshot[] {
  const held = new Set(keptVersions(dataFolder));
  return newestFirst
    .filter((version) => held.has(version))
    .map((version) => readSnapshot(dataFolder, version))
    .filter((snapshot) => snapshot !== null)
    .filter(({ manifest }) => stillShareable(dataFolder, manifest, today));
}

function stillShareable(
  dataFolder: string,
  { dataVersion, dictionaries }: SnapshotManifest,
  today: ReadonlyMap<string, SourceInfo>,
): boolean {
  const allowed = (ids: readonly string[], what: Leaving): boolean =>
    ids.every((id) => {
      const source = today.get(id);
      return source === undefined || mayPassOn(source, what);
    });
  const store = openChecked(keptFolder(dataFolder, dataVersion));
  const ids = (sql: string): string[] => store.all<{ source: string }>(sql).map(({ source }) => source);
  try {
    return (
      allowed(dictionaries.source, 'rows') &&
      allowed(ids('select distinct source from article'), 'rows') &&
      allowed(ids("select distinct json_extract(doc, '$.source') as source from indicator"), 'aggregates')
    );
  } finally {
    store.close();
  }
}
