import { beforeAll, describe, expect, it } from 'vitest';
import { type BenchColumns, benchColumns } from '#bench/kernels/columns.ts';
import { buildLedger } from '#bench/kernels/ours.ts';
import { pageMemory } from '#bench/kernels/page-memory.ts';
import { asked, differences, scan } from '#bench/kernels/scan.ts';
import { bufferBudget } from '#bench/memory-budget.ts';
import { type EventFilter, emptyFilter } from '#core/filter.ts';
import type { Query } from '#core/query.ts';
import { dayOf } from '#core/time.ts';
import { mapQueries } from '#drawings/map/map-queries.ts';
import type { Ledger } from '#engine/local/answer.ts';
import { answerWithPieces, travelling } from '#engine/local/handing.ts';
import { NearLedger } from '#engine/local/near-ledger.ts';
import { countQueries } from '#views/explore/explore-queries.ts';

const rows = 1_000_000;

const filters: readonly EventFilter[] = [
  { ...emptyFilter, from: dayOf(2001, 3, 17), to: dayOf(2011, 3, 16) },
  { ...emptyFilter, from: dayOf(2001, 3, 31), to: dayOf(2011, 3, 30) },
  { ...emptyFilter, from: dayOf(2001, 4, 2), to: dayOf(2011, 3, 1), types: ['seizure', 'air'] },
  { ...emptyFilter, from: dayOf(2001, 4, 2), to: dayOf(2011, 3, 15), types: ['seizure', 'air'] },
  { ...emptyFilter, countries: ['C2', 'C7'], bbox: [-90, -20, -60, 5], to: dayOf(2015, 6, 30) },
];

/** What Explore asks anew at every move of a window. */
function screenIn(filter: EventFilter): readonly Query[] {
  const map = {
    filter,
    fitted: emptyFilter,
    mode: 'auto',
    measure: 'count',
    cellZoom: 4,
    bbox: null,
  } as const;
  return [...countQueries(filter, 'count'), ...mapQueries(map)];
}

describe('a million events', () => {
  let data: BenchColumns;
  let ledger: Ledger;

  beforeAll(() => {
    data = benchColumns(rows);
    ledger = buildLedger(data);
  });

  it('are counted exactly, move after move', () => {
    for (const filter of filters) expect(differences(asked(ledger, filter), scan(data, filter))).toEqual([]);
  }, 60_000);

  it('are followed on the main thread when a window moves by days, map and all, after one answer of the Worker', () => {
    const near = new NearLedger(
      travelling({ ...ledger.selections.columns, shared: true })!,
      'v',
      rows,
      () => 0,
    );
    const nearAnswers = Array.from({ length: 5 }, (_, step) => {
      const queries = screenIn({ ...emptyFilter, from: dayOf(2001, 1, 1), to: dayOf(2010, 1, 1) + 7 * step });
      const known = near.answer(queries);
      const { answers, pieces } = answerWithPieces(ledger, queries, near.holdings());
      if (known) expect(known).toEqual(answers);
      else near.take(queries, answers, structuredClone(pieces));
      return known !== null;
    });
    expect(nearAnswers).toEqual([false, true, true, true, true]);
  });

  it('take no more than 32 MB of buffers: columns, what a first screen derives, and what a drag leaves behind', () => {
    const { columns, screen, dragged } = pageMemory(buildLedger(data));
    expect(columns).toBeGreaterThan(25 * rows);
    expect(screen).toBeGreaterThan(columns);
    expect(Math.max(screen, dragged)).toBeLessThan(bufferBudget(rows));
  });
});
