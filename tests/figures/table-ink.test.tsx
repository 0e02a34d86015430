import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { presets } from '#export/presets.ts';
import { Frame } from '#figures/Frame.tsx';
import type { FigureTable } from '#figures/figure.ts';
import { tableInk } from '#figures/table/table-ink.tsx';
import { layoutTable } from '#figures/table/table-layout.ts';
import { textWidth } from '#figures/text-width.ts';
import { drawingsOf } from '#tests/export/drawings.ts';
import { i18nOf } from './lanes-fixture.ts';

const i18n = await i18nOf('en');
const drawing = drawingsOf(i18n).table;
const text = (cell: string | number | null) => (cell === null ? '–' : String(cell));
const size = { width: 1100, height: 500 };

const tableOf = (rows: number): FigureTable => ({
  caption: 'Places',
  columns: [
    { key: 'place', label: 'Place', numeric: false },
    { key: 'events', label: 'Events', numeric: true },
    { key: 'usd', label: 'USD', numeric: true },
  ],
  rows: Array.from({ length: rows }, (_, at) => [`Place ${at}`, at, null]),
});

describe('a table as a figure', () => {
  it('says how many rows of the whole list it does not show', () => {
    const table = tableOf(60);
    const set = layoutTable({ table, total: 200, size, font: 22, text });
    expect(set.rows.length + set.moreRows).toBe(200);
    const ink = renderToStaticMarkup(<g>{tableInk(table, 200, i18n)({ size, theme: 'light', font: 22 })}</g>);
    expect(ink).toContain(`${set.moreRows} more rows in the data file.`);
  });

  it('says nothing of more rows where all are shown', () => {
    const ink = renderToStaticMarkup(
      <g>{tableInk(tableOf(3), 3, i18n)({ size, theme: 'light', font: 22 })}</g>,
    );
    expect(ink).not.toContain('more row');
  });

  it('leaves out columns without any report, and says so', () => {
    const set = layoutTable({ table: tableOf(3), total: 3, size, font: 22, text });
    expect(set.columns.map(({ label }) => label)).toEqual(['Place', 'Events']);
    expect(set.moreColumns).toBe(1);
  });

  it.each(presets.map((preset) => [preset.tag, preset] as const))('fits its size at %s', (_, preset) => {
    const bodyWidth = preset.size.width * 0.7;
    const set = layoutTable({
      table: drawing.table,
      total: 183,
      size: { width: bodyWidth, height: preset.size.height * 0.5 },
      font: preset.font,
      text,
    });
    expect(set.columns.at(-1)!.right).toBeLessThanOrEqual(bodyWidth + 0.5);
    for (const row of set.rows) {
      for (const [at, lines] of row.entries()) {
        const { left, right } = set.columns[at]!;
        for (const line of lines) expect(textWidth(line, set.font)).toBeLessThanOrEqual(right - left + 1);
      }
    }
    const svg = renderToStaticMarkup(<Frame drawing={drawing} spec={preset} theme="light" lang="en" />);
    expect(svg).toMatch(/more rows in the data file/);
  });
});
