import { Worker } from 'node:worker_threads';
import { type Store, StoreBusy } from './store.ts';

/** One question on its way to a thread: the name of a method there and what it is given. */
export interface ThreadTask {
  readonly method: string;
  readonly args: readonly unknown[];
}
export type ThreadAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly busy: boolean; readonly message: string };

interface Waiting {
  readonly task: ThreadTask;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  timer: NodeJS.Timeout;
  /** The thread that works on it, once one does. */
  worker: Worker | null;
}

/** The methods of a Store that are questions, each of which a thread can be asked. */
const questions = [
  'info',
  'sources',
  'countries',
  'country',
  'groups',
  'group',
  'events',
  'eventsByNumber',
  'event',
  'articles',
  'articleFacets',
  'article',
  'indicators',
  'indicator',
  'hits',
  'suggestEvents',
  'suggestArticles',
  'count',
  'total',
  'groupBy',
  'byMonth',
  'latestEvents',
  'versions',
  'changes',
  'recordHistory',
] as const satisfies readonly Exclude<keyof Store, 'close'>[];

export interface ThreadOptions {
  readonly threads: number;
  /** A question that takes longer, waiting included, is given up with StoreBusy and its thread is replaced. */
  readonly milliseconds: number;
}

/** What a thread says once its store is open. */
export const threadReady = 'ready';

/**
 * A Store whose questions are answered in threads, so that none holds up the server and each can be given up. Resolves when the
 * first thread has opened its store, however long that takes.
 */
export async function storeInThreads(
  script: URL,
  workerData: unknown,
  options: ThreadOptions,
): Promise<Store> {
  const crew = new Crew(script, workerData, options);
  await crew.opened;
  const asked = questions.map(
    (method) => [method, (...args: unknown[]) => crew.ask({ method, args })] as const,
  );
  return { ...Object.fromEntries(asked), close: () => crew.close() } as unknown as Store;
}

/** After a thread broke down by itself the next one is started only then, so that a store gone bad does not keep us busy. */
const pauseAfterCrash = 1000;

/** Threads that run the same script, each asked one question at a time. */
export class Crew {
  readonly #script: URL;
  readonly #workerData: unknown;
  readonly #milliseconds: number;
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Waiting>();
  readonly #queue: Waiting[] = [];
  readonly #all = new Set<Worker>();
  #closed = false;
  /** Settles with the first thread: open, or broken down. */
  readonly opened: Promise<void>;
  #open: () => void = () => {};
  #fail: (error: Error) => void = () => {};

  constructor(script: URL, workerData: unknown, { threads, milliseconds }: ThreadOptions) {
    this.opened = new Promise((resolve, reject) => {
      this.#open = resolve;
      this.#fail = reject;
    });
    this.#script = script;
    this.#workerData = workerData;
    this.#milliseconds = milliseconds;
    for (let index = 0; index < threads; index++) this.#hire();
  }

  ask(task: ThreadTask): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(new StoreBusy('The store is being closed.'));
        return;
      }
      const timer = setTimeout(() => this.#giveUp(waiting), this.#milliseconds);
      const waiting: Waiting = { task, resolve, reject, timer, worker: null };
      this.#queue.push(waiting);
      this.#dispatch();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const waiting of [...this.#queue.splice(0), ...this.#busy.values()]) {
      clearTimeout(waiting.timer);
      waiting.reject(new StoreBusy('The store is being closed.'));
    }
    this.#busy.clear();
    this.#idle.length = 0;
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
  }

  #hire(): void {
    if (this.#closed) return;
    const worker = new Worker(this.#script, { workerData: this.#workerData });
    worker.unref();
    this.#all.add(worker);
    worker.on('message', (said: ThreadAnswer | typeof threadReady) => {
      if (said === threadReady) this.#ready(worker);
      else this.#answered(worker, said);
    });
    worker.on('error', (error) => this.#crashed(worker, error));
  }

  #ready(worker: Worker): void {
    this.#idle.push(worker);
    this.#open();
    this.#dispatch();
  }

  #dispatch(): void {
    while (this.#queue.length > 0 && this.#idle.length > 0) {
      const worker = this.#idle.pop();
      const waiting = this.#queue.shift();
      if (!worker || !waiting) return;
      waiting.worker = worker;
      this.#busy.set(worker, waiting);
      worker.postMessage(waiting.task);
    }
  }

  #answered(worker: Worker, answer: ThreadAnswer): void {
    const waiting = this.#release(worker);
    if (!waiting) return;
    this.#idle.push(worker);
    if (answer.ok) waiting.resolve(answer.value);
    else waiting.reject(answer.busy ? new StoreBusy(answer.message) : new Error(answer.message));
    this.#dispatch();
  }

  #crashed(worker: Worker, error: Error): void {
    const place = this.#idle.indexOf(worker);
    if (place >= 0) this.#idle.splice(place, 1);
    this.#all.delete(worker);
    this.#fail(error);
    this.#release(worker)?.reject(error);
    setTimeout(() => this.#hire(), pauseAfterCrash).unref();
  }

  /** Ends a question whose time is up, unless it waits because no thread has opened its store yet: that is not its fault. */
  #giveUp(waiting: Waiting): void {
    const { worker } = waiting;
    if (worker) {
      this.#release(worker);
      this.#all.delete(worker);
      void worker.terminate();
      this.#hire();
    } else if (this.#busy.size === 0 && this.#idle.length === 0) {
      waiting.timer = setTimeout(() => this.#giveUp(waiting), this.#milliseconds);
      return;
    } else this.#queue.splice(this.#queue.indexOf(waiting), 1);
    waiting.reject(new StoreBusy(`The question took longer than ${this.#milliseconds} ms.`));
  }

  #release(worker: Worker): Waiting | undefined {
    const waiting = this.#busy.get(worker);
    this.#busy.delete(worker);
    if (waiting) clearTimeout(waiting.timer);
    return waiting;
  }
}
