import { PartError } from '#contract/arrow-part.ts';
import type { SnapshotManifest } from '#contract/schemas.ts';
import type { Answer, Query } from '#core/query.ts';
import { EngineError } from '../engine.ts';
import { Ledger } from './answer.ts';
import { ColumnsBuilder } from './columns.ts';
import { answerWithPieces, travelling } from './handing.ts';
import { Hold } from './hold.ts';
import { checkFormat, loadOverview, loadParts, type PartSource } from './loader.ts';
import { MissingHits } from './masks.ts';
import { sharesMemory } from './memory.ts';
import { OverviewLedger } from './overview.ts';
import { PartMissing } from './part-missing.ts';
import type { Command, Progress, Reply } from './protocol.ts';

const keptTexts = 8;
/** Arriving bytes are told of in so many steps: a slow line brings hundreds of pieces, and each telling is a message. */
const progressSteps = 50;

/** What can be asked now, and what it covers. */
interface Book {
  readonly ledger: Ledger;
  readonly dataVersion: string;
  readonly rowsLoaded: number;
  readonly rowsTotal: number;
}

/** The overview of data whose rows still arrive. */
interface Early {
  readonly ledger: OverviewLedger;
  readonly dataVersion: string;
  readonly rowsTotal: number;
}

/**
 * Holds the columns and answers questions, wherever it runs: worker.ts hosts it in a Worker, the client on the main thread
 * when none can start. One question is answered a turn, so that a cancel that came meanwhile is heard first.
 */
export class Host {
  private readonly source: PartSource;
  private readonly send: (reply: Reply) => void;
  /** Runs a function in a later turn of the event loop. */
  private readonly later: (run: () => void) => void;
  private readonly waiting: Extract<Command, { type: 'ask' }>[] = [];
  private readonly texts = new Map<string, Uint32Array>();
  private loading = new AbortController();
  private readonly hold = new Hold();
  private book: Book | null = null;
  /** What can be said before all rows are in. */
  private early: Early | null = null;
  private failure: EngineError | null = null;
  /** Why some rows will not come while the overview is there. */
  private damage: EngineError | null = null;
  /** Whether nothing more comes. */
  private ended = false;
  private turnComing = false;
  private endPause: () => void = () => {};
  private sharing = false;
  private progress: Progress = {
    rowsLoaded: 0,
    rowsTotal: 0,
    bytesLoaded: 0,
    bytesTotal: 0,
    skippedRows: 0,
    complete: false,
    held: false,
    overview: false,
    overviewFault: null,
    damage: null,
  };

  constructor(source: PartSource, send: (reply: Reply) => void, later: (run: () => void) => void) {
    const hurried = (): Promise<void> =>
      new Promise((resolve) => {
        this.endPause = resolve;
      });
    this.source = {
      ...source,
      pause: (milliseconds, signal) => Promise.race([source.pause(milliseconds, signal), hurried()]),
    };
    this.send = send;
    this.later = later;
  }

  receive(command: Command): void {
    switch (command.type) {
      case 'load':
        void this.load(command.manifest, command.whole);
        return;
      case 'hits':
        this.texts.delete(command.text);
        this.texts.set(command.text, command.rows);
        if (this.texts.size > keptTexts) this.texts.delete(this.texts.keys().next().value!);
        return;
      case 'ask':
        this.waiting.push(command);
        this.takeTurn();
        return;
      case 'share':
        this.sharing = true;
        this.share();
        return;
      case 'ping':
        this.send({ type: 'pong' });
        return;
      case 'hold':
        this.hold.set(command.held);
        this.progress = { ...this.progress, held: command.held };
        this.send({ type: 'progress', progress: this.progress });
        return;
      case 'hurry':
        this.endPause();
        return;
      case 'cancel': {
        const at = this.waiting.findIndex(({ id }) => id === command.id);
        if (at >= 0) this.waiting.splice(at, 1);
      }
    }
  }

