/**
 * What the server-built brush tiles cost: `node bench/tiles.ts write <events> <folder> [gazetteer]` cuts a seeded
 * snapshot, then `node bench/tiles.ts read <folder>` opens it as the server's thread does and times tiles, in a process without the events.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, zstdCompressSync } from 'node:zlib';
import { encodePart } from '#contract/arrow-part.ts';
import { snapshotFormat } from '#contract/columns.ts';
import { columnsOfEvents, dictionariesOf } from '#contract/part-columns.ts';
import type { SnapshotManifest } from '#contract/schemas.ts';
import { decodeTile, tileDimensions } from '#contract/tile.ts';
import { emptyFilter } from '#core/filter.ts';
import { dayOf } from '#core/time.ts';
import { TileCounter } from '#engine/local/tile-counter.ts';
import { columnsOver } from '#server/columns/columns.ts';
import { type BenchPlaces, benchEvents } from './events.ts';

const rowsPerPart = 25_000;

function write(count: number, folder: string, places: BenchPlaces): void {
  mkdirSync(folder, { recursive: true });
  const events = benchEvents(count, undefined, places);
  const dictionaries = dictionariesOf(events);
  const parts: SnapshotManifest['parts'][number][] = [];
  let bytes = 0;
  let wireBytes = 0;
  let zstdBytes = 0;
  for (let end = events.length; end > 0; end -= rowsPerPart) {
    const rows = events.slice(Math.max(0, end - rowsPerPart), end);
    const part = encodePart(columnsOfEvents(rows, dictionaries));
    const hash = createHash('sha256').update(part).digest('hex').slice(0, 32);
    writeFileSync(path.join(folder, `${hash}.arrow`), part);
    bytes += part.byteLength;
    wireBytes += brotliCompressSync(part, { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } }).length;
    zstdBytes += zstdCompressSync(part, { params: { [constants.ZSTD_c_compressionLevel]: 12 } }).length;
    parts.push({ hash, url: '', rows: rows.length, bytes: part.byteLength, fromDay: null, toDay: null });
  }
  const manifest: SnapshotManifest = {
    format: snapshotFormat,
    dataVersion: 'bench',
    dataAsOf: '2026-11-23',
    rows: count,
    bytes,
    wireBytes,
    dictionaries,
    overview: null,
    parts,
  };
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  const perEvent = (size: number): string => (size / count).toFixed(2);
  console.log(`${count} events: brotli ${perEvent(wireBytes)}, zstd ${perEvent(zstdBytes)} B/event`);
}

async function read(folder: string): Promise<void> {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as SnapshotManifest;
  let start = performance.now();
  const took = (): string => {
    const ms = performance.now() - start;
    start = performance.now();
    return `${ms.toFixed(0)} ms`;
  };
  const columns = columnsOver({ folder, manifest });
  console.log(
    `${manifest.rows} rows read in ${took()}, ${(process.memoryUsage().arrayBuffers / 1e6).toFixed(0)} MB of buffers`,
  );
  const filters = {
    cold: emptyFilter,
    warm: { ...emptyFilter, types: ['seizure', 'air'] },
    country: { ...emptyFilter, countries: ['CO'] },
  };
  for (const [name, filter] of Object.entries(filters)) {
    for (const by of tileDimensions) {
      for (const measure of ['count', 'kg'] as const) {
        start = performance.now();
        const question = {
          filter,
          by,
          zoom: 5,
          viewport: null,
          bin: 'month',
          measure,
          domain: null,
        } as const;
        const bytes = await columns.tile(question, null);
        if ('refused' in bytes) {
          console.log(name, by, measure, bytes.refused);
          continue;
        }
        const built = took();
        const packed = zstdCompressSync(bytes).length;
        const zipped = took();
        const counter = new TileCounter(decodeTile(bytes));
        const decoded = took();
        for (let move = 0; move < 100; move++)
          counter.count(dayOf(1990 + (move % 20), 1, 1), dayOf(2012, (move % 12) + 1, 1) - 1);
        const moves = ((performance.now() - start) / 100).toFixed(3);
        console.log(
          name,
          by,
          measure,
          `built ${built}, packed ${zipped} to ${packed} B, decoded ${decoded}, a window ${moves} ms`,
        );
      }
    }
  }
}

const [task, first = '', second = '', places] = process.argv.slice(2);
if (task === 'write') write(Number(first), second, places === 'gazetteer' ? places : 'noise');
else await read(first);
