import type { SnapshotManifest } from '#contract/schemas.ts';
import type { Answer, Query } from '#core/query.ts';
import type { EngineError } from '../engine.ts';
import type { Pieces, TravellingColumns } from './handing.ts';

/** What the client sends to a host (a Worker, or the same code on the main thread). */
export type Command =
  /** `whole`: answer only once every part is in, because the page has shown whole answers before. */
  | { readonly type: 'load'; readonly manifest: SnapshotManifest; readonly whole: boolean }
  /** Row numbers that match `text`, for filters that hold it. Sent before the questions that need them. */
  | { readonly type: 'hits'; readonly text: string; readonly rows: Uint32Array }
  /** `held`: what need not come with the answer for the page to go on from it (handing.ts); null where nothing should come. */
  | {
      readonly type: 'ask';
      readonly id: number;
      readonly queries: readonly Query[];
      readonly held: readonly string[] | null;
    }
  /** Hand over the columns, now if all are here, and whenever others take their place. */
  | { readonly type: 'share' }
  | { readonly type: 'cancel'; readonly id: number }
  /** Say `pong` at once: whether there is still somebody to answer (pulse.ts). */
  | { readonly type: 'ping' };

/** What a host sends back. Every `ask` is answered once by `answer` or `refused`, unless it was cancelled. */
export type Reply =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'failed'; readonly code: EngineError['code']; readonly message: string }
  /** The manifest's parts are gone from the server: a newer manifest is needed. */
  | { readonly type: 'outdated' }
  | {
      readonly type: 'answer';
      readonly id: number;
      readonly answers: readonly Answer[];
      /** Of the data that was asked, which may be older than the data being loaded. */
      readonly dataVersion: string;
      readonly resolution: 'exact' | 'month';
      readonly rowsLoaded: number;
      readonly rowsTotal: number;
      /** What it takes to go on from these answers elsewhere, where that was asked for. */
      readonly pieces?: Pieces;
    }
  /** All rows of a version, for the page to count itself. */
  | {
      readonly type: 'columns';
      readonly columns: TravellingColumns;
      readonly dataVersion: string;
      readonly rows: number;
    }
  | {
      readonly type: 'refused';
      readonly id: number;
      readonly code: EngineError['code'];
      readonly message: string;
    }
  | { readonly type: 'pong' };

/** How much of the snapshot has arrived. */
export interface Progress {
  readonly rowsLoaded: number;
  readonly rowsTotal: number;
  readonly bytesLoaded: number;
  readonly bytesTotal: number;
  readonly skippedRows: number;
  readonly complete: boolean;
  /** Whether the overview is at hand. */
  readonly overview: boolean;
  /** Why the overview was refused; null while nothing speaks against it. */
  readonly overviewFault: string | null;
  /** Which part of the rows stays damaged, and why, while the overview answers without it; null while none does. */
  readonly damage: string | null;
}

/** A two-way line to a host: the part of `Worker` that the client uses. */
export interface HostLine {
  post(command: Command, transfer?: Transferable[]): void;
  onReply(listener: (reply: Reply) => void): void;
  /** Calls back once when the host can no longer answer (it could not start, or died). */
  onDeath(listener: (reason: string) => void): void;
  close(): void;
}
