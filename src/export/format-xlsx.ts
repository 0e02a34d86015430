import { dataFormats } from './data-format.ts';

/** A sheet takes more, but a browser needs about 4 kB of memory a row while writing. */
const SHEET_ROWS = 50_000;

/** Workbook with typed cells: the rows, the figure's words, and what each column means. */
export const xlsxFormats = dataFormats({
  id: 'xlsx',
  name: 'XLSX',
  extension: 'xlsx',
  mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  limit: SHEET_ROWS,
  writer: () => import('./xlsx-file.ts').then(({ xlsxBlob }) => xlsxBlob),
});
