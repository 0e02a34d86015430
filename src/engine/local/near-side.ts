import type { Query } from '#core/query.ts';
import type { Answered, EngineStatus } from '../engine.ts';
import type { NearLedger } from './near-ledger.ts';
import type { HostLine, Reply } from './protocol.ts';

type NearModule = { readonly NearLedger: typeof NearLedger };

/**
 * The main thread's part of the engine: once the page rests it fetches the code and asks the Worker for its columns, and from then
 * on it answers what is little work in the very turn it is asked. Never from other rows than those the status names.
 */
export class NearSide {
  private readonly open: () => Promise<NearModule>;
  private opened: Promise<NearModule> | null = null;
  private module: NearModule | null = null;
  private line: HostLine | null = null;
  private ledger: NearLedger | null = null;

  /** `open` fetches the code, when the page can spare it. */
  constructor(open: () => Promise<NearModule>) {
    this.open = open;
  }

  /** Asks the Worker behind a line for its columns, once each, as soon as the code is here. */
  begin(line: HostLine): void {
    if (line === this.line) return;
    this.line = line;
    this.opened ??= this.open();
    this.opened.then(
      (module) => {
        this.module = module;
        if (line === this.line) line.post({ type: 'share' });
      },
      () => {
        // Without the code the Worker answers everything; the next one's start tries again.
        this.opened = null;
      },
    );
  }

  receive({ columns, dataVersion, rows }: Extract<Reply, { type: 'columns' }>): void {
    if (this.module)
      this.ledger = new this.module.NearLedger(columns, dataVersion, rows, () => performance.now());
  }

  /** The answers, if they are little work over just the rows that the engine's status speaks of. */
  answer(queries: readonly Query[], status: EngineStatus): Answered<readonly Query[]> | null {
    const ledger = this.current(status);
    const answers = ledger?.answer(queries);
    if (!ledger || !answers) return null;
    return {
      answers: answers as Answered<readonly Query[]>['answers'],
      dataVersion: ledger.dataVersion,
      ranOn: 'main-thread',
      resolution: 'exact',
      complete: true,
      rowsLoaded: ledger.rows,
      rowsTotal: ledger.rows,
    };
  }

  /** What need not come with the Worker's next answer; null where nothing should. */
  holdings(status: EngineStatus): readonly string[] | null {
    return this.current(status)?.holdings() ?? null;
  }

  /** Learns from an answer of the Worker, if it is about the rows held here. */
  learn(
    queries: readonly Query[],
    { answers, pieces, dataVersion }: Extract<Reply, { type: 'answer' }>,
  ): void {
    if (pieces && this.ledger?.dataVersion === dataVersion) this.ledger.take(queries, answers, pieces);
  }

  private current(status: EngineStatus): NearLedger | null {
    return status.state === 'ready' && this.ledger?.dataVersion === status.dataVersion ? this.ledger : null;
  }
}
