import { createHash } from 'node:crypto';
import { encodePart } from '#contract/arrow-part.ts';
import { snapshotFormat } from '#contract/columns.ts';
import { encodeOverview } from '#contract/overview.ts';
import {
  bySnapshotOrder,
  columnsOfEvents,
  type Dictionaries,
  dictionariesOf,
} from '#contract/part-columns.ts';
import type { SnapshotManifest } from '#contract/schemas.ts';
import type { CrimeEvent } from '#core/event.ts';
import { emptyFilter } from '#core/filter.ts';
import { ColumnsBuilder, type EventColumns } from '#engine/local/columns.ts';
import { Host } from '#engine/local/host.ts';
import type { PartSource } from '#engine/local/loader.ts';
import { LocalEngine, type LocalEngineOptions } from '#engine/local/local-engine.ts';
import { PartMissing } from '#engine/local/part-missing.ts';
import type { Command, HostLine, Reply } from '#engine/local/protocol.ts';
import { Packer, Unpacker } from '#engine/local/wire.ts';
import { overviewOf } from '#server/columns/overview.ts';

/** Columns as the engine keeps them. */
export function columnsWith(events: readonly CrimeEvent[]): {
  readonly columns: EventColumns;
  readonly dictionaries: Dictionaries;
} {
  const dictionaries = dictionariesOf(events);
  const builder = new ColumnsBuilder(events.length, dictionaries);
  builder.add(columnsOfEvents([...events].sort(bySnapshotOrder), dictionaries));
  return { columns: builder.build(), dictionaries };
}

export type Bytes = Uint8Array<ArrayBuffer>;

/** A snapshot as a server would cut it, in memory. */
export interface MemorySnapshot {
  readonly manifest: SnapshotManifest;
  readonly parts: Map<string, Bytes>;
}

/** Cuts events into parts of `rowsPerPart`, newest first, undated rows at the end of the last; an overview where asked for. */
export function snapshotOf(
  events: readonly CrimeEvent[],
  rowsPerPart: number,
  dataVersion = '2026-11-23.00000001',
  withOverview = false,
): MemorySnapshot {
  const dictionaries = dictionariesOf(events);
  const sorted = [...events].sort(bySnapshotOrder);
  const dated = sorted.filter(({ time }) => time.from !== null);
  const undated = sorted.filter(({ time }) => time.from === null);
  const cuts: CrimeEvent[][] = [];
  for (let end = dated.length; end > 0; end -= rowsPerPart)
    cuts.push(dated.slice(Math.max(0, end - rowsPerPart), end));
  if (undated.length > 0) cuts.push([...(cuts.pop() ?? []), ...undated]);
  const parts = new Map<string, Bytes>();
  const entryOf = (content: Uint8Array, rows: number) => {
    const bytes = Uint8Array.from(content);
    const hash = hashOf(bytes);
    parts.set(hash, bytes);
    return { hash, url: `/api/v1/snapshot/parts/${hash}`, rows, bytes: bytes.byteLength };
  };
  const columns = cuts.map((rows) => columnsOfEvents(rows, dictionaries));
  const counted = overviewOf(columns, events.length, dictionaries, dataVersion);
  const overview = withOverview ? entryOf(encodeOverview(counted), events.length) : null;
  const entries = cuts.map((rows) => {
    return {
      ...entryOf(encodePart(columnsOfEvents(rows, dictionaries)), rows.length),
      fromDay: rows[0]?.time.from ?? null,
      toDay: rows.findLast(({ time }) => time.from !== null)?.time.from ?? null,
    };
  });
  const bytes = entries.reduce((sum, part) => sum + part.bytes, 0);
  const manifest = {
    format: snapshotFormat,
    dataVersion,
    dataAsOf: '2026-11-23',
    rows: events.length,
    skippedRows: counted.skipped,
    bytes,
    wireBytes: bytes,
    dictionaries,
    overview: overview && { ...overview, fromDay: null, toDay: null },
    parts: entries,
  };
  return { manifest, parts };
}

