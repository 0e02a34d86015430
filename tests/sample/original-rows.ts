import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { sharedFile } from '#tests/shared-data.ts';

/**
 * Reads the original files without any code of the importers: its own reader of comma-separated text, cell by cell with a
 * regular expression, so that a fault in the importers' reader cannot hide in the comparison.
 */
export type OriginalRow = Readonly<Record<string, string>>;

const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\n|\r|$)/gu;

export function originalText(name: string): string {
  const bytes = readFileSync(sharedFile(name));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/u, '');
}

export function originalRows(name: string): readonly OriginalRow[] {
  const lines: string[][] = [[]];
  const text = originalText(name);
  cell.lastIndex = 0;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (!match) break;
    lines.at(-1)?.push((match[1] ?? match[2] ?? '').replaceAll('""', '"'));
    if (match[3] !== ',') lines.push([]);
  }
  const [header = [], ...rows] = lines.filter((line) => line.length > 1);
  return rows.map((line) => Object.fromEntries(header.map((column, index) => [column, line[index] ?? ''])));
}

/** Sum of a column's numbers, blanks left out. */
export function sumOf(rows: readonly OriginalRow[], column: string): number {
  return rows.reduce((sum, row) => sum + (row[column] === '' ? 0 : Number(row[column])), 0);
}

/** How many rows stand under each key. */
export function tally<T>(
  records: readonly T[],
  key: (record: T) => string,
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const record of records) counts[key(record)] = (counts[key(record)] ?? 0) + 1;
  return counts;
}