  /** Stops downloads. */
  close(): void {
    this.loading.abort();
    this.waiting.length = 0;
  }

  private async load(manifest: SnapshotManifest, whole: boolean): Promise<void> {
    this.loading.abort();
    const loading = new AbortController();
    this.loading = loading;
    this.failure = null;
    this.damage = null;
    this.ended = false;
    this.early = null;
    const builder = new ColumnsBuilder(manifest.rows, manifest.dictionaries, sharesMemory());
    const report = (change: Partial<Progress>): void => {
      this.progress = { ...this.progress, ...change };
      this.send({ type: 'progress', progress: this.progress });
    };
    const take = (): void => {
      if (whole && builder.rows < manifest.rows) {
        report({ rowsLoaded: builder.rows });
        return;
      }
      const columns = builder.build();
      this.book = {
        ledger: new Ledger(columns, (text) => this.texts.get(text) ?? null),
        dataVersion: manifest.dataVersion,
        rowsLoaded: builder.rows,
        rowsTotal: manifest.rows,
      };
      const complete = builder.rows === manifest.rows;
      if (complete) this.early = null;
      this.share();
      report({ rowsLoaded: builder.rows, skippedRows: columns.skipped, complete });
      this.takeTurn();
    };
    let bytesLoaded = 0;
    const none = { overview: false, overviewFault: null, damage: null };
    this.progress = { ...this.progress, rowsLoaded: 0, complete: false, ...none };
    report({ rowsTotal: manifest.rows, bytesTotal: manifest.bytes, bytesLoaded, skippedRows: 0 });
    try {
      checkFormat(manifest);
      if (!whole) report(await this.loadOverview(manifest, loading.signal));
      await loadParts(
        manifest,
        this.source,
        {
          onBytes: (bytes) => {
            bytesLoaded += bytes;
            const step = manifest.bytes / progressSteps;
            if (Math.abs(bytesLoaded - this.progress.bytesLoaded) >= step) report({ bytesLoaded });
          },
          onPart: (columns) => {
            builder.add(columns);
            this.failure = null;
            take();
          },
          onTrouble: (error) => this.fail(error),
          onDamage: (error) => {
            if (!this.early) throw error;
            this.damage ??= error;
            report({ damage: this.damage.message });
            this.takeTurn();
          },
        },
        loading.signal,
        this.hold,
      );
      this.ended = true;
      if (manifest.parts.length === 0) take();
      else this.takeTurn();
      if (builder.rows !== manifest.rows && !this.damage) {
        throw new PartError(`The parts hold ${builder.rows} rows, the manifest promises ${manifest.rows}.`);
      }
    } catch (error) {
      if (loading.signal.aborted) return;
      if (error instanceof PartMissing) this.send({ type: 'outdated' });
      else this.fail(asEngineError(error));
    }
  }

  /** Hands over the columns where that was asked for and all rows are in them. */
  private share(): void {
    const { book, sharing } = this;
    if (!sharing || !book || book.rowsLoaded < book.rowsTotal) return;
    const columns = travelling(book.ledger.selections.columns);
    if (columns) this.send({ type: 'columns', columns, dataVersion: book.dataVersion, rows: book.rowsTotal });
  }

  private fail(error: EngineError): void {
    this.failure = error;
    this.send({ type: 'failed', code: error.code, message: error.message });
    if (error.code !== 'unreachable') this.takeTurn();
  }

  /** Fetches the overview, without which the page can do: whatever keeps it away is no failure. */
  private async loadOverview(
    manifest: SnapshotManifest,
    signal: AbortSignal,
  ): Promise<Pick<Progress, 'overview' | 'overviewFault'>> {
    try {
      const overview = await loadOverview(manifest, this.source, signal);
      signal.throwIfAborted();
      if (!overview) return { overview: false, overviewFault: null };
      const { dataVersion, rows, dictionaries } = manifest;
      this.early = { ledger: new OverviewLedger(overview, dictionaries), dataVersion, rowsTotal: rows };
      this.takeTurn();
      return { overview: true, overviewFault: null };
    } catch (error) {
      if (signal.aborted || error instanceof PartMissing) throw error;
      return { overview: false, overviewFault: error instanceof EngineError ? error.message : null };
    }
  }

