import {
  bool,
  type Column,
  columnFromArray,
  type DataType,
  dictionary,
  float64,
  Table,
  tableFromColumns,
  tableToIPC,
  utf8,
} from '@uwdata/flechette';
import type { Cell, ColumnType } from '#core/csv.ts';
import type { DataFile } from './data-format.ts';
import { metadataRecord } from './metadata.ts';

const types: Readonly<Record<ColumnType, () => DataType>> = {
  text: () => dictionary(utf8()),
  // Text, since a day may be known to its month or year only.
  day: () => dictionary(utf8()),
  number: () => float64(),
  boolean: () => bool(),
};

/** The rows as an Arrow IPC file; null stays null. */
export function arrowBytes({ table, words, lang, dataVersion }: DataFile): Uint8Array {
  const columns = table.columns.map(({ name, type }, at): [string, Column<unknown>] => [
    name,
    columnFromArray(
      table.rows.map((row) => fitting(row[at] ?? null, type)),
      types[type](),
    ) as Column<unknown>,
  ]);
  const plain = tableFromColumns(columns);
  const metadata = new Map(
    Object.entries(metadataRecord(words, table, { lang, dataVersion })).map(([key, value]) => [
      key,
      String(value),
    ]),
  );
  const fields = plain.schema.fields.map((field, at) => ({
    ...field,
    metadata: new Map([['about', table.columns[at]?.about ?? '']]),
  }));
  const bytes = tableToIPC(new Table({ ...plain.schema, fields, metadata }, plain.children), {
    format: 'file',
  });
  if (!bytes) throw new Error('The Arrow writer returned no bytes.');
  return bytes;
}

/** A cell as its column's type takes it; what does not fit is kept as text or left empty, never changed. */
function fitting(cell: Cell, type: ColumnType): Cell {
  if (cell === null) return null;
  if (type === 'number') return typeof cell === 'number' ? cell : null;
  if (type === 'boolean') return typeof cell === 'boolean' ? cell : null;
  return String(cell);
}
