import type { Answer, Query } from '#core/query.ts';

/**
 * The one question-answerer. A view states queries as values and gets answers with their provenance; it never knows where
 * they were computed. Local (Worker), main-thread fallback and later remote engines pass tests/conformance.
 */
export interface Engine {
  /**
   * Answers a batch against one state of the data. Rejects with an AbortError when `signal` aborts, with EngineError otherwise.
   * Text filters need the API; offline they reject with code "text-needs-service".
   */
  ask<const Q extends readonly Query[]>(queries: Q, signal?: AbortSignal): Promise<Answered<Q>>;
  status(): EngineStatus;
  /** Calls back at every change of status (progress, readiness, new data version, failure). Returns the unsubscriber. */
  subscribe(listener: () => void): () => void;
  /** Stops workers and downloads. */
  close(): void;
}

export interface Answered<Q extends readonly Query[]> {
  readonly answers: {
    // Named through the kind: AnswerOf<Q[K]> inside a mapped tuple resolves to the union of all answers (TypeScript 7.0).
    readonly [K in keyof Q]: Q[K] extends { readonly kind: infer Kind }
      ? Extract<Answer, { readonly kind: Kind }>
      : never;
  };
  readonly dataVersion: string;
  /** Where the answers were computed. */
  readonly ranOn: 'worker' | 'main-thread' | 'server' | 'mock';
  /**
   * `month`: counted from the overview, which knows whole months only; what it says the rows will say too, but it leaves
   * questions about days, words and single events to them.
   */
  readonly resolution: 'exact' | 'month';
  /** False while snapshot parts are still arriving: answers then cover `rowsLoaded` of `rowsTotal`. */
  readonly complete: boolean;
  readonly rowsLoaded: number;
  readonly rowsTotal: number;
}

export type EngineStatus =
  | { readonly state: 'starting' }
  | {
      readonly state: 'loading';
      readonly rowsLoaded: number;
      readonly rowsTotal: number;
      readonly bytesLoaded: number;
      readonly bytesTotal: number;
      readonly dataVersion: string;
      /** Whether counts of all events are at hand, by month, while the rows arrive. */
      readonly overview: boolean;
      /** Why the rest does not come just now; it is tried again by itself. Absent while all goes well. */
      readonly trouble?: EngineError;
      /**
       * A part of the rows that stays damaged: they will not all come. What the overview counts and single events of the other
       * parts are answered, everything else is refused with this.
       */
      readonly damage?: EngineError;
      /** Why there is no overview although the service has one: it stays damaged. The page does without. */
      readonly overviewDamage?: EngineError;
    }
  | {
      readonly state: 'ready';
      readonly rows: number;
      readonly dataVersion: string;
      readonly dataAsOf: string;
      readonly ranOn: Answered<[]>['ranOn'];
      readonly skippedRows: number;
      readonly overviewDamage?: EngineError;
    }
  | { readonly state: 'failed'; readonly error: EngineError };

export class EngineError extends Error {
  readonly code:
    | 'unreachable'
    /** The state of the data asked for is not kept: waiting does not bring it. */
    | 'gone'
    | 'bad-snapshot'
    | 'unsupported-format'
    | 'text-needs-service'
    | 'crashed'
    | 'bad-query';

  constructor(code: EngineError['code'], message: string) {
    super(message);
    this.name = 'EngineError';
    this.code = code;
  }
}
