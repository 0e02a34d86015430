import { eventTable } from '#core/event-row.ts';
import { observationTable } from '#core/record-tables.ts';
import type { FigureWords } from '#figures/figure.ts';
import { type FileWords, loadFileWords } from '#i18n/file-words.ts';
import {
  type ExportNote,
  ExportRefused,
  type ExportSubject,
  type Format,
  type RowsSource,
} from './export-job.ts';
import { fileName } from './file-name.ts';
import { drawingOf, pictureTag } from './format-svg.ts';
import { fetchTable } from './rows.ts';
import { describedColumns, displayedTable, type Tabular, type TabularColumn } from './tabular.ts';

/** Rows the service streams into one file; the server's limit is the same. */
export const SERVED_ROWS = 200_000;

/** What a writer of data turns into bytes. */
export interface DataFile {
  readonly table: Tabular;
  readonly words: FigureWords;
  readonly fileWords: FileWords;
  readonly lang: string;
  readonly dataVersion: string;
}

export type WriteData = (file: DataFile) => Promise<Blob>;

interface Kind {
  readonly id: string;
  readonly name: string;
  readonly extension: string;
  readonly mime: string;
  readonly limit: number;
  /** Imports the writer with its library. */
  readonly writer: () => Promise<WriteData>;
}

/** A data format twice: for the numbers a figure displays, and for the full rows behind it. */
export function dataFormats(kind: Kind): { readonly displayed: Format; readonly full: Format } {
  const { id, name, extension, mime, limit } = kind;
  const of = (takes: 'table' | 'rows'): Format => ({
    id: takes === 'table' ? `table-${id}` : id,
    name,
    extension,
    mime,
    takes,
    limit,
    async write(subject, options) {
      const extent = takes === 'table' ? 'displayed' : 'full';
      const { words } = drawingOf(subject, options.alt);
      const [fileWords, write] = await Promise.all([loadFileWords(options.i18n.lang), kind.writer()]);
      const { table, note } = await tableOf(subject, extent, fileWords);
      const { lang } = options.i18n;
      return {
        name: dataName(subject, extent, extension),
        blob: await write({ table, words, fileWords, lang, dataVersion: subject.dataVersion }),
        note,
      };
    },
  });
  return { displayed: of('table'), full: of('rows') };
}

/** The displayed numbers or the full rows of a subject. */
export async function tableOf(
  subject: ExportSubject,
  extent: Tabular['extent'],
  fileWords: FileWords,
): Promise<{ readonly table: Tabular; readonly note: ExportNote }> {
  if (extent === 'full') {
    if (subject.rows === null) throw new ExportRefused({ key: 'nothing' });
    return fetchTable(subject.rows, fileWords);
  }
  const table = displayedTable(subject.drawing().table, fileWords);
  return { table, note: { key: 'rows', n: table.rows.length, all: table.rows.length } };
}

/** The name of a data file: the figure it is of where it holds the figure's numbers, and its extent. */
export function dataName(subject: ExportSubject, extent: Tabular['extent'], extension: string): string {
  const tag = extent === 'full' ? extent : pictureTag(subject, extent);
  return fileName({ ...subject, tag, extension });
}

/** The columns of the full rows with what they mean, without asking for the rows. */
export function describedColumnsOf(rows: RowsSource, words: FileWords): readonly TabularColumn[] {
  return rows.kind === 'events'
    ? describedColumns(eventTable, words)
    : describedColumns(observationTable, words);
}
