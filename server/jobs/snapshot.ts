import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib';
import { encodePart } from '#contract/arrow-part.ts';
import { snapshotFormat } from '#contract/columns.ts';
import { endpointUrl } from '#contract/endpoints.ts';
import { encodeOverview } from '#contract/overview.ts';
import {
  bySnapshotOrder,
  columnsOfEvents,
  type Dictionaries,
  dictionariesOf,
  type PartColumns,
} from '#contract/part-columns.ts';
import type { SnapshotManifest } from '#contract/schemas.ts';
import type { CrimeEvent } from '#core/event.ts';
import { overviewOf } from '#server/columns/overview.ts';

/** Rows of one part: small enough that the newest paint first, large enough to compress well. */
export const rowsPerPart = 25_000;

/** Ready-made encodings of each part beside the plain bytes, with the file ending of each. */
export const partEncodings = { zstd: '.zst', br: '.br', gzip: '.gz', identity: '' } as const;
export type PartEncoding = keyof typeof partEncodings;

/** A built snapshot: what the manifest says, and where its files are. */
export interface Snapshot {
  readonly folder: string;
  readonly manifest: SnapshotManifest;
}

const folderOf = (dataFolder: string): string => path.join(dataFolder, 'snapshot');
const versionFolder = (dataFolder: string, dataVersion: string): string =>
  path.join(folderOf(dataFolder), `${dataVersion}.f${snapshotFormat}`);

export function partFile(folder: string, hash: string, encoding: PartEncoding): string {
  return path.join(folder, `${hash}.arrow${partEncodings[encoding]}`);
}

/** The snapshot of a data version if it was built whole before, else null. */
export function readSnapshot(dataFolder: string, dataVersion: string): Snapshot | null {
  const folder = versionFolder(dataFolder, dataVersion);
  const file = path.join(folder, 'manifest.json');
  if (!existsSync(file)) return null;
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as SnapshotManifest;
    if (manifest.format !== snapshotFormat || manifest.dataVersion !== dataVersion) return null;
    if (manifest.overview === undefined || manifest.skippedRows === undefined) return null;
    const files = manifest.overview ? [manifest.overview, ...manifest.parts] : manifest.parts;
    const whole = files.every(({ hash, bytes }) => {
      if (statSync(partFile(folder, hash, 'identity')).size !== bytes) return false;
      return (['zstd', 'br', 'gzip'] as const).every((encoding) =>
        existsSync(partFile(folder, hash, encoding)),
      );
    });
    return whole ? { folder, manifest } : null;
  } catch {
    return null;
  }
}

/** Writes the snapshot of some events; see writeSnapshot. */
export function buildSnapshot(
  dataFolder: string,
  version: SnapshotVersion,
  events: readonly CrimeEvent[],
): Snapshot {
  const dictionaries = dictionariesOf(events);
  return writeSnapshot(dataFolder, version, {
    rows: events.length,
    dictionaries,
    parts: splitNewestFirst(events),
  });
}

export type SnapshotVersion = Pick<SnapshotManifest, 'dataVersion' | 'dataAsOf'>;

/** What a snapshot is cut from: rows in parts, newest first, each in the order of bySnapshotOrder; they need not all be in memory. */
export interface SnapshotRows {
  readonly rows: number;
  readonly dictionaries: Dictionaries;
  readonly parts: Iterable<readonly CrimeEvent[]>;
}

/**
 * Writes an overview of all rows and Arrow parts newest first, named by their content, each also compressed three ways, and the
 * manifest that describes them. The folder appears whole or not at all.
 */
export function writeSnapshot(
  dataFolder: string,
  { dataVersion, dataAsOf }: SnapshotVersion,
  { rows, dictionaries, parts: cut }: SnapshotRows,
): Snapshot {
  const folder = versionFolder(dataFolder, dataVersion);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const parts: SnapshotManifest['parts'][number][] = [];
  const written = function* (): Generator<PartColumns> {
    for (const events of cut) {
      const columns = columnsOfEvents(events, dictionaries);
      parts.push(writePart(unfinished, events, columns));
      yield columns;
    }
  };
  const counted = overviewOf(written(), rows, dictionaries, dataVersion);
  const overview = encodeOverview(counted);
  const hash = hashOf(overview);
  writeFile(unfinished, hash, overview, overviewQuality);
  const url = endpointUrl('snapshotPart', { hash });
  const manifest: SnapshotManifest = {
    format: snapshotFormat,
    dataVersion,
    dataAsOf,
    rows,
    skippedRows: counted.skipped,
    bytes: parts.reduce((sum, part) => sum + part.bytes, 0),
    wireBytes: parts.reduce((sum, part) => sum + statSync(partFile(unfinished, part.hash, 'br')).size, 0),
    dictionaries,
    overview: { hash, url, rows, bytes: overview.byteLength, fromDay: null, toDay: null },
    parts,
  };
  writeFileSync(path.join(unfinished, 'manifest.json'), JSON.stringify(manifest), { flush: true });
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  return { folder, manifest };
}

function writePart(
  folder: string,
  events: readonly CrimeEvent[],
  columns: PartColumns,
): SnapshotManifest['parts'][number] {
  const bytes = encodePart(columns);
  const hash = hashOf(bytes);
  writeFile(folder, hash, bytes, partQuality);
  const days = events.flatMap((event) => (event.time.from === null ? [] : [event.time.from]));
  return {
    hash,
    url: endpointUrl('snapshotPart', { hash }),
    rows: events.length,
    bytes: bytes.byteLength,
    fromDay: days[0] ?? null,
    toDay: days.at(-1) ?? null,
  };
}

/** Rows ascending by first day inside a part; the part with the newest days comes first, undated rows close the last one. */
export function splitNewestFirst(events: readonly CrimeEvent[], size = rowsPerPart): CrimeEvent[][] {
  const sorted = [...events].sort(bySnapshotOrder);
  const dated = sorted.filter((event) => event.time.from !== null);
  const undated = sorted.filter((event) => event.time.from === null);
  const parts: CrimeEvent[][] = [];
  for (let end = dated.length; end > 0; end -= size) parts.push(dated.slice(Math.max(0, end - size), end));
  const last = parts.at(-1);
  if (last) last.push(...undated);
  else parts.push(undated);
  return parts;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32);

/** Levels of zstd and brotli. The overview is one file that everybody waits for, so it may take seconds to press. */
const partQuality = { zstd: 12, brotli: 7 } as const;
const overviewQuality = { zstd: 19, brotli: 11 } as const;

function writeFile(
  folder: string,
  hash: string,
  bytes: Uint8Array,
  quality: { readonly zstd: number; readonly brotli: number },
): void {
  const write = (encoding: PartEncoding, content: Uint8Array): void =>
    writeFileSync(partFile(folder, hash, encoding), content, { flush: true });
  write('identity', bytes);
  write('gzip', gzipSync(bytes, { level: 8 }));
  write('zstd', zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: quality.zstd } }));
  write('br', brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality.brotli } }));
}

/** Folders of built snapshots, of one data version or of all. */
export function snapshotVersions(dataFolder: string, dataVersion?: string): string[] {
  const folder = folderOf(dataFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => path.join(folder, name))
    .filter((made) => dataVersion === undefined || isSnapshotOf(made, dataVersion));
}

/** Whether a folder holds the snapshot of a data version as this format lays it out. */
export function isSnapshotOf(folder: string, dataVersion: string): boolean {
  return path.basename(folder) === `${dataVersion}.f${snapshotFormat}`;
}
