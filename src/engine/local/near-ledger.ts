import type { Answer, Query } from '#core/query.ts';
import { Ledger } from './answer.ts';
import { arrived, holdings, type Pieces, type TravellingColumns, takePieces } from './handing.ts';
import { WorkPlan } from './work.ts';

/** What one batch may take on the main thread, where frames are drawn. */
const mostMs = 2.5;
/** What looking at a row takes until that is known of this device. */
const assumedNs = 3;
const leastNs = 2;
/** Smaller batches say nothing of the device: they take what it takes to write down any answer. */
const tellingRows = 100_000;
/** By this, at every batch left to the Worker, the device is thought faster: one slow moment must not count for ever. */
const forgiving = 0.9;

/**
 * A ledger on the main thread over the Worker's own columns. It answers what is little work, and so spares the way to the Worker
 * and back: small data, and windows that moved a little from where its tallies stand. What takes a pass over many rows is the
 * Worker's, whose answers bring what it takes to go on from them here.
 */
export class NearLedger {
  readonly dataVersion: string;
  readonly rows: number;
  private readonly ledger: Ledger;
  private readonly clock: () => number;
  private nsPerRow = assumedNs;

  constructor(columns: TravellingColumns, dataVersion: string, rows: number, clock: () => number) {
    this.dataVersion = dataVersion;
    this.rows = rows;
    this.ledger = new Ledger(arrived(columns), () => null, Number.POSITIVE_INFINITY);
    this.clock = clock;
  }

  /** All answers, or null where they are better asked of the Worker. */
  answer(queries: readonly Query[]): readonly Answer[] | null {
    const most = (mostMs * 1e6) / this.nsPerRow;
    const plan = new WorkPlan(this.ledger);
    let work = 0;
    for (const query of queries) {
      work += plan.workFor(query);
      if (work > most) {
        if (work < Number.POSITIVE_INFINITY) this.nsPerRow = Math.max(leastNs, this.nsPerRow * forgiving);
        return null;
      }
    }
    const began = this.clock();
    try {
      const answers = queries.map((query) => this.ledger.answer(query));
      if (work > tellingRows) this.learnSpeed(((this.clock() - began) * 1e6) / work);
      return answers;
    } catch {
      // The Worker refuses it in its own words.
      return null;
    }
  }

  /** What it holds that need not come again. */
  holdings(): readonly string[] {
    return holdings(this.ledger);
  }

  /** Takes over from the Worker: its answers, and what it worked with. */
  take(queries: readonly Query[], answers: readonly Answer[], pieces: Pieces): void {
    takePieces(this.ledger, pieces);
    for (const [i, query] of queries.entries()) this.ledger.note(query, answers[i]!);
  }

  /** Quick to believe what is fast, slow to believe what is slow: new code, or another program, must not count for long. */
  private learnSpeed(nsPerRow: number): void {
    const share = nsPerRow < this.nsPerRow ? 1 / 2 : 1 / 8;
    this.nsPerRow = Math.max(leastNs, this.nsPerRow + (nsPerRow - this.nsPerRow) * share);
  }
}
