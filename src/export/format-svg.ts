import { ExportRefused, type ExportSubject, type Format } from './export-job.ts';
import { fileName } from './file-name.ts';
import { embeddedFaces } from './fonts.ts';
import { charactersOf, svgText, withFaces } from './svg.tsx';

/** Vector picture with real text and its fonts inside. */
export const svgFormat: Format = {
  id: 'svg',
  extension: 'svg',
  mime: 'image/svg+xml',
  takes: 'picture',
  async write(subject, options) {
    const bare = svgText(drawingOf(subject, options.alt), { ...options, spec: options.preset });
    const svg = withFaces(bare, await embeddedFaces(charactersOf(bare)));
    return {
      name: fileName({ ...subject, tag: pictureTag(subject, options.preset.tag), extension: 'svg' }),
      blob: new Blob([svg], { type: 'image/svg+xml' }),
      note: null,
    };
  },
};

/** A map and a timeline of one view need different names; the timeline's is the plain one. */
export function pictureTag(subject: ExportSubject, tag: string): string {
  const kind = subject.drawing?.().kind ?? 'lanes';
  return kind === 'lanes' ? tag : `${kind}-${tag}`;
}

/** The drawing with the reader's own text alternative. */
export function drawingOf(subject: ExportSubject, alt: string | null) {
  if (!subject.drawing) throw new ExportRefused({ key: 'nothing' });
  const drawing = subject.drawing();
  return alt === null ? drawing : { ...drawing, words: { ...drawing.words, alt } };
}
