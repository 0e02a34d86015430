import { renderToStaticMarkup } from 'react-dom/server';
import { eventTable } from '#core/event-row.ts';
import { presetOf } from '#export/presets.ts';
import { describedColumns, displayedTable, type Tabular } from '#export/tabular.ts';
import { xlsxBlob } from '#export/xlsx-file.ts';
import { Frame } from '#figures/Frame.tsx';
import { loadFileWords } from '#i18n/file-words.ts';
import { loadMessages, makeI18n } from '#i18n/i18n.tsx';
import { drawingsOf } from '#tests/export/drawings.ts';
import { hostileEvents, sampleEvents } from '#tests/export/named-events.ts';
import type { OfficeSample } from './samples.ts';

/** Workbooks of bundled events (some made of texts that a sheet could run) and of a figure's numbers; the figure itself as SVG. */
export async function xlsxSamples(): Promise<readonly OfficeSample[]> {
  const i18n = makeI18n('es', await loadMessages('es'));
  const fileWords = await loadFileWords('es');
  const drawings = drawingsOf(i18n);
  const { words, table } = drawings.lanes;
  const real = sampleEvents(20);
  const events = [...real, ...hostileEvents(real[0]!.event)];
  const full: Tabular = {
    extent: 'full',
    columns: describedColumns(eventTable, fileWords),
    rows: events.map((event) => eventTable.columns.map((column) => column.cell(event))),
  };
  const about = { words, fileWords, lang: 'es', dataVersion: '2026-11-23.3f9a1c04' };
  const bytesOf = async (of: Tabular) =>
    new Uint8Array(await (await xlsxBlob({ ...about, table: of })).arrayBuffer());
  const told = [words.title, words.sources, 'Significado'];
  return [
    {
      name: 'eventos_full.xlsx',
      make: () => bytesOf(full),
      pages: [3, 60],
      texts: [...told, real[0]!.event.id, '=HYPERLINK("http://127.0.0.1/x","pay")', 'Łódź'],
    },
    {
      name: 'figura_displayed.xlsx',
      make: () => bytesOf(displayedTable(table, fileWords)),
      pages: [3, 20],
      texts: [...told, table.columns[0]!.label],
    },
    ...(['lanes', 'series', 'rank', 'map', 'table'] as const).map((kind) => ({
      name: `figura-${kind}.svg`,
      make: async () =>
        new TextEncoder().encode(
          renderToStaticMarkup(
            <Frame drawing={drawings[kind]} spec={presetOf('wide')} theme="light" lang="es" />,
          ).replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" '),
        ),
      pages: [1, 1] as const,
      texts: [drawings[kind].words.title, drawings[kind].words.counts],
    })),
  ];
}
