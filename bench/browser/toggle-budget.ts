/** Rows from which the budget of a tile made cold holds (docs/performance.md). */
const tenMillion = 10_000_000;

/** What the 95th percentile of a category toggle, click to all views painted, must keep within. */
export function toggleBudget(
  rows: number,
  byServer: boolean,
): { readonly ms: number; readonly must: string } {
  return byServer && rows >= tenMillion
    ? { ms: 1500, must: 'p95 ≤ 1500 ms (tiles made anew)' }
    : { ms: 34, must: 'p95 ≤ 34 ms' };
}
