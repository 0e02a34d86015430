import type { I18n } from '#i18n/i18n.tsx';
import type { FigureInk, FigureTable } from '../figure.ts';
import { InkText } from '../InkText.tsx';
import { palettes } from '../palette.ts';
import { cutText, type Face } from '../text-width.ts';
import { layoutTable, type SetColumn } from './table-layout.ts';

/** A table drawn as a figure: as many rows as the size takes; the rest is counted and pointed to, never dropped in silence. */
export function tableInk(table: FigureTable, total: number, { t, format }: I18n): FigureInk {
  const text = (cell: string | number | null): string =>
    cell === null ? '–' : typeof cell === 'number' ? format.number(cell) : cell;
  return function TableInk({ size, theme, font: base }) {
    const palette = palettes[theme];
    const set = layoutTable({ table, total, size, font: base, text });
    const { font, rowHeight } = set;
    const right = set.columns.at(-1)?.right ?? size.width;
    const head = 1.75 * font;
    const top = (row: number): number => head + row * rowHeight;
    const rule = (y: number, strong: boolean) => (
      <line
        x1={0}
        x2={right}
        y1={y}
        y2={y}
        stroke={strong ? palette.text2 : palette.divider}
        strokeWidth={font * (strong ? 0.08 : 0.05)}
      />
    );
    const more = [
      set.moreRows > 0 ? t('figures.table.moreRows', { n: set.moreRows }) : '',
      set.moreColumns > 0 ? t('figures.table.moreColumns', { n: set.moreColumns }) : '',
    ].filter(Boolean);
    return (
      <>
        {set.columns.map((column) => (
          <CellInk
            key={column.left}
            {...{ column, font }}
            y={1.15 * font}
            face="bold"
            fill={palette.text2}
            lines={[cutText(column.label, column.right - column.left + 0.01, font, 'bold')]}
          />
        ))}
        {rule(head, true)}
        {set.rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own
          <g key={at}>
            {row.map((cell, index) => (
              <CellInk
                // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in the order of the columns
                key={index}
                column={set.columns[index]!}
                font={font}
                y={top(at) + 1.15 * font}
                fill={cell[0] === '–' ? palette.text3 : palette.text}
                lines={cell}
              />
            ))}
            {rule(top(at + 1), false)}
          </g>
        ))}
        {more.length > 0 ? (
          <InkText x={0} y={top(set.rows.length) + 1.3 * font} size={font} fill={palette.text2} face="bold">
            {cutText(more.join(' '), size.width, font, 'bold')}
          </InkText>
        ) : null}
      </>
    );
  };
}

interface CellProps {
  readonly column: SetColumn;
  readonly font: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly fill: string;
  readonly face?: Face;
  readonly lines: readonly string[];
}

/** A cell in its column, numbers at the right edge. */
function CellInk({ column, font, y, fill, face = 'regular', lines }: CellProps) {
  const { left, right, numeric } = column;
  return lines.map((line, at) => (
    <InkText
      // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity and never change order
      key={at}
      x={numeric ? right : left}
      y={y + at * 1.3 * font}
      size={font}
      fill={fill}
      face={face}
      {...(numeric ? { anchor: 'end' as const } : {})}
    >
      {line}
    </InkText>
  ));
}
