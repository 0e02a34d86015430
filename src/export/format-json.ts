import { type DataFile, dataFormats, SERVED_ROWS } from './data-format.ts';
import { metadataRecord } from './metadata.ts';

/** The figure's words, what each column means, and the rows as records; null is not reported. */
export const jsonFormats = dataFormats({
  id: 'json',
  name: 'JSON',
  extension: 'json',
  mime: 'application/json',
  limit: SERVED_ROWS / 2,
  writer: async () => async (file) => new Blob([jsonText(file)], { type: 'application/json' }),
});

/** The JSON text of a data file, a record a line. */
export function jsonText(file: DataFile): string {
  const { table, words } = file;
  const records = table.rows.map((row) =>
    JSON.stringify(Object.fromEntries(table.columns.map(({ name }, at) => [name, row[at] ?? null]))),
  );
  const metadata = JSON.stringify(metadataRecord(words, table, file), null, 2);
  const columns = JSON.stringify(table.columns, null, 2);
  return `{\n"metadata": ${metadata},\n"columns": ${columns},\n"records": [\n${records.join(',\n')}\n]\n}\n`;
}
