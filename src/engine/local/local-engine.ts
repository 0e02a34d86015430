import { ApiError } from '#contract/errors.ts';
import type { SnapshotManifest } from '#contract/schemas.ts';
import type { Query } from '#core/query.ts';
import { type Answered, type Engine, EngineError, type EngineStatus } from '../engine.ts';
import { NearSide } from './near-side.ts';
import type { HostLine, Progress, Reply } from './protocol.ts';

/** Row numbers of the events whose words match. */
export interface TextHits {
  readonly rows: readonly number[];
  /** True when there are more rows than these; such a search is refused, since its counts would be wrong. */
  readonly truncated?: boolean;
  /** The version the rows belong to; another than the engine's makes it read the manifest anew. */
  readonly dataVersion?: string;
}

/** What the engine needs from its surroundings. */
export interface LocalEngineOptions {
  /** The newest manifest of the state asked for. Rejects when the service cannot be reached, with ApiError 410 when it keeps no such state. */
  manifest(signal: AbortSignal): Promise<SnapshotManifest>;
  /** Row numbers of the events whose words match. Rejects when the service cannot be reached. */
  hits(text: string, signal: AbortSignal): Promise<TextHits>;
  /** Opens a line to a Worker; throws where none can start. */
  openWorker(): HostLine;
  /** Opens a line to a host on the main thread. */
  openHere(): HostLine;
  /** Fetches the code that counts on the main thread, once the page rests. */
  openNear(): ReturnType<ConstructorParameters<typeof NearSide>[0]>;
  /** Waits before the manifest is asked for again. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
}

interface Pending {
  readonly queries: readonly Query[];
  readonly texts: readonly string[];
  readonly channel: string | null;
  sent: boolean;
  resolve(answered: Answered<readonly Query[]>): void;
  reject(reason: unknown): void;
}

const workerStarts = 2;
const manifestPausesMs = [1000, 3000, 10_000, 30_000];
const keptTexts = 16;

/**
 * The engine over a snapshot held in this browser. It survives its Worker: the first death is answered by a new Worker,
 * the second by a host on the main thread, and questions still open are asked again.
 */
export class LocalEngine implements Engine {
  private readonly options: LocalEngineOptions;
  private readonly listeners = new Set<() => void>();
  private readonly pending = new Map<number, Pending>();
  private readonly texts = new Map<string, Promise<readonly number[]>>();
  private readonly closing = new AbortController();
  private readonly near: NearSide;
  private line: HostLine | null = null;
  private ranOn: 'worker' | 'main-thread' = 'worker';
  private starts = 0;
  private manifest: SnapshotManifest | null = null;
  private current: EngineStatus = { state: 'starting' };
  private wasReady = false;
  private held = false;
  /** Parts found gone in a row. */
  private losses = 0;
  private nextId = 1;

  constructor(options: LocalEngineOptions) {
    this.options = options;
    this.near = new NearSide(options.openNear);
    this.open();
    void this.readManifest();
  }

  status(): EngineStatus {
    return this.current;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  hold(held: boolean): void {
    this.held = held;
    this.line?.post({ type: 'hold', held });
    if (!held) this.hurry();
  }

  hurry(): void {
    this.line?.post({ type: 'hurry' });
  }

  close(): void {
    this.closing.abort();
    this.line?.close();
    for (const { reject } of this.pending.values()) reject(aborted());
    this.pending.clear();
    this.listeners.clear();
  }

  ask<const Q extends readonly Query[]>(
    queries: Q,
    signal?: AbortSignal,
    channel: string | null = null,
  ): Promise<Answered<Q>> {
    if (signal?.aborted || this.closing.signal.aborted) return Promise.reject(aborted());
    if (this.current.state === 'failed' && this.current.error.code === 'gone')
      return Promise.reject(this.current.error);
    if (channel !== null) this.supersede(channel);
    const near = this.near.answer(queries, this.current);
    if (near) return Promise.resolve(near as Answered<Q>);
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.pending.set(id, {
        queries,
        texts: textsOf(queries),
        channel,
        sent: false,
        resolve: resolve as Pending['resolve'],
        reject,
      });
      signal?.addEventListener('abort', () => this.cancel(id), { once: true });
      void this.send(id);
    });
  }

