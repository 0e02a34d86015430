import { createHash } from 'node:crypto';
import { encodePart } from '#contract/arrow-part.ts';
import { snapshotFormat } from '#contract/columns.ts';
import type { SnapshotManifest } from '#contract/schemas.ts';
import { benchColumns, preciseColumns } from '../kernels/columns.ts';
import { buildLedger } from '../kernels/ours.ts';
import { type PageMemory, pageMemory } from '../kernels/page-memory.ts';
import { madeAddress } from './made-address.ts';

/** Made rows as a server would give them: a manifest, one part; and the grams of each row for the list of the largest. */
export function madeFiles(rows: number): {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly memory: PageMemory;
} {
  const data = preciseColumns(rows);
  const bytes = encodePart(data.part);
  const part = {
    hash: createHash('sha256').update(bytes).digest('hex').slice(0, 32),
    url: madeAddress(rows, 'part'),
    rows,
    bytes: bytes.byteLength,
    fromDay: data.part.from[0]!,
    toDay: data.part.from.at(-1)!,
  };
  const manifest: SnapshotManifest = {
    format: snapshotFormat,
    dataVersion: '2026-11-01.00000001',
    dataAsOf: '2026-11-01',
    rows,
    skippedRows: 0,
    bytes: part.bytes,
    wireBytes: part.bytes,
    dictionaries: data.dictionaries,
    overview: null,
    parts: [part],
  };
  const files = new Map<string, Uint8Array>([
    [madeAddress(rows, 'manifest'), Buffer.from(JSON.stringify(manifest))],
    [part.url, bytes],
    [madeAddress(rows, 'grams'), new Uint8Array(Uint32Array.from(data.part.grams).buffer)],
  ]);
  // Vague and lasting events take memory too, so it is measured with them.
  return { files, memory: pageMemory(buildLedger(benchColumns(rows))) };
}