  private takeTurn(): void {
    if (this.turnComing || this.nextQuestion() === -1) return;
    this.turnComing = true;
    this.later(() => {
      this.turnComing = false;
      const [question] = this.waiting.splice(this.nextQuestion(), 1);
      if (question) this.answer(question);
      this.takeTurn();
    });
  }

  /** The first question that can be answered, or refused, now; -1 for none. */
  private nextQuestion(): number {
    const { early, book, damage } = this;
    const hopeless = this.failure !== null && this.failure.code !== 'unreachable';
    if (hopeless || (book && book.rowsLoaded === book.rowsTotal)) return this.waiting.length > 0 ? 0 : -1;
    return this.waiting.findIndex(({ queries }) => {
      const ofSingles = queries.every(isOfSingles);
      if (early && earlyAnswers(early, queries) !== null) return true;
      if (damage !== null && (this.ended || !ofSingles)) return true;
      return book !== null && (ofSingles || (!early && queries.every((query) => hasSome(book, query))));
    });
  }

  private answer({ id, queries, held }: Extract<Command, { type: 'ask' }>): void {
    const { book, early } = this;
    try {
      const whole = early && earlyAnswers(early, queries);
      if (early && whole) {
        const { dataVersion, rowsTotal } = early;
        const rowsLoaded = this.progress.rowsLoaded;
        this.send({
          type: 'answer',
          id,
          answers: whole,
          resolution: 'month',
          dataVersion,
          rowsLoaded,
          rowsTotal,
        });
        return;
      }
      if (this.damage && !queries.every(isOfSingles)) throw this.damage;
      if (!book) throw this.damage ?? this.failure ?? new EngineError('crashed', 'There is no data to ask.');
      const { ledger, dataVersion, rowsLoaded, rowsTotal } = book;
      const answered =
        held === null
          ? { answers: queries.map((query) => ledger.answer(query)) }
          : answerWithPieces(ledger, queries, held);
      this.send({ type: 'answer', id, ...answered, resolution: 'exact', dataVersion, rowsLoaded, rowsTotal });
    } catch (error) {
      const { code, message } = asEngineError(error);
      this.send({ type: 'refused', id, code, message });
    }
  }
}

/** All answers from the overview, or null when it lacks one of them. */
function earlyAnswers({ ledger }: Early, queries: readonly Query[]): Answer[] | null {
  const answers: Answer[] = [];
  for (const query of queries) {
    const answer = ledger.answer(query);
    if (answer === null) return null;
    answers.push(answer);
  }
  return answers;
}

/**
 * Whether the rows so far may answer where there is no overview: single events are shown as they come, and a count says how many rows
 * it is of, but that none matches is not known before all have been read. With an overview counts that it cannot give wait for all rows:
 * of the newest alone, "most in 2021" would be wrong.
 */
function hasSome({ ledger }: Book, query: Query): boolean {
  if (isOfSingles(query)) return true;
  try {
    return ledger.answer({ kind: 'count', filter: query.filter, measure: 'count' }).total.events > 0;
  } catch {
    // What cannot be counted is refused, with the reason.
    return true;
  }
}

/** Whether a question asks for single events, of which some are better than none. */
function isOfSingles({ kind }: Query): boolean {
  return kind === 'page' || kind === 'points' || kind === 'marks';
}

function asEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof MissingHits) return new EngineError('text-needs-service', message);
  if (error instanceof PartError) return new EngineError('bad-snapshot', message);
  if (error instanceof RangeError) return new EngineError('bad-query', message);
  return new EngineError('crashed', message);
}
