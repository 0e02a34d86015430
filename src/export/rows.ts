import { csvTable } from '#core/csv.ts';
import { eventCollection, eventTable } from '#core/event-row.ts';
import { type ExportNote, ExportRefused, type RowsSource } from './export-job.ts';

export interface FetchedRows {
  readonly blob: Blob;
  readonly note: ExportNote;
}

/**
 * The rows from the service as one file. They are counted in the file itself: another number than on screen is refused, so
 * a short file is never taken for a whole one. Without the service, rows in the page serve if they are all there.
 */
export async function fetchRows(
  rows: RowsSource,
  format: 'csv' | 'geojson',
  effects: { readonly fetch: typeof fetch } = { fetch: (...call) => fetch(...call) },
): Promise<FetchedRows> {
  if (rows.n === 0) throw new ExportRefused({ key: 'nothing' });
  let reply: Response;
  try {
    reply = await effects.fetch(rows.address(format));
  } catch {
    return loadedRows(rows, format);
  }
  if (!reply.ok) {
    const problem = (await reply.json().catch(() => ({}))) as { detail?: string; title?: string };
    throw new ExportRefused({
      key: 'service',
      status: reply.status,
      detail: problem.detail ?? problem.title ?? reply.statusText,
    });
  }
  const text = await reply.text().catch(() => null);
  if (text === null) return loadedRows(rows, format);
  const count = format === 'csv' ? countCsvRows(text) : countFeatures(text);
  if (count !== rows.n) throw new ExportRefused({ key: 'count', n: count, all: rows.n });
  return {
    blob: new Blob([text], { type: reply.headers.get('content-type') ?? 'text/plain' }),
    note: { key: 'rows', n: count, all: rows.n },
  };
}

function loadedRows(rows: RowsSource, format: 'csv' | 'geojson'): FetchedRows {
  const here = rows.loaded?.() ?? [];
  if (here.length !== rows.n) throw new ExportRefused({ key: 'unreachable', here: here.length, all: rows.n });
  const note = { key: 'fromPage', n: here.length, all: rows.n } as const;
  return format === 'csv'
    ? { blob: new Blob([csvTable(eventTable, here)], { type: 'text/csv;charset=utf-8' }), note }
    : { blob: new Blob([JSON.stringify(eventCollection(here))], { type: 'application/geo+json' }), note };
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
  try {
    const collection = JSON.parse(text) as { features?: unknown };
    return Array.isArray(collection.features) ? collection.features.length : -1;
  } catch {
    return -1;
  }
}