/** What a manifest must call these bytes. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

/** A part source over a snapshot in memory. `serve` may give other bytes, throw, or wait, by part and attempt. */
export function memorySource(
  snapshot: MemorySnapshot,
  serve: (hash: string, attempt: number, fresh: boolean) => Promise<Bytes | null> = async () => null,
): PartSource & { readonly asked: string[]; readonly kept: Map<string, Bytes>; readonly pauses: number[] } {
  const attempts = new Map<string, number>();
  const asked: string[] = [];
  const kept = new Map<string, Bytes>();
  const pauses: number[] = [];
  return {
    asked,
    kept,
    pauses,
    async fetch(part, fresh, _signal, onBytes) {
      const attempt = (attempts.get(part.hash) ?? 0) + 1;
      attempts.set(part.hash, attempt);
      asked.push(part.hash);
      const bytes = (await serve(part.hash, attempt, fresh)) ?? snapshot.parts.get(part.hash);
      if (!bytes) throw new PartMissing(part.hash);
      onBytes(bytes.byteLength);
      return bytes;
    },
    recall: async (part) => kept.get(part.hash) ?? null,
    keep: async (part, bytes) => void kept.set(part.hash, bytes),
    async forgetOthers(parts) {
      for (const hash of kept.keys()) if (!parts.some((part) => part.hash === hash)) kept.delete(hash);
    },
    async pause(milliseconds) {
      pauses.push(milliseconds);
    },
  };
}

/** A line whose host runs here, but whose messages are cloned as a Worker's are, in later turns. */
export function clonedLine(
  source: PartSource,
): HostLine & { die(reason: string): void; readonly sent: Command[] } {
  let hear: (reply: Reply) => void = () => {};
  let mourn: (reason: string) => void = () => {};
  let open = true;
  const sent: Command[] = [];
  const packer = new Packer();
  const unpacker = new Unpacker();
  const host = new Host(
    source,
    (reply) => {
      const packed = packer.packReply(reply);
      const copy = structuredClone(packed.reply, { transfer: packed.transfer });
      queueMicrotask(() => open && hear(unpacker.unpackReply(copy)));
    },
    (run) => void setImmediate(run),
  );
  return {
    sent,
    post(command, transfer = []) {
      sent.push(command);
      const copy = structuredClone(command, { transfer });
      queueMicrotask(() => open && host.receive(copy));
    },
    onReply: (listener) => {
      hear = listener;
    },
    onDeath: (listener) => {
      mourn = listener;
    },
    close: () => {
      open = false;
      host.close();
    },
    die(reason) {
      open = false;
      host.close();
      mourn(reason);
    },
  };
}

/** The real engine over a snapshot in memory, with anything exchanged. */
export function memoryEngine(
  snapshot: MemorySnapshot,
  options: Partial<LocalEngineOptions> & { readonly source?: PartSource } = {},
): LocalEngine {
  const source = options.source ?? memorySource(snapshot);
  return new LocalEngine({
    manifest: async () => snapshot.manifest,
    hits: async () => ({ rows: [] }),
    openWorker: () => clonedLine(source),
    openHere: () => clonedLine(source),
    openNear: () => new Promise(() => {}),
    pause: async () => {},
    ...options,
  });
}

/** Resolves when the engine's status satisfies the test. */
export function until(
  engine: LocalEngine,
  test: (status: ReturnType<LocalEngine['status']>) => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      if (!test(engine.status())) return false;
      resolve();
      return true;
    };
    if (look()) return;
    const stop = engine.subscribe(() => look() && stop());
  });
}

export const whenReady = (engine: LocalEngine): Promise<void> =>
  until(engine, ({ state }) => state === 'ready');

const plain = { filter: emptyFilter, measure: 'count', viewport: null } as const;

/** Asked until the main thread answers. */
async function whenNear(engine: LocalEngine): Promise<void> {
  for (let ranOn = ''; ranOn !== 'main-thread'; )
    ({ ranOn } = await engine.ask([{ kind: 'relax', filter: emptyFilter }]));
}

/**
 * The real engine, once its main thread answers too, with what only the Worker makes: hexagons and squares of all zooms up to
 * `zooms`, the grid and an order.
 */
export async function nearEngine(
  snapshot: MemorySnapshot,
  options: Parameters<typeof memoryEngine>[1] = {},
  zooms: readonly number[] = [5],
): Promise<LocalEngine> {
  const engine = memoryEngine(snapshot, {
    openNear: async () => import('#engine/local/near-ledger.ts'),
    ...options,
  });
  await whenReady(engine);
  await whenNear(engine);
  await engine.ask([
    { ...plain, kind: 'points', precisions: [], limit: 1 },
    { ...plain, kind: 'page', sort: 'kg', offset: 0, limit: 1 },
    ...zooms.flatMap((zoom) => [
      { ...plain, kind: 'cells', zoom } as const,
      { ...plain, kind: 'density', zoom } as const,
    ]),
  ]);
  return engine;
}
