import { type PdfInput, type PdfPage, pdfFile } from '#export/pdf-file.ts';
import type { LoadFont } from '#export/pdf-fonts.ts';
import { drawnElement } from '#export/svg.tsx';
import { type DrawnBriefing, type PictureFor, plain, sourceLines } from './drawn-briefing.ts';
import type { Painter } from './paint-picture.ts';
import { SlideInk } from './SlideInk.tsx';
import { contain, slideSize } from './slide-layout.ts';
import { briefingSlides, type PlannedSlide } from './slide-plan.ts';

const POINTS = 72;

export interface BriefingPdf {
  readonly blob: Blob;
  /** Letters that no embedded face has; they are left blank. */
  readonly missing: string;
}

/** A briefing as pages of the size and the order of its slides: words as text, figures as vectors, pinned ones that cannot be drawn again as they were. */
export async function briefingPdf(
  briefing: DrawnBriefing,
  pictureFor: PictureFor,
  paint: Painter,
  made: Date = new Date(),
  load?: LoadFont,
): Promise<BriefingPdf> {
  const pages: PdfPage[] = [];
  for (const [index, slide] of briefingSlides(briefing).entries()) {
    pages.push({
      element: drawnElement(<SlideInk slide={slide} number={index + 1} lang={briefing.lang} />),
      size: { width: slideSize.width * POINTS, height: slideSize.height * POINTS },
      pictures: await picturesOf(slide, pictureFor, paint),
      links: linksOf(slide),
    });
  }
  const { bytes, missing } = await pdfFile(
    { pages, about: about(briefing), lang: briefing.lang, made },
    load,
  );
  return { blob: new Blob([bytes as BlobPart], { type: 'application/pdf' }), missing };
}

function linksOf({ texts }: PlannedSlide): NonNullable<PdfPage['links']> {
  return texts.flatMap(({ href, x, y, w, h }) =>
    href === undefined
      ? []
      : [{ url: href, x: x * POINTS, y: y * POINTS, width: w * POINTS, height: h * POINTS }],
  );
}

async function picturesOf(
  { figure }: PlannedSlide,
  pictureFor: PictureFor,
  paint: Painter,
): Promise<NonNullable<PdfPage['pictures']>> {
  if (!figure || figure.content.drawing !== null) return [];
  const picture = pictureFor(
    figure.content,
    { width: figure.box.w * 96, height: figure.box.h * 96 },
    'slide',
  );
  if (!picture) return [];
  const { x, y, w, h } = contain(picture, figure.box);
  const png = await paint(picture);
  return [
    {
      png,
      alt: plain(figure.content.words.alt),
      x: x * POINTS,
      y: y * POINTS,
      width: w * POINTS,
      height: h * POINTS,
    },
  ];
}

function about(briefing: DrawnBriefing): PdfInput['about'] {
  return {
    title: plain(briefing.title),
    subject: plain(briefing.audience),
    author: plain(sourceLines(briefing).join('; ')),
    keywords: briefing.dataAsOf,
    creator: briefing.generated,
  };
}
