import { beforeAll, describe, expect, it } from 'vitest';
import { type BenchColumns, benchColumns } from '#bench/kernels/columns.ts';
import { buildLedger } from '#bench/kernels/ours.ts';
import { asked, bufferBytes, scan } from '#bench/kernels/scan.ts';
import { type EventFilter, emptyFilter } from '#core/filter.ts';
import { dayOf } from '#core/time.ts';
import type { Ledger } from '#engine/local/answer.ts';

const rows = 1_000_000;

const filters: readonly EventFilter[] = [
  { ...emptyFilter, from: dayOf(2001, 3, 17), to: dayOf(2011, 3, 16) },
  { ...emptyFilter, from: dayOf(2001, 3, 31), to: dayOf(2011, 3, 30) },
  { ...emptyFilter, from: dayOf(2001, 4, 2), to: dayOf(2011, 3, 1), types: ['seizure', 'air'] },
  { ...emptyFilter, from: dayOf(2001, 4, 2), to: dayOf(2011, 3, 15), types: ['seizure', 'air'] },
  { ...emptyFilter, countries: ['C2', 'C7'], bbox: [-90, -20, -60, 5], to: dayOf(2015, 6, 30) },
];

describe('a million events', () => {
  let data: BenchColumns;
  let ledger: Ledger;

  beforeAll(() => {
    data = benchColumns(rows);
    ledger = buildLedger(data);
  });

  it('are counted exactly, move after move', () => {
    for (const filter of filters) expect(asked(ledger, filter)).toEqual(scan(data, filter));
  }, 60_000);

  it('take no more than 32 MB of columns', () => {
    expect(bufferBytes(ledger.selections.columns)).toBeLessThan(32e6);
  });
});
