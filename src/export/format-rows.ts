import { ExportRefused, type Format } from './export-job.ts';
import { fileName } from './file-name.ts';
import { fetchRows } from './rows.ts';

const rowsFormat = (id: 'csv' | 'geojson', mime: string): Format => ({
  id,
  extension: id,
  mime,
  takes: 'rows',
  async write(subject) {
    if (!subject.rows) throw new ExportRefused({ key: 'nothing' });
    const { blob, note } = await fetchRows(subject.rows, id);
    return { name: fileName({ ...subject, tag: 'events', extension: id }), blob, note };
  },
});

/** One line an event: ISO dates, precisions, source address. */
export const csvFormat = rowsFormat('csv', 'text/csv');
/** One feature an event; events without a point have a null geometry. */
export const geojsonFormat = rowsFormat('geojson', 'application/geo+json');
