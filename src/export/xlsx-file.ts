import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/universal';
import type { Cell, ColumnType } from '#core/csv.ts';
import type { DataFile } from './data-format.ts';
import { metadataLines } from './metadata.ts';

type SheetCell = Row[number];

/** Characters a cell of the format can hold. */
const LONGEST_TEXT = 32_767;
/** What XML 1.0 cannot hold, half surrogates included. */
const notXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const wholeDay = /^\d{4}-\d{2}-\d{2}$/;
/** The serial number of 1 January 1970; days before 1900 have none and stay text. */
const firstDay = Date.UTC(1900, 2, 1);

/** Characters wide: the columns of the sheets about the data, together as wide as a printed page. */
const aboutWidths = [24, 72] as const;
const columnWidths = [30, 18, 56] as const;
/** Height of a line of cells, in points. */
const LINE = 15;

/** The workbook: three sheets, typed cells. Text is never a formula here: it is written as text. */
export async function xlsxBlob({ table, words, fileWords }: DataFile): Promise<Blob> {
  const { say } = fileWords;
  const widths = table.columns.map(({ label, type }, at) => widthOf(label, type, table.rows, at));
  const sheets: Sheet<Blob>[] = [
    sheetOf(say('sheet.data'), widths, [
      headRow(
        table.columns.map(({ label }) => label),
        widths,
      ),
      ...table.rows.map((row) =>
        table.columns.map(({ type }, at) => cellOf(row[at] ?? null, type, say('cell.cut'))),
      ),
    ]),
    sheetOf(say('sheet.about'), aboutWidths, [
      headRow([say('head.field'), say('head.value')], aboutWidths),
      ...metadataLines(words, table, fileWords).map((line) => wrappedRow(line, aboutWidths)),
    ]),
    sheetOf(say('sheet.columns'), columnWidths, [
      headRow([say('head.column'), say('head.type'), say('head.meaning')], columnWidths),
      ...table.columns.map(({ label, type, about }) =>
        wrappedRow([label, say(`type.${type}`), about], columnWidths),
      ),
    ]),
  ];
  return writeXlsxFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBlob();
}

function sheetOf(sheet: string, widths: readonly number[], data: Row[]): Sheet<Blob> {
  return {
    sheet,
    data,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  };
}

/** Texts in the lines their columns take; readers do not make a row as high as its text by themselves. */
function wrappedRow(texts: readonly string[], widths: readonly number[]): Row {
  const lines = texts.map((text, at) => Math.ceil((text.length * 1.15) / (widths[at] ?? 10)));
  const height = Math.max(1, ...lines) * LINE;
  return texts.map((text) => ({ type: String, value: safe(text), wrap: true, alignVertical: 'top', height }));
}

function headRow(labels: readonly string[], widths: readonly number[]): Row {
  return wrappedRow(labels, widths).map((cell) => ({ ...(cell as object), fontWeight: 'bold' }) as SheetCell);
}

const safe = (text: string): string => text.replace(notXml, '');

function cellOf(cell: Cell, type: ColumnType, cutMark: string): SheetCell {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return Number.isFinite(cell) ? { type: Number, value: cell } : null;
  if (typeof cell === 'boolean') return { type: Boolean, value: cell };
  if (type === 'day' && wholeDay.test(cell)) {
    const moment = Date.parse(`${cell}T00:00:00Z`);
    if (moment >= firstDay) return { type: Date, value: new Date(moment), format: 'yyyy-mm-dd' };
  }
  const text = safe(cell);
  const isLong = text.length > LONGEST_TEXT;
  return { type: String, value: isLong ? text.slice(0, LONGEST_TEXT - cutMark.length) + cutMark : text };
}

/** Wide enough for the head and the first rows, narrow enough to read across. */
function widthOf(label: string, type: ColumnType, rows: DataFile['table']['rows'], at: number): number {
  const longest = rows.slice(0, 50).reduce((most, row) => Math.max(most, String(row[at] ?? '').length), 0);
  return Math.min(type === 'text' ? 48 : 24, Math.max(label.length, longest, 6) + 3);
}
