import { dataFormats, SERVED_ROWS } from './data-format.ts';

/** Apache Arrow IPC file with typed columns; the figure's words are metadata of its schema. */
export const arrowFormats = dataFormats({
  id: 'arrow',
  name: 'Arrow',
  extension: 'arrow',
  mime: 'application/vnd.apache.arrow.file',
  limit: SERVED_ROWS / 2,
  writer: () =>
    import('./arrow-file.ts').then(
      ({ arrowBytes }) =>
        async (file) =>
          new Blob([arrowBytes(file) as BlobPart], { type: 'application/vnd.apache.arrow.file' }),
    ),
});
