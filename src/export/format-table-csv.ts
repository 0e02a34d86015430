import { csvLine } from '#core/csv.ts';
import type { FigureTable } from '#figures/figure.ts';
import type { Format } from './export-job.ts';
import { fileName } from './file-name.ts';
import { drawingOf, pictureTag } from './format-svg.ts';

/** The numbers a figure shows, as its table has them; empty = not reported. */
export const tableCsvFormat: Format = {
  id: 'table-csv',
  extension: 'csv',
  mime: 'text/csv',
  takes: 'table',
  async write(subject) {
    const { table } = drawingOf(subject, null);
    return {
      name: fileName({ ...subject, tag: pictureTag(subject, 'displayed'), extension: 'csv' }),
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
