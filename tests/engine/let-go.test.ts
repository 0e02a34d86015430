import { beforeEach, describe, expect, it } from 'vitest';
import { bufferBytes } from '#bench/kernels/buffer-bytes.ts';
import { benchColumns } from '#bench/kernels/columns.ts';
import { buildLedger } from '#bench/kernels/ours.ts';
import { emptyFilter } from '#core/filter.ts';
import { dayOf } from '#core/time.ts';
import type { Ledger } from '#engine/local/answer.ts';

const columns = benchColumns(200_000);

describe('what is looked at no more', () => {
  let ledger: Ledger;

  beforeEach(() => {
    ledger = buildLedger(columns);
  });

  it('leaves no hexagons or squares of a zoom behind, nor counts of them', () => {
    const filter = { ...emptyFilter, from: dayOf(2001, 1, 1) };
    for (const zoom of [1, 2, 3, 4, 5, 6, 2]) {
      ledger.answer({ kind: 'cells', filter, zoom, viewport: null, measure: 'count' });
      ledger.answer({ kind: 'cells', filter, zoom, viewport: null, measure: 'kg' });
      ledger.answer({ kind: 'density', filter, zoom, viewport: null });
    }
    const counted = [...ledger.tallies.kept.names()];
    expect(counted.sort()).toEqual(
      [2, 5, 6]
        .flatMap((zoom) => [`cells/${zoom} count`, `cells/${zoom} kg`, `squares/${zoom} count`])
        .sort(),
    );
  });

  it('leaves no room behind for the many rows that a jump changed', () => {
    const countFrom = (year: number): unknown =>
      ledger.answer({
        kind: 'count',
        filter: { ...emptyFilter, from: dayOf(year, 1, 1), to: dayOf(year + 15, 12, 31) },
        measure: 'count',
      });
    countFrom(1998);
    countFrom(2000);
    const followed = bufferBytes(ledger);
    countFrom(1989);
    expect(bufferBytes(ledger)).toBeLessThan(followed);
  });
});
