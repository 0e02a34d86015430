import { ExportRefused, type ExportSubject, type Format } from './export-job.ts';
import { arrowFormats } from './format-arrow.ts';
import { jsonFormats } from './format-json.ts';
import { pdfFormat } from './format-pdf.ts';
import { pngFormat } from './format-png.ts';
import { csvFormat, geojsonFormat } from './format-rows.ts';
import { svgFormat } from './format-svg.ts';
import { tableCsvFormat } from './format-table-csv.ts';
import { xlsxFormats } from './format-xlsx.ts';
import { zipFormat } from './format-zip.ts';

/** Every way out. A new format is one file and one entry here. */
export const formats: readonly Format[] = [
  pngFormat,
  svgFormat,
  pdfFormat,
  tableCsvFormat,
  xlsxFormats.displayed,
  jsonFormats.displayed,
  arrowFormats.displayed,
  csvFormat,
  xlsxFormats.full,
  jsonFormats.full,
  arrowFormats.full,
  geojsonFormat,
  zipFormat,
];

/** The formats that a subject can give. */
export function formatsFor({ rows }: Pick<ExportSubject, 'rows'>): readonly Format[] {
  return formats.filter(({ takes }) => {
    if (takes === 'events') return rows?.kind === 'events';
    return takes !== 'rows' || rows !== null;
  });
}

/** Refuses more rows than a format takes, and names the format that takes them. */
export function checkLimit(format: Format, { rows }: Pick<ExportSubject, 'rows'>): void {
  const isFull = format.takes === 'rows' || format.takes === 'events';
  if (!isFull || rows === null || format.limit === undefined || rows.n <= format.limit) return;
  const other = formatsFor({ rows }).find(
    ({ takes, limit = 0 }) => (takes === 'rows' || takes === 'events') && limit >= rows.n,
  );
  throw new ExportRefused({
    key: 'tooManyRows',
    n: rows.n,
    limit: format.limit,
    instead: other?.name ?? null,
  });
}
