import { expect, it } from 'vitest';
import type { FigureTable } from '#figures/figure.ts';
import { nextSort, sortedRows } from '#figures/table/table-order.ts';

const table: FigureTable = {
  caption: 'c',
  columns: [
    { key: 'a', label: 'A', numeric: false },
    { key: 'n', label: 'N', numeric: true },
  ],
  rows: [
    ['b', 2],
    ['a', null],
    ['c', 10],
  ],
};
const compare = (a: string, b: string): number => (a < b ? -1 : 1);

it('sorts numbers as numbers and leaves what is not reported last both ways', () => {
  const order = (descending: boolean) =>
    sortedRows(table, { column: 1, descending }, compare).map((row) => row[0]);
  expect(order(true)).toEqual(['c', 'b', 'a']);
  expect(order(false)).toEqual(['b', 'c', 'a']);
  expect(sortedRows(table, null, compare)).toBe(table.rows);
});

it('turns a header through its three states', () => {
  const first = nextSort(null, 1, true);
  expect(first).toEqual({ column: 1, descending: true });
  const second = nextSort(first, 1, true);
  expect(second).toEqual({ column: 1, descending: false });
  expect(nextSort(second, 1, true)).toBeNull();
  expect(nextSort(second, 0, false)).toEqual({ column: 0, descending: false });
});
