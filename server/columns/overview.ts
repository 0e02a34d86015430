import type { Overview } from '#contract/overview.ts';
import type { Dictionaries, PartColumns } from '#contract/part-columns.ts';
import { ColumnsBuilder } from '#engine/local/columns.ts';
import { buildOverview } from '#engine/local/overview-tables.ts';

/** The overview of a snapshot, counted from its own parts (newest first) by the kernels that will count them in the browser. */
export function overviewOf(
  parts: Iterable<PartColumns>,
  rows: number,
  dictionaries: Dictionaries,
  dataVersion: string,
): Overview {
  const builder = new ColumnsBuilder(rows, dictionaries);
  for (const part of parts) builder.add(part);
  return buildOverview(builder.build(), dataVersion);
}
