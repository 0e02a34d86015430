import type { FigureTable } from '../figure.ts';

export interface TableSort {
  readonly column: number;
  readonly descending: boolean;
}

/** Rows in the order of one column; not reported comes last in both directions; equal rows keep their order. */
export function sortedRows(
  table: FigureTable,
  sort: TableSort | null,
  compareText: (a: string, b: string) => number,
): FigureTable['rows'] {
  if (sort === null) return table.rows;
  const sign = sort.descending ? -1 : 1;
  return [...table.rows].sort((left, right) => {
    const a = left[sort.column] ?? null;
    const b = right[sort.column] ?? null;
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
    return sign * compareText(String(a), String(b));
  });
}

/** The next state of a pressed header: first down for numbers and up for text, then the other way, then as given. */
export function nextSort(current: TableSort | null, column: number, numeric: boolean): TableSort | null {
  if (current?.column !== column) return { column, descending: numeric };
  return current.descending === numeric ? { column, descending: !numeric } : null;
}
