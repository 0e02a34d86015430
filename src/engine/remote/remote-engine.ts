import type { Input, Reply } from '#contract/endpoints.ts';
import { ApiError } from '#contract/errors.ts';
import type { SnapshotManifest } from '#contract/schemas.ts';
import type { Answer, Query } from '#core/query.ts';
import { type Answered, type Engine, EngineError, type EngineStatus } from '../engine.ts';
import { withoutIgnored } from '../local/answer.ts';
import { windowPlan } from '../local/window-plan.ts';
import { Kept } from './kept.ts';
import { Lots } from './lots.ts';
import { Rest } from './rest.ts';
import { exactInput } from './tile-input.ts';
import { TileShelf } from './tile-shelf.ts';

/** What the engine needs from the service. */
export interface RemoteServices {
  manifest(signal: AbortSignal): Promise<SnapshotManifest>;
  answers(input: Input, signal: AbortSignal): Promise<Reply<'answers'>>;
  /** Bytes of brush tiles (contract/tile.ts). */
  tiles(input: Input, signal: AbortSignal): Promise<Uint8Array>;
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Resolves when the reader lets go of the window of dates; null while it is not held. */
  letGo(): Promise<void> | null;
}

/** An answer and the data it belongs to. */
interface Dated {
  readonly answer: Answer;
  readonly dataVersion: string;
}

interface Waiting {
  readonly query: Query;
  resolve(dated: Dated): void;
  reject(error: unknown): void;
}

const questionsPerCall = 8;
const keptAnswers = 64;

/**
 * The engine for data larger than a browser should hold. Counts under a window come from brush tiles held here, so that a
 * brush moves without a request; single rows and everything else are asked of the server, the same question once, and once
 * the window rests.
 */
export class RemoteEngine implements Engine {
  private readonly services: RemoteServices;
  private readonly listeners = new Set<() => void>();
  private readonly closing = new AbortController();
  private readonly tiles: TileShelf;
  private readonly rest: Rest;
  private readonly known = new Kept<Dated>(keptAnswers);
  private readonly waiting: Lots<Waiting>;
  private manifest: SnapshotManifest;
  private current: EngineStatus;

  constructor(manifest: SnapshotManifest, services: RemoteServices) {
    this.services = services;
    this.manifest = manifest;
    this.current = readyStatus(manifest);
    const { signal } = this.closing;
    const turn = (): Promise<void> => services.pause(0, signal);
    this.tiles = new TileShelf((input) => services.tiles(input, signal), turn);
    this.rest = new Rest(services, signal);
    this.waiting = new Lots(questionsPerCall, turn, (lot) => void this.send(lot));
  }

  status(): EngineStatus {
    return this.current;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close(): void {
    this.closing.abort(aborted());
    this.listeners.clear();
  }

  async ask<const Q extends readonly Query[]>(queries: Q, signal?: AbortSignal): Promise<Answered<Q>> {
    const either = signal ? AbortSignal.any([signal, this.closing.signal]) : this.closing.signal;
    const moving =
      queries.some(({ filter }) => filter.from !== null || filter.to !== null) && this.rest.note();
    try {
      for (let attempt = 1; ; attempt++) {
        either.throwIfAborted();
        const dated = await settled(
          Promise.all(queries.map((query) => this.answer(query, moving, either))),
          either,
        );
        const versions = new Set(dated.map(({ dataVersion }) => dataVersion));
        const [version] = versions;
        if (versions.size <= 1 && (version ?? this.manifest.dataVersion) === this.manifest.dataVersion) {
          return this.answered(dated.map(({ answer }) => answer) as unknown as Answered<Q>['answers']);
        }
        if (attempt === 3) throw new EngineError('unreachable', 'The data keep changing; try again.');
        await this.readManifest();
      }
    } catch (error) {
      throw either.aborted ? aborted() : this.failed(error);
    }
  }

  private answered<Q extends readonly Query[]>(answers: Answered<Q>['answers']): Answered<Q> {
    const { dataVersion, rows } = this.manifest;
    return {
      answers,
      dataVersion,
      ranOn: 'server',
      resolution: 'exact',
      complete: true,
      rowsLoaded: rows,
      rowsTotal: rows,
    };
  }

  private async answer(query: Query, moving: boolean, signal: AbortSignal): Promise<Dated> {
    const asked = withoutIgnored(query);
    const plan = windowPlan(query);
    const counter = plan && (await this.tiles.counter(plan));
    if (plan && counter) {
      const { rows, skippedRows, dictionaries } = this.manifest;
      const counted = { rows: rows - skippedRows, dictionaries };
      return { answer: plan.answer(counter, counted), dataVersion: counter.tile.dataVersion };
    }
    const key = JSON.stringify(asked);
    if (moving && !this.known.has(key) && dependsOnDates(asked)) {
      await this.rest.wait();
      signal.throwIfAborted();
    }
    return this.known.of(key, () => this.enqueue(asked));
  }

  /** Puts a question to the others about the same filter, which go out together. */
  private enqueue(query: Query): Promise<Dated> {
    return new Promise((resolve, reject) => {
      this.waiting.add(JSON.stringify(query.filter), { query, resolve, reject });
    });
  }

  private async send(waiting: readonly Waiting[]): Promise<void> {
    try {
      const { filter } = waiting[0]!.query;
      const ask = JSON.stringify(waiting.map(({ query: { filter: _filter, ...question } }) => question));
      const { answers, dataVersion } = await this.services.answers(
        { ...exactInput(filter), ask },
        this.closing.signal,
      );
      for (const [i, { query, resolve }] of waiting.entries()) {
        const answer = answers[i];
        if (answer?.kind !== query.kind)
          throw new EngineError('unreachable', 'The answers do not fit the questions.');
        resolve({ answer: answer as unknown as Answer, dataVersion });
      }
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }

  private async readManifest(): Promise<void> {
    const manifest = await this.services.manifest(this.closing.signal);
    this.tiles.clear();
    this.known.clear();
    this.manifest = manifest;
    this.become(readyStatus(manifest));
  }

  private failed(error: unknown): EngineError {
    const known = asEngineError(error);
    if (known.code === 'unreachable') this.become({ state: 'failed', error: known });
    return known;
  }

  private become(status: EngineStatus): void {
    this.current = status;
    for (const listener of [...this.listeners]) listener();
  }
}

function readyStatus({ rows, dataVersion, dataAsOf, skippedRows }: SnapshotManifest): EngineStatus {
  return { state: 'ready', rows, dataVersion, dataAsOf, ranOn: 'server', skippedRows };
}

function dependsOnDates({ kind, filter }: Query): boolean {
  return kind !== 'series' && kind !== 'marks' && (filter.from !== null || filter.to !== null);
}

function asEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const refused =
    error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429;
  return new EngineError(refused ? 'bad-query' : 'unreachable', message);
}

/** The promise, or the signal's reason as soon as it aborts. */
function settled<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

const aborted = (): DOMException => new DOMException('The question was withdrawn.', 'AbortError');
