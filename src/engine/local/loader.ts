import { decodePart, PartError } from '#contract/arrow-part.ts';
import { snapshotFormat } from '#contract/columns.ts';
import { decodeOverview, type Overview, OverviewError } from '#contract/overview.ts';
import type { PartColumns } from '#contract/part-columns.ts';
import type { SnapshotManifest } from '#contract/schemas.ts';
import { EngineError } from '../engine.ts';
import { PartMissing } from './part-missing.ts';
import { sha256Hex } from './sha256.ts';

type PartEntry = SnapshotManifest['parts'][number];

/** Where parts come from. Throws `PartMissing` when the server no longer has the part, any other error when unreachable. */
export interface PartSource {
  /** Bytes of a part; `fresh` goes past every cache. `onBytes` hears of each chunk's size. */
  fetch(
    part: PartEntry,
    fresh: boolean,
    signal: AbortSignal,
    onBytes: (bytes: number) => void,
  ): Promise<Uint8Array<ArrayBuffer>>;
  /** Bytes kept from an earlier visit, or null. */
  recall(part: PartEntry): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Keeps bytes for the next visit, as far as the browser allows. */
  keep(part: PartEntry, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Forgets every part but these. */
  forgetOthers(parts: readonly PartEntry[]): Promise<void>;
  /** Waits before another try. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export interface LoadEvents {
  onBytes(bytes: number): void;
  /** A part arrived; parts come in the manifest's order. */
  onPart(columns: PartColumns, part: PartEntry): void;
  /** A download failed and will be tried again. */
  onTrouble(error: EngineError): void;
  /** A part stays damaged. What this throws ends the loading; otherwise the other parts are loaded without it. */
  onDamage(error: EngineError): void;
}

const hashLength = 32;
const pausesMs = [500, 2000, 5000, 15_000, 30_000];

/**
 * Loads all parts in order. A part that cannot be reached is tried again until it can (or `signal` aborts); the parts
 * already loaded stay. A part whose content is not what its name says is fetched afresh once, then refused by name (`onDamage`).
 */
export async function loadParts(
  manifest: SnapshotManifest,
  source: PartSource,
  events: LoadEvents,
  signal: AbortSignal,
): Promise<void> {
  checkFormat(manifest);
  for (const part of manifest.parts) {
    const columns = await patiently(part, source, events, signal);
    signal.throwIfAborted();
    if (columns instanceof EngineError) events.onDamage(columns);
    else events.onPart(columns, part);
  }
  const { overview, parts } = manifest;
  await source.forgetOthers(overview ? [overview, ...parts] : parts);
}

/** Throws where the server offers a format that this page does not read. */
export function checkFormat({ format }: Pick<SnapshotManifest, 'format'>): void {
  if (format === snapshotFormat) return;
  throw new EngineError(
    'unsupported-format',
    `This page reads snapshot format ${snapshotFormat}; the server offers ${format}. Reload the page.`,
  );
}

async function patiently(
  part: PartEntry,
  source: PartSource,
  events: LoadEvents,
  signal: AbortSignal,
): Promise<PartColumns | EngineError> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await loadPart(part, source, events, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof EngineError) return error;
      if (error instanceof PartMissing) throw error;
      events.onTrouble(
        new EngineError('unreachable', `Part ${nameOf(part)} could not be fetched: ${messageOf(error)}`),
      );
      await source.pause(pausesMs[Math.min(attempt, pausesMs.length - 1)]!, signal);
    }
  }
}

function loadPart(
  part: PartEntry,
  source: PartSource,
  events: Pick<LoadEvents, 'onBytes'>,
  signal: AbortSignal,
): Promise<PartColumns> {
  return loadFile(part, `Part ${nameOf(part)}`, source, events, signal, (bytes) => {
    const columns = decodePart(bytes);
    if (columns.rows === part.rows) return columns;
    throw new PartError(`it holds ${columns.rows} rows, not ${part.rows}.`);
  });
}

/**
 * The overview of a manifest; null where it has none. Rejects at once where it cannot be had (PartMissing, or any error when
 * unreachable), and with EngineError when it is damaged a second time: the rows are then waited for without it.
 */
export async function loadOverview(
  { overview, rows }: Pick<SnapshotManifest, 'overview' | 'rows'>,
  source: PartSource,
  signal: AbortSignal,
): Promise<Overview | null> {
  if (!overview) return null;
  const silent = { onBytes: () => {} };
  return loadFile(overview, `Overview ${nameOf(overview)}`, source, silent, signal, (bytes) => {
    const found = decodeOverview(bytes);
    if (found.rows + found.skipped === rows) return found;
    throw new OverviewError(`it speaks of ${found.rows + found.skipped} rows, not ${rows}.`);
  });
}

/** What a file of the snapshot holds: as kept from an earlier visit, as fetched, or as fetched afresh when that was damaged. */
async function loadFile<T>(
  part: PartEntry,
  name: string,
  source: PartSource,
  events: Pick<LoadEvents, 'onBytes'>,
  signal: AbortSignal,
  decode: (bytes: Uint8Array<ArrayBuffer>) => T,
): Promise<T> {
  const kept = await source.recall(part);
  if (kept) {
    const found = await read(part, kept, decode);
    if (!(found instanceof Damage)) {
      events.onBytes(kept.byteLength);
      return found;
    }
  }
  let fault = '';
  for (const fresh of [false, true]) {
    let counted = 0;
    const takeBack = (): void => events.onBytes(-counted);
    const count = (size: number): void => {
      counted += size;
      events.onBytes(size);
    };
    const bytes = await source.fetch(part, fresh, signal, count).catch((error: unknown) => {
      if (!signal.aborted) takeBack();
      throw error;
    });
    const found = await read(part, bytes, decode);
    if (!(found instanceof Damage)) {
      await source.keep(part, bytes);
      return found;
    }
    takeBack();
    fault = found.message;
  }
  throw new EngineError('bad-snapshot', `${name} is damaged: ${fault}`);
}

/** Why the bytes of a file are not what they should be. */
class Damage {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

async function read<T>(
  part: PartEntry,
  bytes: Uint8Array<ArrayBuffer>,
  decode: (bytes: Uint8Array<ArrayBuffer>) => T,
): Promise<T | Damage> {
  const hash = (await sha256Hex(bytes)).slice(0, hashLength);
  if (hash !== part.hash) return new Damage(`its content is ${hash}, not ${part.hash}.`);
  try {
    return decode(bytes);
  } catch (error) {
    if (error instanceof PartError || error instanceof OverviewError) return new Damage(error.message);
    throw error;
  }
}

const nameOf = (part: PartEntry): string => part.hash.slice(0, 8);
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
