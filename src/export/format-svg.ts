import type { ExportOptions, ExportSubject, Format } from './export-job.ts';
import { fileName } from './file-name.ts';
import { embeddedFaces } from './fonts.ts';
import { charactersOf, type SvgOptions, svgText, withFaces } from './svg.tsx';

/** Vector picture with real text and its fonts inside. */
export const svgFormat: Format = {
  id: 'svg',
  name: 'SVG',
  extension: 'svg',
  mime: 'image/svg+xml',
  takes: 'picture',
  async write(subject, options) {
    const bare = svgText(drawingOf(subject, options.alt), pictureOptions(options));
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
  const { kind } = subject.drawing();
  return kind === 'lanes' ? tag : `${kind}-${tag}`;
}

/** The drawing with the reader's own text alternative. */
export function drawingOf(subject: ExportSubject, alt: string | null) {
  const drawing = subject.drawing();
  return alt === null ? drawing : { ...drawing, words: { ...drawing.words, alt } };
}

/** How a picture is drawn. */
export function pictureOptions({ preset, theme, ground, i18n }: ExportOptions): SvgOptions {
  return { spec: preset, theme, ground, lang: i18n.lang };
}