  private supersede(channel: string): void {
    for (const [id, pending] of this.pending) if (pending.channel === channel) this.cancel(id);
  }

  private cancel(id: number): void {
    const pending = this.pending.get(id);
    if (!pending) return;
    this.pending.delete(id);
    if (pending.sent) this.line?.post({ type: 'cancel', id });
    pending.reject(aborted());
  }

  private async send(id: number): Promise<void> {
    const pending = this.pending.get(id);
    if (!pending) return;
    try {
      for (const text of pending.texts) await this.giveHits(text);
    } catch (error) {
      this.pending.delete(id);
      const refusal = error instanceof EngineError ? error : null;
      pending.reject(
        refusal ?? new EngineError('text-needs-service', `The search could not be run: ${messageOf(error)}`),
      );
      return;
    }
    if (!this.pending.has(id) || pending.sent) return;
    pending.sent = true;
    this.line?.post({ type: 'ask', id, queries: pending.queries, held: this.near.holdings(this.current) });
  }

  /** Makes sure the host knows the rows of a text. They are sent with every question: the host keeps only a few. */
  private async giveHits(text: string): Promise<void> {
    const found = this.texts.get(text) ?? this.findHits(text);
    const rows = Uint32Array.from(await found);
    this.line?.post({ type: 'hits', text, rows }, [rows.buffer]);
  }

  private findHits(text: string): Promise<readonly number[]> {
    const found = this.options.hits(text, this.closing.signal).then((hits) => this.checkHits(text, hits));
    this.texts.set(text, found);
    found.catch(() => this.texts.delete(text));
    if (this.texts.size > keptTexts) this.texts.delete(this.texts.keys().next().value!);
    return found;
  }

  private checkHits(text: string, { rows, truncated, dataVersion }: TextHits): readonly number[] {
    if (truncated) {
      throw new EngineError('bad-query', `"${text}" matches more than ${rows.length} events; add a word.`);
    }
    if (dataVersion && this.manifest && dataVersion !== this.manifest.dataVersion) void this.readManifest();
    return rows;
  }

