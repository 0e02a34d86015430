import { dataName, SERVED_ROWS } from './data-format.ts';
import { ExportRefused, type Format } from './export-job.ts';
import { fetchRows } from './rows.ts';

const served = (id: 'csv' | 'geojson', name: string, mime: string): Format => ({
  id,
  name,
  extension: id,
  mime,
  takes: id === 'csv' ? 'rows' : 'events',
  limit: SERVED_ROWS,
  async write(subject) {
    if (!subject.rows) throw new ExportRefused({ key: 'nothing' });
    const { blob, note } = await fetchRows(subject.rows, id);
    return { name: dataName(subject, 'full', id), blob, note };
  },
});

/** One line a row: ISO dates, precisions, source address. */
export const csvFormat = served('csv', 'CSV', 'text/csv');
/** One feature an event; events without a point have a null geometry. */
export const geojsonFormat = served('geojson', 'GeoJSON', 'application/geo+json');
