import { bySnapshotOrder, columnsOfEvents, dictionariesOf } from '#contract/part-columns.ts';
import type { CrimeEvent } from '#core/event.ts';
import type { Query } from '#core/query.ts';
import { type Answered, type Engine, EngineError } from './engine.ts';
import { Ledger } from './local/answer.ts';
import { ColumnsBuilder } from './local/columns.ts';
import { MissingHits } from './local/masks.ts';

export interface EventsEngineOptions {
  readonly dataVersion?: string;
  readonly dataAsOf?: string;
  /** Rows above which moving windows are counted from tiles. */
  readonly tilesAbove?: number;
  /** Row numbers that match a text; without it text filters reject with "text-needs-service". */
  hits?(text: string): Promise<{ readonly rows: readonly number[] }> | { readonly rows: readonly number[] };
}

/** An engine over plain events in memory, with the same kernels as the real one: for mocks, component tests and scripts. */
export function createEventsEngine(events: readonly CrimeEvent[], options: EventsEngineOptions = {}): Engine {
  const { dataVersion = 'mock', dataAsOf = '' } = options;
  const dictionaries = dictionariesOf(events);
  const builder = new ColumnsBuilder(events.length, dictionaries);
  builder.add(columnsOfEvents([...events].sort(bySnapshotOrder), dictionaries));
  const columns = builder.build();
  const texts = new Map<string, readonly number[]>();
  const ledger = new Ledger(columns, (text) => texts.get(text) ?? null, options.tilesAbove);
  const rows = events.length;
  const findTexts = async (queries: readonly Query[]): Promise<void> => {
    for (const { filter } of queries) {
      if (filter.text === '' || texts.has(filter.text) || !options.hits) continue;
      texts.set(filter.text, (await options.hits(filter.text)).rows);
    }
  };
  return {
    async ask<const Q extends readonly Query[]>(queries: Q, signal?: AbortSignal): Promise<Answered<Q>> {
      await findTexts(queries);
      signal?.throwIfAborted();
      try {
        const answers = queries.map((query) => ledger.answer(query)) as unknown as Answered<Q>['answers'];
        return {
          answers,
          dataVersion,
          ranOn: 'mock',
          resolution: 'exact',
          complete: true,
          rowsLoaded: rows,
          rowsTotal: rows,
        };
      } catch (error) {
        if (error instanceof MissingHits) throw new EngineError('text-needs-service', error.message);
        if (error instanceof RangeError) throw new EngineError('bad-query', error.message);
        throw error;
      }
    },
    status: () => ({
      state: 'ready',
      rows,
      dataVersion,
      dataAsOf,
      ranOn: 'mock',
      skippedRows: columns.skipped,
    }),
    subscribe: () => () => {},
    close: () => {},
  };
}
