import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import type { Article } from '#core/article.ts';
import type { Country } from '#core/country.ts';
import type { CrimeEvent } from '#core/event.ts';
import type { Group } from '#core/group.ts';
import type { IndicatorSeries } from '#core/indicator.ts';
import type { SourceInfo } from '#core/provenance.ts';
import { type EventLine, unpackEvent } from './codec.ts';

/** What server/sample/manifest.json says: which files, how many records, and a hash over their contents. */
export interface SampleManifest {
  /** Changes whenever any record changes. */
  readonly version: string;
  readonly events: readonly { readonly file: string; readonly source: string; readonly rows: number }[];
  readonly indicators: readonly { readonly file: string; readonly series: number; readonly observations: number }[];
  readonly counts: {
    readonly events: number;
    readonly articles: number;
    readonly groups: number;
    readonly countries: number;
    readonly indicators: number;
    readonly observations: number;
    readonly sources: number;
  };
}

/** The bundled sample, typed; the long lists come in batches so that a store can load them in steps. */
export interface Sample {
  readonly manifest: SampleManifest;
  sources(): readonly SourceInfo[];
  countries(): readonly Country[];
  groups(): readonly Group[];
  articles(): readonly Article[];
  /** File by file, in the order of the manifest; `n` runs over all files by date, so it is not ascending here. */
  eventBatches(size?: number): Generator<readonly CrimeEvent[]>;
  /** Events that another record has taken in: old id → id of that record (merged.json). */
  merged(): ReadonlyMap<string, string>;
  /** One file of series at a time, values included. */
  indicatorBatches(): Generator<readonly IndicatorSeries[]>;
}

const here = dirname(fileURLToPath(import.meta.url));

/** Opens the sample in a folder (server/sample by default). Throws when a file of the manifest is absent or unreadable. */
export function openSample(folder: string = here): Sample {
  const json = <T>(file: string): T => JSON.parse(readText(join(folder, file))) as T;
  const manifest = json<SampleManifest>('manifest.json');
  return {
    manifest,
    sources: () => json<SourceInfo[]>('SOURCES.json'),
    countries: () => json<Country[]>('countries.json'),
    groups: () => json<Group[]>('groups.json'),
    articles: () => json<Article[]>('articles.json'),
    merged: () => new Map(Object.entries(json<Record<string, string>>('merged.json'))),
    *eventBatches(size = 2000) {
      for (const { file, source } of manifest.events) yield* batchesOf(readText(join(folder, file)), source, size);
    },
    *indicatorBatches() {
      for (const { file } of manifest.indicators) yield json<IndicatorSeries[]>(file);
    },
  };
}

function readText(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.br') ? brotliDecompressSync(bytes) : bytes).toString('utf8');
}

function* batchesOf(text: string, source: string, size: number): Generator<readonly CrimeEvent[]> {
  let batch: CrimeEvent[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    batch.push(unpackEvent(JSON.parse(line) as EventLine, source));
    if (batch.length >= size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
