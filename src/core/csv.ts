/** What a cell of a table can hold. Null is an empty cell: unknown is never 0. */
export type Cell = string | number | boolean | null;

/** What the cells of a column are. A `day` is an ISO day, or an ISO month, quarter or year where no more is known. */
export type ColumnType = 'text' | 'number' | 'day' | 'boolean';

/** A table over some kind of record: its columns by name, in order. Exports of one kind share it, so they cannot differ. */
export interface RecordTable<T> {
  readonly columns: readonly {
    readonly name: string;
    /** Text where absent. */
    readonly type?: ColumnType;
    readonly cell: (record: T) => Cell;
  }[];
}

/** Characters that a spreadsheet reads as the beginning of a formula, their full-width forms included. */
export const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * One cell as RFC 4180 writes it. Numbers stay numbers ("-1250.5" is not touched); a text that a spreadsheet would run as a
 * formula is given a leading apostrophe; NUL characters are dropped.
 */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (typeof cell === 'boolean') return cell ? 'true' : 'false';
  const clean = cell.replaceAll('\0', '');
  const safe = formulaStart.test(clean) ? `'${clean}` : clean;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line with its line end (CRLF, as RFC 4180 asks). */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** The line of column names. */
export function csvHeader<T>(table: RecordTable<T>): string {
  return csvLine(table.columns.map((column) => column.name));
}

/** The line of one record. */
export function csvRecord<T>(table: RecordTable<T>, record: T): string {
  return csvLine(table.columns.map((column) => column.cell(record)));
}

/** A whole table. `mark` puts a byte-order mark first, by which Excel knows that accents are UTF-8. */
export function csvTable<T>(table: RecordTable<T>, records: readonly T[], mark = false): string {
  return `${mark ? '\ufeff' : ''}${csvHeader(table)}${records.map((record) => csvRecord(table, record)).join('')}`;
}

/** Several values in one cell: "a; b". */
export function joinedCell(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join('; ');
}
