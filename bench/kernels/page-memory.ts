import { type EventFilter, emptyFilter } from '#core/filter.ts';
import type { Query } from '#core/query.ts';
import { dayOf } from '#core/time.ts';
import { mapQueries } from '#drawings/map/map-queries.ts';
import type { Ledger } from '#engine/local/answer.ts';
import { answerWithPieces, travelling } from '#engine/local/handing.ts';
import { NearLedger } from '#engine/local/near-ledger.ts';
import { countQueries, feedQuery } from '#views/explore/explore-queries.ts';
import { bufferBytes } from './buffer-bytes.ts';

/** Bytes of all buffers of the page's engine, its Worker and the main thread beside it, each buffer once. */
export interface PageMemory {
  readonly columns: number;
  /** With all that answered a first screen: hexagons, masks, tallies. */
  readonly screen: number;
  /** Then a window of ten years was dragged over two of them by fortnights. */
  readonly dragged: number;
  /** Then the map was zoomed in by three, and shown as density. */
  readonly zoomed: number;
}

const moves = 60;
const start = dayOf(2001, 1, 1);
const tenYears = 3652;
const overview = { measure: 'count', cellZoom: 4, bbox: null, fitted: emptyFilter } as const;
const closer = { ...overview, bbox: [-80, -20, -60, 0] } as const;

/** What Explore asks. */
function screenOf(filter: EventFilter, map: readonly Query[]): readonly Query[] {
  return [
    ...countQueries(filter, 'count'),
    { kind: 'series', filter, bin: 'month', measure: 'count', split: 'family', domain: null },
    ...map,
    feedQuery(filter, 'newest', 50),
  ];
}

export function pageMemory(ledger: Ledger): PageMemory {
  const { columns } = ledger.selections;
  const rows = columns.capacity - columns.start;
  const near = new NearLedger(travelling({ ...columns, shared: true })!, '', rows, () => 0);
  const ask = (queries: readonly Query[]): void => {
    if (near.answer(queries)) return;
    const { answers, pieces } = answerWithPieces(ledger, queries, near.holdings());
    // What is derived lies in memory that both see; tallies are copied.
    near.take(queries, answers, { ...pieces, tallies: structuredClone(pieces.tallies) });
  };
  const held = (): number => bufferBytes([ledger, near]);
  const own = bufferBytes(columns);
  ask(screenOf(emptyFilter, mapQueries({ ...overview, filter: emptyFilter, mode: 'auto' })));
  const screen = held();
  const window = (move: number): EventFilter => ({
    ...emptyFilter,
    from: start + 14 * move,
    to: start + 14 * move + tenYears,
  });
  for (let move = 0; move <= moves; move++)
    ask(screenOf(window(move), mapQueries({ ...overview, filter: window(move), mode: 'auto' })));
  const dragged = held();
  const filter = window(moves);
  for (const cellZoom of [5, 6, 7]) ask(mapQueries({ ...closer, filter, cellZoom, mode: 'auto' }));
  ask(mapQueries({ ...closer, filter, cellZoom: 5, mode: 'density' }));
  return { columns: own, screen, dragged, zoomed: held() };
}
