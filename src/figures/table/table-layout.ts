import type { FigureSize, FigureTable } from '../figure.ts';
import { cutText, textWidth, wrapText } from '../text-width.ts';

/** A cell as it is set: text, and where its column has its edge. */
export interface SetColumn {
  readonly label: string;
  readonly numeric: boolean;
  /** Left edge, and right edge, in px. */
  readonly left: number;
  readonly right: number;
}

/** A table set for a size: what fits, and how much does not. */
export interface TableLayout {
  readonly font: number;
  readonly rowHeight: number;
  readonly columns: readonly SetColumn[];
  /** Rows of cells, each the lines it is set in. */
  readonly rows: readonly (readonly (readonly string[])[])[];
  /** Rows of the whole that are not set here. */
  readonly moreRows: number;
  readonly moreColumns: number;
}

interface Input {
  readonly table: FigureTable;
  /** Rows of the whole list, of which the table may hold only the first. */
  readonly total: number;
  readonly size: FigureSize;
  readonly font: number;
  /** How a number or an empty cell is written. */
  readonly text: (cell: string | number | null) => string;
}

const SHRINKS = [1, 0.9, 0.8, 0.72] as const;
/** Height of a line, and of the room around the lines of a row, in base heights. */
const LINE = 1.3;
const ROOM = 0.45;
const GAP = 1.1;
/** No text column is set narrower than this many base heights. */
const NARROWEST = 5;
/** Cells are set in two lines where more than this share of them would be cut in one. */
const CUT_SHARE = 0.1;

/** Places as many rows and columns as the size takes, at the largest type at which all columns fit. */
export function layoutTable(input: Input): TableLayout {
  const told = withoutEmptyColumns(input);
  const tries = SHRINKS.map((shrink) => {
    const font = input.font * shrink;
    const one = layoutAt(told, font, 1);
    return one.cutShare > CUT_SHARE ? layoutAt(told, font, 2) : one;
  });
  const { cutShare: _, ...layout } = tries.find(({ moreColumns }) => moreColumns === 0) ?? tries.at(-1)!;
  const dropped = input.table.columns.length - told.table.columns.length;
  return { ...layout, moreColumns: layout.moreColumns + dropped };
}

/** Columns in which no row at hand reports anything take no room in a picture; they stay in the data. */
function withoutEmptyColumns(input: Input): Input {
  const { table } = input;
  const kept = table.columns.flatMap((_, at) =>
    table.rows.length === 0 || table.rows.some((row) => row[at] !== null) ? [at] : [],
  );
  return {
    ...input,
    table: {
      ...table,
      columns: kept.map((at) => table.columns[at]!),
      rows: table.rows.map((row) => kept.map((at) => row[at] ?? null)),
    },
  };
}

type Attempt = TableLayout & { readonly cutShare: number };

function layoutAt({ table, total, size, text }: Input, font: number, lines: 1 | 2): Attempt {
  const rowHeight = (lines * LINE + ROOM) * font;
  const headHeight = (LINE + ROOM) * font;
  const room = Math.max(1, Math.floor((size.height - headHeight) / rowHeight));
  const isWhole = table.rows.length <= room && total <= table.rows.length;
  const shown = table.rows.slice(0, isWhole ? room : Math.max(1, room - 1));
  const texts = shown.map((row) => row.map(text));
  const natural = table.columns.map(({ label, numeric }, at) => {
    const longest = Math.max(0, ...texts.map((row) => textWidth(row[at] ?? '', font)));
    return { width: Math.max(textWidth(label, font, 'bold'), longest), shrinks: !numeric };
  });
  const widths = fittedWidths(natural, size.width, font);
  const columns = placedColumns(table.columns, widths, font);
  const cut = texts.flatMap((row) =>
    widths.filter((width, at) => textWidth(row[at] ?? '', font) > width + 0.01),
  );
  return {
    font,
    rowHeight,
    columns,
    rows: texts.map((row) => widths.map((width, at) => setLines(row[at] ?? '', width, font, lines))),
    moreRows: Math.max(total, table.rows.length) - texts.length,
    moreColumns: table.columns.length - columns.length,
    cutShare: cut.length / Math.max(1, texts.length * widths.length),
  };
}

function placedColumns(
  columns: FigureTable['columns'],
  widths: readonly number[],
  font: number,
): readonly SetColumn[] {
  let left = 0;
  return widths.map((width, at) => {
    const { label, numeric } = columns[at]!;
    const set = { label, numeric, left, right: left + width };
    left += width + GAP * font;
    return set;
  });
}

/** A cell in at most so many lines, the last cut with an ellipsis where more would follow. */
function setLines(text: string, width: number, font: number, most: number): string[] {
  const lines = wrapText(text, width + 0.01, font);
  if (lines.length <= most) return lines;
  const rest = lines.slice(most - 1).join(' ');
  return [...lines.slice(0, most - 1), cutText(rest, width + 0.01, font)];
}

/** Widths of as many columns, from the first, as fit: wide text columns give way first, numbers keep theirs. */
function fittedWidths(
  columns: readonly { readonly width: number; readonly shrinks: boolean }[],
  width: number,
  font: number,
): number[] {
  const gaps = (n: number) => Math.max(0, n - 1) * GAP * font;
  for (let n = columns.length; n > 1; n -= 1) {
    const some = columns.slice(0, n);
    const fixed = some.reduce((sum, column) => sum + (column.shrinks ? 0 : column.width), gaps(n));
    const texts = some.filter((column) => column.shrinks).map((column) => column.width);
    const cap = capFor(texts, width - fixed);
    const least = Math.min(NARROWEST * font, Math.max(0, ...texts));
    if (cap >= least || texts.length === 0) {
      if (texts.length === 0 && fixed > width) continue;
      return some.map((column) => (column.shrinks ? Math.min(column.width, cap) : column.width));
    }
  }
  return [Math.min(columns[0]?.width ?? 0, width)];
}

/** The largest width that, as a cap on all of them, makes the widths fit. */
function capFor(widths: readonly number[], room: number): number {
  const sorted = [...widths].sort((a, b) => a - b);
  let left = room;
  for (const [at, width] of sorted.entries()) {
    const share = left / (sorted.length - at);
    if (width > share) return share;
    left -= width;
  }
  return Number.POSITIVE_INFINITY;
}
