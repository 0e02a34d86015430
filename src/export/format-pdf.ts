import type { FigureWords } from '#figures/figure.ts';
import type { Format } from './export-job.ts';
import { fileName } from './file-name.ts';
import { drawingOf, pictureOptions, pictureTag } from './format-svg.ts';
import { drawnAs } from './svg.tsx';

const POINTS_PER_INCH = 72;

/** One page of vectors with selectable text, at the size the preset has in print. */
export const pdfFormat: Format = {
  id: 'pdf',
  name: 'PDF',
  extension: 'pdf',
  mime: 'application/pdf',
  takes: 'picture',
  async write(subject, options) {
    const { preset, i18n } = options;
    const drawing = drawingOf(subject, options.alt);
    const { pdfFile } = await import('./pdf-file.ts');
    const inPoints = (pixels: number) => (pixels / preset.density) * POINTS_PER_INCH;
    const element = drawnAs(drawing, pictureOptions(options), (drawn) => drawn);
    const { bytes, missing } = await pdfFile({
      pages: [
        { element, size: { width: inPoints(preset.size.width), height: inPoints(preset.size.height) } },
      ],
      about: aboutFigure(drawing.words),
      lang: i18n.lang,
      made: new Date(),
    });
    return {
      name: fileName({ ...subject, tag: pictureTag(subject, preset.tag), extension: 'pdf' }),
      blob: new Blob([bytes as BlobPart], { type: 'application/pdf' }),
      note: missing === '' ? null : { key: 'letters', letters: missing },
    };
  },
};

/** What a figure's file says of itself in a reader's program. */
export function aboutFigure(words: FigureWords) {
  return {
    title: words.title,
    subject: words.alt,
    author: words.sources,
    keywords: [words.filters, words.period, words.licence, words.link].join('; '),
    creator: words.generated,
  };
}
