import { SERVED_ROWS } from './data-format.ts';
import type { ExportNote, ExportSubject, Format } from './export-job.ts';
import { fileName } from './file-name.ts';
import { pictureTag } from './format-svg.ts';

/** Everything at once: both pictures, the words, both extents of the data, and how to cite. */
export const zipFormat: Format = {
  id: 'zip',
  name: 'ZIP',
  extension: 'zip',
  mime: 'application/zip',
  takes: 'bundle',
  async write(subject, options) {
    const { bundleFiles, zipped } = await import('./zip-file.ts');
    const { files, notes } = await bundleFiles(subject, options);
    return {
      name: fileName({ ...subject, tag: pictureTag(subject, options.preset.tag), extension: 'zip' }),
      blob: new Blob([zipped(files) as BlobPart], { type: 'application/zip' }),
      note: rowsNote(subject) ?? notes[0] ?? null,
    };
  },
};

function rowsNote({ rows }: ExportSubject): ExportNote | null {
  return rows !== null && rows.n > SERVED_ROWS ? { key: 'withoutRows', n: rows.n, limit: SERVED_ROWS } : null;
}
