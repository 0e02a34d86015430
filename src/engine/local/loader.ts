import { decodePart, PartError } from '#contract/arrow-part.ts';
import { snapshotFormat } from '#contract/columns.ts';
import type { PartColumns } from '#contract/part-columns.ts';
import type { SnapshotManifest } from '#contract/schemas.ts';
import { EngineError } from '../engine.ts';
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

/** The server no longer has a part: the snapshot was rebuilt since its manifest was read. */
export class PartMissing extends Error {}

export interface LoadEvents {
  onBytes(bytes: number): void;
  /** A part arrived; parts come in the manifest's order. */
  onPart(columns: PartColumns, part: PartEntry): void;
  /** A download failed and will be tried again. */
  onTrouble(error: EngineError): void;
}

const hashLength = 32;
const pausesMs = [500, 2000, 5000, 15_000, 30_000];

/**
 * Loads all parts in order. A part that cannot be reached is tried again until it can (or `signal` aborts); the parts
 * already loaded stay. A part whose content is not what its name says is fetched afresh once, then refused by name.
 */
export async function loadParts(
  manifest: SnapshotManifest,
  source: PartSource,
  events: LoadEvents,
  signal: AbortSignal,
): Promise<void> {
  if (manifest.format !== snapshotFormat) {
    throw new EngineError(
      'unsupported-format',
      `This page reads snapshot format ${snapshotFormat}; the server offers ${manifest.format}. Reload the page.`,
    );
  }
  for (const part of manifest.parts) {
    const columns = await patiently(part, source, events, signal);
    signal.throwIfAborted();
    events.onPart(columns, part);
  }
  await source.forgetOthers(manifest.parts);
}

async function patiently(
  part: PartEntry,
  source: PartSource,
  events: LoadEvents,
  signal: AbortSignal,
): Promise<PartColumns> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await loadPart(part, source, events, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof EngineError || error instanceof PartMissing) throw error;
      events.onTrouble(
        new EngineError('unreachable', `Part ${nameOf(part)} could not be fetched: ${messageOf(error)}`),
      );
      await source.pause(pausesMs[Math.min(attempt, pausesMs.length - 1)]!, signal);
    }
  }
}

async function loadPart(
  part: PartEntry,
  source: PartSource,
  events: LoadEvents,
  signal: AbortSignal,
): Promise<PartColumns> {
  const kept = await source.recall(part);
  if (kept) {
    const columns = await read(part, kept);
    if (!(columns instanceof PartError)) {
      events.onBytes(kept.byteLength);
      return columns;
    }
  }
  let fault: PartError | null = null;
  for (const fresh of [false, true]) {
    let counted = 0;
    const bytes = await source.fetch(part, fresh, signal, (size) => {
      counted += size;
      events.onBytes(size);
    });
    const columns = await read(part, bytes);
    if (!(columns instanceof PartError)) {
      await source.keep(part, bytes);
      return columns;
    }
    events.onBytes(-counted);
    fault = columns;
  }
  throw new EngineError('bad-snapshot', `Part ${nameOf(part)} is damaged: ${fault?.message ?? ''}`);
}

async function read(part: PartEntry, bytes: Uint8Array<ArrayBuffer>): Promise<PartColumns | PartError> {
  const hash = (await sha256Hex(bytes)).slice(0, hashLength);
  if (hash !== part.hash) return new PartError(`its content is ${hash}, not ${part.hash}.`);
  try {
    const columns = decodePart(bytes);
    return columns.rows === part.rows
      ? columns
      : new PartError(`it holds ${columns.rows} rows, not ${part.rows}.`);
  } catch (error) {
    if (error instanceof PartError) return error;
    throw error;
  }
}

const nameOf = (part: PartEntry): string => part.hash.slice(0, 8);
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
