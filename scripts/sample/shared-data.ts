import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseCsvRecords } from '#ingest/csv.ts';

/** A row of a source table, by column name; reading a column the table lacks is an error, not an empty value. */
export type Row = (column: string) => string;

const root = resolve(process.env.ATALAYA_SHARED ?? join(import.meta.dirname, '../../../shared'), 'data');

/** Whether the shared research data lie beside the repository (or where ATALAYA_SHARED points). */
export function hasSharedData(): boolean {
  return existsSync(root);
}

/** Text of a shared file, unzipped when its name ends in .gz. */
export function sharedText(path: string): string {
  const bytes = readFileSync(join(root, path));
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** A shared CSV file as rows. */
export function sharedRows(path: string): readonly Row[] {
  return parseCsvRecords(sharedText(path)).map((record) => (column: string): string => {
    const value = record[column];
    if (value === undefined) throw new Error(`${path} has no column "${column}"`);
    return value;
  });
}

/** A number, or null for an empty cell. Anything else that is not a number is an error. */
export function numberOrNull(text: string): number | null {
  if (text.trim() === '') return null;
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Error(`Not a number: "${text}"`);
  return value;
}

/** The items of a "; "-separated cell, blanks dropped. */
export function listOf(text: string): readonly string[] {
  return text
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
