import type { Format } from './export-job.ts';
import { pngFormat } from './format-png.ts';
import { csvFormat, geojsonFormat } from './format-rows.ts';
import { svgFormat } from './format-svg.ts';
import { tableCsvFormat } from './format-table-csv.ts';

/** Every way out. A new format is one file and one entry here. */
export const formats: readonly Format[] = [pngFormat, svgFormat, tableCsvFormat, csvFormat, geojsonFormat];

/** The formats that a subject can give. */
export function formatsFor(subject: {
  readonly drawing: unknown;
  readonly rows: unknown;
}): readonly Format[] {
  return formats.filter(({ takes }) => (takes === 'rows' ? subject.rows !== null : subject.drawing !== null));
}
