import { describe, expect, it } from 'vitest';
import { benchColumns } from '#bench/kernels/columns.ts';
import { buildLedger } from '#bench/kernels/ours.ts';
import { emptyFilter } from '#core/filter.ts';
import type { Query } from '#core/query.ts';
import { dayOf } from '#core/time.ts';
import { WindowTiles } from '#engine/local/window-tiles.ts';

const rows = 3000;
const ledger = buildLedger(benchColumns(rows));
const countries = (from: number, to: number): Query => ({
  kind: 'facet',
  filter: { ...emptyFilter, types: ['seizure'], from, to },
  dimension: 'country',
  measure: 'kg',
});
const year = (first: number): Query => countries(dayOf(first, 1, 1), dayOf(first, 12, 31));
const days = (from: number): Query => countries(from, from + 50);

describe('windows counted from tiles', () => {
  it('leaves the first window to the kernels and counts the others, exactly', () => {
    const tiles = new WindowTiles(ledger, rows - 1);
    expect(tiles.answer(year(2003))).toBeNull();
    expect(tiles.answer(year(2003))).toBeNull();
    for (let first = 2004; first < 2020; first++)
      expect(tiles.answer(year(first))).toEqual(ledger.answer(year(first)));
    expect(tiles.answer(year(2003))).toEqual(ledger.answer(year(2003)));
  });

  it('leaves moves of a few days to the kernels until the window jumps', () => {
    const tiles = new WindowTiles(ledger, 0);
    const month = (n: number): Query => countries(dayOf(2000, 1 + n, 1), dayOf(2010, 1 + n, 1) - 1);
    for (const n of [0, 1, 2, 3]) expect(tiles.answer(month(n))).toBeNull();
    expect(tiles.answer(year(2003))).toEqual(ledger.answer(year(2003)));
    expect(tiles.answer(month(4))).toEqual(ledger.answer(month(4)));
  });

  it('follows a window of days past the days of its tile', () => {
    const tiles = new WindowTiles(ledger, 0);
    const start = dayOf(2012, 5, 9);
    expect(tiles.answer(days(start))).toBeNull();
    for (let shift = 100; shift < 3000; shift += 100)
      expect(tiles.answer(days(start + shift))).toEqual(ledger.answer(days(start + shift)));
  });

  it('follows the ends of a long window by days', () => {
    const tiles = new WindowTiles(ledger, 0);
    const start = dayOf(1995, 5, 9);
    expect(tiles.answer(countries(start, start + 2000))).toBeNull();
    for (let shift = 400; shift < 6000; shift += 400)
      expect(tiles.answer(countries(start, start + 2000 + shift))).toEqual(
        ledger.answer(countries(start, start + 2000 + shift)),
      );
  });

  it('leaves everything to the kernels over fewer rows', () => {
    const tiles = new WindowTiles(ledger, rows);
    for (const first of [2003, 2004, 2005]) expect(tiles.answer(year(first))).toBeNull();
  });

  it('leaves to the kernels what no tile of a bearable size holds', () => {
    const tiles = new WindowTiles(ledger, 0);
    const cells = (from: number): Query => ({
      kind: 'cells',
      filter: { ...emptyFilter, from, to: from + 900 },
      zoom: 11,
      viewport: null,
      measure: 'count',
    });
    for (const shift of [0, 400, 800]) expect(tiles.answer(cells(dayOf(2012, 5, 9) + shift))).toBeNull();
  });
});
