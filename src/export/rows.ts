import { type Cell, csvTable } from '#core/csv.ts';
import { type EventFeature, eventCollection, eventTable, type NamedEvent } from '#core/event-row.ts';
import { observationTable } from '#core/record-tables.ts';
import { rowsToPassOn } from '#core/redistribution.ts';
import type { FileWords } from '#i18n/file-words.ts';
import { type EventRows, type ExportNote, ExportRefused, type RowsSource } from './export-job.ts';
import { describedColumns, type Tabular } from './tabular.ts';

export interface FetchedRows {
  readonly blob: Blob;
  readonly note: ExportNote;
}

interface Effects {
  readonly fetch: typeof fetch;
}

type Answer =
  | { readonly from: 'service'; readonly text: string; readonly type: string }
  | { readonly from: 'page'; readonly events: readonly NamedEvent[] };

const inBrowser: Effects = { fetch: (...call) => fetch(...call) };

/**
 * The rows as one file. Those of the service are counted in the file itself: another number than on screen is refused, so a
 * short file is never taken for a whole one. Without the service, rows in the page serve if they are all there.
 */
export async function fetchRows(
  rows: RowsSource,
  format: 'csv' | 'geojson',
  effects: Effects = inBrowser,
): Promise<FetchedRows> {
  if (rows.n === 0) throw new ExportRefused({ key: 'nothing' });
  if (rows.kind === 'values') {
    const text = csvTable(observationTable, rows.values());
    return { blob: csvBlob(text), note: { key: 'rows', n: rows.n, all: rows.n } };
  }
  const answer = await askRows(rows, format, effects);
  if (answer.from === 'page') {
    const note = { key: 'fromPage', n: answer.events.length, all: rows.n } as const;
    return format === 'csv'
      ? { blob: csvBlob(csvTable(eventTable, answer.events)), note }
      : {
          blob: new Blob([JSON.stringify(eventCollection(answer.events))], { type: 'application/geo+json' }),
          note,
        };
  }
  const count = format === 'csv' ? countCsvRows(answer.text) : countFeatures(answer.text);
  if (count !== rows.n) throw new ExportRefused({ key: 'count', n: count, all: rows.n });
  return {
    blob: new Blob([answer.text], { type: answer.type }),
    note: { key: 'rows', n: count, all: rows.n },
  };
}

const csvBlob = (text: string): Blob => new Blob([text], { type: 'text/csv;charset=utf-8' });

/** The rows as typed cells, counted and refused like the files of the service. */
export async function fetchTable(
  rows: RowsSource,
  words: FileWords,
  effects: Effects = inBrowser,
): Promise<{ readonly table: Tabular; readonly note: ExportNote }> {
  if (rows.n === 0) throw new ExportRefused({ key: 'nothing' });
  if (rows.kind === 'values') {
    const { columns } = observationTable;
    const cells = rows.values().map((value) => columns.map((column) => column.cell(value)));
    return {
      table: { extent: 'full', columns: describedColumns(observationTable, words), rows: cells },
      note: { key: 'rows', n: cells.length, all: rows.n },
    };
  }
  const answer = await askRows(rows, 'geojson', effects);
  const features = answer.from === 'page' ? eventCollection(answer.events).features : featuresOf(answer.text);
  const n = features?.length ?? -1;
  if (features === null || n !== rows.n) throw new ExportRefused({ key: 'count', n, all: rows.n });
  return {
    table: {
      extent: 'full',
      columns: describedColumns(eventTable, words),
      rows: features.map(cellsOf),
    },
    note: { key: answer.from === 'page' ? 'fromPage' : 'rows', n, all: rows.n },
  };
}

/** A feature's properties are the cells of its row. */
function cellsOf({ id, properties }: EventFeature): readonly Cell[] {
  return eventTable.columns.map(({ name }) => (name === 'id' ? id : (properties[name] ?? null)));
}

async function askRows(rows: EventRows, format: 'csv' | 'geojson', effects: Effects): Promise<Answer> {
  let reply: Response;
  try {
    reply = await effects.fetch(rows.address(format));
  } catch {
    return rowsInPage(rows);
  }
  if (!reply.ok) {
    const { code = reply.statusText } = (await reply.json().catch(() => ({}))) as { code?: string };
    throw new ExportRefused({ key: 'service', status: reply.status, code });
  }
  const text = await reply.text().catch(() => null);
  if (text === null) return rowsInPage(rows);
  return { from: 'service', text, type: reply.headers.get('content-type') ?? 'text/plain' };
}

function rowsInPage(rows: EventRows): Answer {
  const events = rowsToPassOn(rows.loaded?.() ?? []);
  if (events.length !== rows.n)
    throw new ExportRefused({ key: 'unreachable', here: events.length, all: rows.n });
  return { from: 'page', events };
}

/** Records of a CSV text after its header; line ends inside quotes do not count. */
export function countCsvRows(text: string): number {
  let records = 0;
  let isQuoted = false;
  let hasContent = false;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) isQuoted = !isQuoted;
    if (code === 10 && !isQuoted) {
      if (hasContent) records += 1;
      hasContent = false;
    } else if (code !== 13) hasContent = true;
  }
  if (hasContent) records += 1;
  return Math.max(0, records - 1);
}

/** Features of a GeoJSON text; -1 when it is not a collection. */
export function countFeatures(text: string): number {
  return featuresOf(text)?.length ?? -1;
}

function featuresOf(text: string): readonly EventFeature[] | null {
  try {
    const { features } = JSON.parse(text) as { features?: unknown };
    return Array.isArray(features) ? (features as EventFeature[]) : null;
  } catch {
    return null;
  }
}
