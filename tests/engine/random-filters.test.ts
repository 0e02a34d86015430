import { beforeAll, describe, expect, it } from 'vitest';
import { type BenchColumns, benchColumns } from '#bench/kernels/columns.ts';
import { madeHits } from '#bench/kernels/made-words.ts';
import { buildLedger } from '#bench/kernels/ours.ts';
import { everyWay, randomFilters, windowMoves } from '#bench/kernels/random-filters.ts';
import { roughened } from '#bench/kernels/rough-columns.ts';
import { asked, differences, scan } from '#bench/kernels/scan.ts';
import { activeDimensions, dimensionKeys, type EventFilter, filterKey } from '#core/filter.ts';
import type { Ledger } from '#engine/local/answer.ts';

/** Filters in turn, and filters under which a window moves. */
const sizes = [
  { rows: 10_000, way: 'by the kernels', filters: 4 * everyWay, moved: 12, tilesAbove: undefined },
  { rows: 10_000, way: 'from tiles', filters: everyWay, moved: 2, tilesAbove: 0 },
  { rows: 1_000_000, way: 'by the kernels', filters: everyWay, moved: 2, tilesAbove: undefined },
];

describe.each(sizes)('$rows events, counted $way', ({ rows, filters, moved, tilesAbove }) => {
  let data: BenchColumns;
  let ledger: Ledger;

  beforeAll(() => {
    data = roughened(benchColumns(rows));
    ledger = buildLedger(data, madeHits(data), tilesAbove);
  });

  const expectPlain = (filter: EventFilter): void =>
    expect(differences(asked(ledger, filter), scan(data, filter)), filterKey(filter)).toEqual([]);

  it('are those of a plain loop under random filters over every dimension', () => {
    const drawn = randomFilters(data, filters, 20261128);
    for (const filter of drawn) expectPlain(filter);
    expect(new Set(drawn.flatMap(activeDimensions))).toEqual(new Set(dimensionKeys));
  }, 60_000);

  it('are those of a plain loop at every move of a window under such filters', () => {
    for (const drawn of randomFilters(data, moved, 5)) {
      for (const filter of windowMoves(drawn)) expectPlain(filter);
    }
  }, 60_000);
});