  private async readManifest(): Promise<void> {
    const { signal } = this.closing;
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        const manifest = await this.options.manifest(signal);
        if (signal.aborted) return;
        if (manifest.dataVersion !== this.manifest?.dataVersion) this.texts.clear();
        this.manifest = manifest;
        this.load();
        return;
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof ApiError && error.status === 410) {
          this.fail(new EngineError('gone', error.message));
          return;
        }
        this.fail(new EngineError('unreachable', `The snapshot could not be read: ${messageOf(error)}`));
        const wait = manifestPausesMs[Math.min(attempt, manifestPausesMs.length - 1)]!;
        await this.options.pause(wait, signal).catch(() => {});
      }
    }
  }

  /**
   * A part is gone: mostly because the data were rebuilt, so the manifest is read anew at once. A server that lacks a part of
   * what it names goes on lacking it, so the next readings wait longer and longer.
   */
  private async readAfterLoss(): Promise<void> {
    const losses = this.losses++;
    if (losses > 0) {
      const part = 'The server lacks a part of the data that it names; it is asked for again.';
      this.fail(new EngineError('unreachable', part));
      const wait = manifestPausesMs[Math.min(losses, manifestPausesMs.length) - 1]!;
      await this.options.pause(wait, this.closing.signal).catch(() => {});
    }
    await this.readManifest();
  }

  private open(): void {
    this.line = this.newLine();
    this.line.onReply((reply) => this.hear(reply));
    this.line.onDeath(() => this.replaceLine());
    if (this.held) this.line.post({ type: 'hold', held: true });
    this.load();
  }

  private load(): void {
    if (this.manifest) this.line?.post({ type: 'load', manifest: this.manifest, whole: this.wasReady });
  }

  private newLine(): HostLine {
    if (this.starts < workerStarts) {
      this.starts++;
      try {
        return this.options.openWorker();
      } catch {
        this.starts = workerStarts;
      }
    }
    this.ranOn = 'main-thread';
    return this.options.openHere();
  }

  private replaceLine(): void {
    if (this.closing.signal.aborted) return;
    this.line?.close();
    if (!this.wasReady) this.become({ state: 'starting' });
    this.open();
    for (const [id, pending] of this.pending) {
      pending.sent = false;
      void this.send(id);
    }
  }

  private hear(reply: Reply): void {
    switch (reply.type) {
      case 'progress':
        this.become(this.statusOf(reply.progress));
        return;
      case 'failed':
        this.fail(new EngineError(reply.code, reply.message));
        return;
      case 'outdated':
        void this.readAfterLoss();
        return;
      case 'columns':
        this.near.receive(reply);
        return;
      case 'answer': {
        const { dataVersion, rowsLoaded, rowsTotal } = reply;
        const pending = this.settle(reply.id);
        if (pending) this.near.learn(pending.queries, reply);
        pending?.resolve({
          answers: reply.answers as Answered<readonly Query[]>['answers'],
          dataVersion,
          ranOn: this.ranOn,
          resolution: reply.resolution,
          complete: rowsLoaded === rowsTotal,
          rowsLoaded,
          rowsTotal,
        });
        return;
      }
      case 'refused':
        this.settle(reply.id)?.reject(new EngineError(reply.code, reply.message));
    }
  }

  private settle(id: number): Pending | undefined {
    const pending = this.pending.get(id);
    this.pending.delete(id);
    return pending;
  }

  private statusOf(progress: Progress): EngineStatus {
    const { dataVersion = '', dataAsOf = '' } = this.manifest ?? {};
    const { rowsLoaded, rowsTotal, bytesLoaded, bytesTotal, skippedRows, overview } = progress;
    const overviewDamage = damageNamed('overviewDamage', progress.overviewFault);
    if (progress.complete) {
      const { ranOn } = this;
      return {
        ...{ state: 'ready', rows: rowsTotal, dataVersion, dataAsOf, ranOn, skippedRows },
        ...overviewDamage,
      };
    }
    const faults = { ...overviewDamage, ...damageNamed('damage', progress.damage) };
    return {
      state: 'loading',
      rowsLoaded,
      rowsTotal,
      bytesLoaded,
      bytesTotal,
      dataVersion,
      overview,
      held: progress.held,
      ...faults,
    };
  }

  /** Open questions are refused only by what waiting cannot mend; rows and an overview that are here stay in use meanwhile. */
  private fail(error: EngineError): void {
    const { current } = this;
    const isInUse = current.state === 'loading' && (current.rowsLoaded > 0 || current.overview);
    if (error.code === 'unreachable' && isInUse) {
      this.become({ ...current, trouble: error });
      return;
    }
    this.become({ state: 'failed', error });
    if ((error.code === 'unreachable' || error.code === 'gone') && this.manifest === null)
      this.refuseAll(error);
  }

  private refuseAll(error: EngineError): void {
    for (const { reject } of this.pending.values()) reject(error);
    this.pending.clear();
  }

  private become(status: EngineStatus): void {
    this.current = status;
    if (status.state === 'ready') {
      this.wasReady = true;
      this.losses = 0;
      if (this.line && this.ranOn === 'worker') this.near.begin(this.line);
    }
    for (const listener of [...this.listeners]) listener();
  }
}

/** A fault as the status has it: nothing at all while there is none. */
function damageNamed<K extends string>(
  key: K,
  message: string | null,
): { readonly [key in K]?: EngineError } {
  const named: { [key in K]?: EngineError } = {};
  if (message !== null) named[key] = new EngineError('bad-snapshot', message);
  return named;
}

function textsOf(queries: readonly Query[]): readonly string[] {
  const texts = new Set(queries.map(({ filter }) => filter.text));
  texts.delete('');
  return [...texts];
}

const aborted = (): DOMException => new DOMException('The question was withdrawn.', 'AbortError');
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
