import { type ExportNote, ExportRefused, type Format } from './export-job.ts';
import { fileName } from './file-name.ts';
import { embeddedFaces } from './fonts.ts';
import { drawingOf, pictureOptions, pictureTag } from './format-svg.ts';
import { CanvasTooLarge, FontNotPainted, fontsPainted, paintPng } from './paint.ts';
import { withChunks } from './png-chunks.ts';
import { charactersOf, svgText, withFaces } from './svg.tsx';

/** Picture of pixels, 1–3×, with density and words inside; falls to a smaller scale where the browser must, and says so. */
export const pngFormat: Format = {
  id: 'png',
  name: 'PNG',
  extension: 'png',
  mime: 'image/png',
  takes: 'picture',
  async write(subject, options) {
    const { preset } = options;
    const drawing = drawingOf(subject, options.alt);
    const bare = svgText(drawing, pictureOptions(options));
    const faces = await embeddedFaces(charactersOf(bare));
    await fontsPainted(faces).catch(refuse);
    const painted = await paintAtMost(withFaces(bare, faces), preset.size, options.scale);
    const { words } = drawing;
    const bytes = withChunks(painted.bytes, preset.density * painted.scale, {
      Title: words.title,
      Description: words.alt,
      Source: `${words.sources} ${words.licence} ${words.link}`,
      Software: words.generated,
    });
    return {
      name: fileName({ ...subject, tag: pictureTag(subject, preset.tag), extension: 'png' }),
      blob: new Blob([bytes as BlobPart], { type: 'image/png' }),
      note: painted.note,
    };
  },
};

function refuse(error: unknown): never {
  if (error instanceof FontNotPainted) throw new ExportRefused({ key: 'font' });
  throw error;
}

interface Painted {
  readonly bytes: Uint8Array;
  readonly scale: number;
  readonly note: ExportNote | null;
}

/** The wanted scale, or the largest below it that the browser can paint. */
async function paintAtMost(
  svg: string,
  size: { readonly width: number; readonly height: number },
  wanted: number,
): Promise<Painted> {
  for (const scale of [3, 2, 1, 0.5].filter((candidate) => candidate <= wanted)) {
    const width = Math.round(size.width * scale);
    const height = Math.round(size.height * scale);
    try {
      const bytes = await paintPng(svg, width, height);
      return { bytes, scale, note: scale === wanted ? null : { key: 'smaller', width, height } };
    } catch (error) {
      if (!(error instanceof CanvasTooLarge)) throw error;
    }
  }
  throw new ExportRefused({ key: 'tooLarge' });
}
