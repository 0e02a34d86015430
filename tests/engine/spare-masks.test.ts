import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benchColumns } from '#bench/kernels/columns.ts';
import { buildLedger } from '#bench/kernels/ours.ts';
import { emptyFilter } from '#core/filter.ts';
import type { Query } from '#core/query.ts';
import { dayOf } from '#core/time.ts';
import { emptyBits } from '#engine/local/bitset.ts';
import { SpareMasks } from '#engine/local/spare-masks.ts';

const columns = benchColumns(2000);
const start = dayOf(1995, 1, 1);

/** What a screen asks at a move; which of it, so that some tallies stand still while windows pass. */
function questions(from: number, days: number, types: readonly string[], mask: number): readonly Query[] {
  const filter = { ...emptyFilter, from: start + from, to: start + from + days, types };
  const all: readonly Query[] = [
    { kind: 'count', filter, measure: 'count' },
    { kind: 'cells', filter, zoom: 4, viewport: null, measure: 'count' },
    { kind: 'facet', filter, dimension: 'country', measure: 'kg' },
    { kind: 'facet', filter, dimension: 'kind', measure: 'count' },
    { kind: 'page', filter, sort: 'newest', offset: 0, limit: 20 },
    { kind: 'relax', filter },
  ];
  return all.filter((_, i) => (mask & (1 << i)) !== 0);
}

describe('masks of windows that are written over', () => {
  it('leave every answer as it would be without', () => {
    // Runs of small moves over the same days: what was not asked in one run goes on from an old window in the next.
    const run = fc.record({
      from: fc.integer({ min: 0, max: 12 }),
      moves: fc.integer({ min: 8, max: 14 }),
      types: fc.constantFrom<readonly string[]>([], ['seizure']),
      asked: fc.integer({ min: 1, max: 63 }),
    });
    fc.assert(
      fc.property(fc.array(run, { minLength: 6, maxLength: 10 }), (runs) => {
        const ledger = buildLedger(columns);
        for (const { from, moves, types, asked } of runs) {
          for (let step = from; step < from + moves; step++)
            for (const query of questions(step * 7, 3652, types, asked))
              expect(ledger.answer(query)).toEqual(buildLedger(columns).answer(query));
        }
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('are written over in a drag: no more are made than are held', () => {
    const ledger = buildLedger(columns);
    const masks = new Set<unknown>();
    for (let from = 0; from < 300; from++) {
      for (const query of questions(from * 7, 3652, [], 0b1011)) ledger.answer(query);
      masks.add(
        ledger.selections.of({ ...emptyFilter, from: start + from * 7, to: start + from * 7 + 3652 }),
      );
    }
    expect(masks.size).toBeLessThan(40);
  });

  it('rest before they are used again, and not while they are held', () => {
    const held = new Set<object>();
    const spare = new SpareMasks((mask) => held.has(mask));
    const masks = Array.from({ length: 6 }, () => emptyBits(64));
    for (const mask of masks.slice(0, 4)) spare.drop(mask);
    expect(spare.take()).toBeUndefined();
    held.add(masks[0]!);
    for (const mask of [...masks.slice(4), masks[1]!]) spare.drop(mask);
    expect(spare.take()).toBe(masks[1]);
    expect(spare.take()).toBeUndefined();
    held.clear();
    expect(spare.take()).toBe(masks[0]);
  });
});
