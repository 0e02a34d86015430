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

/** The workbook: three sheets, typed cells. Text is never a formula here: it is written as text. */
export async function xlsxBlob({ table, words, fileWords }: DataFile): Promise<Blob> {
  const { say } = fileWords;
  const sheets: Sheet<Blob>[] = [
    {
      sheet: say('sheet.data'),
      data: [
        table.columns.map(({ label }) => head(label)),
        ...table.rows.map((row) =>
          table.columns.map(({ type }, at) => cellOf(row[at] ?? null, type, say('cell.cut'))),
        ),
      ],
      columns: table.columns.map(({ label, type }, at) => ({
        width: widthOf(label, type, table.rows, at),
      })),
      stickyRowsCount: 1,
    },
    {
      sheet: say('sheet.about'),
      data: [
        [head(say('head.field')), head(say('head.value'))],
        ...metadataLines(words, table, fileWords).map(([label, text]) => [plain(label), wrapped(text)]),
      ],
      columns: [{ width: 26 }, { width: 100 }],
      stickyRowsCount: 1,
    },
    {
      sheet: say('sheet.columns'),
      data: [
        [head(say('head.column')), head(say('head.type')), head(say('head.meaning'))],
        ...table.columns.map(({ label, type, about }) => [
          plain(label),
          plain(say(`type.${type}`)),
          wrapped(about),
        ]),
      ],
      columns: [{ width: 26 }, { width: 16 }, { width: 84 }],
      stickyRowsCount: 1,
    },
  ];
  return writeXlsxFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBlob();
}

const safe = (text: string): string => text.replace(notXml, '');
const plain = (text: string): SheetCell => ({ type: String, value: safe(text), alignVertical: 'top' });
const wrapped = (text: string): SheetCell => ({
  type: String,
  value: safe(text),
  wrap: true,
  alignVertical: 'top',
});
const head = (text: string): SheetCell => ({ type: String, value: safe(text), fontWeight: 'bold' });

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
  return Math.min(type === 'text' ? 48 : 16, Math.max(label.length, longest, 6) + 2);
}
