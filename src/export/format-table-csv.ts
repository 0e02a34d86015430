import { csvLine } from '#core/csv.ts';
import type { FigureTable } from '#figures/figure.ts';
import { dataName } from './data-format.ts';
import type { Format } from './export-job.ts';

/** The numbers a figure shows, as its table has them; empty = not reported. */
export const tableCsvFormat: Format = {
  id: 'table-csv',
  name: 'CSV',
  extension: 'csv',
  mime: 'text/csv',
  takes: 'table',
  async write(subject) {
    const { table } = subject.drawing();
    return {
      name: dataName(subject, 'displayed', 'csv'),
      blob: new Blob([tableCsv(table)], { type: 'text/csv;charset=utf-8' }),
      note: { key: 'rows', n: table.rows.length, all: table.rows.length },
    };
  },
};

export function tableCsv(table: FigureTable): string {
  return (
    csvLine(table.columns.map((column) => column.label)) + table.rows.map((row) => csvLine(row)).join('')
  );
}
