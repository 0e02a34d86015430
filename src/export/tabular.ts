import type { Cell, ColumnType, RecordTable } from '#core/csv.ts';
import type { FigureTable } from '#figures/figure.ts';
import type { FileWords } from '#i18n/file-words.ts';

/** A column with its type and what it means. */
export interface TabularColumn {
  readonly name: string;
  readonly label: string;
  readonly type: ColumnType;
  readonly about: string;
}

/** Rows on their way into a file; an empty cell (null) is not reported, never 0. */
export interface Tabular {
  readonly extent: 'displayed' | 'full';
  readonly columns: readonly TabularColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The numbers a figure draws. */
export function displayedTable(table: FigureTable, { say }: FileWords): Tabular {
  return {
    extent: 'displayed',
    columns: table.columns.map(({ key, label, numeric }) => ({
      name: key,
      label,
      type: numeric ? 'number' : 'text',
      about: say(numeric ? 'displayed.number' : 'displayed.text'),
    })),
    rows: table.rows,
  };
}

/** Columns of records with what they mean. */
export function describedColumns<T>(table: RecordTable<T>, words: FileWords): readonly TabularColumn[] {
  return table.columns.map(({ name, type = 'text' }) => ({
    name,
    label: name,
    type,
    about: words.column(name),
  }));
}
