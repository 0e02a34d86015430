import type { Query } from '#core/query.ts';
import type { Answered, Engine, EngineStatus } from '#engine/engine.ts';
import { type MockWorld, mockWorld } from '#mocks/world.ts';

/** An engine that is ready at once, over the mock world's own columns. */
export function mockEngine(world: MockWorld = mockWorld(), status?: EngineStatus): Engine {
  const rows = world.events.length;
  const { dataVersion, dataAsOf } = world;
  const ready: EngineStatus = { state: 'ready', rows, dataVersion, dataAsOf, ranOn: 'mock', skippedRows: 0 };
  return {
    ask: async <const Q extends readonly Query[]>(queries: Q) =>
      ({
        answers: queries.map((query) => world.ledger.answer(query)),
        dataVersion,
        ranOn: 'mock',
        complete: true,
        rowsLoaded: rows,
        rowsTotal: rows,
      }) as unknown as Answered<Q>,
    status: () => status ?? ready,
    subscribe: () => () => {},
    close: () => {},
  };
}
