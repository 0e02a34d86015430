import type { PinnedPicture } from '#core/briefing.ts';
import { drawnElement } from '#export/svg.tsx';
import type { Drawing, FigureSize } from '#figures/figure.ts';
import { LegendInk, placeLegend } from '#figures/frame-legend.tsx';
import { palettes } from '#figures/palette.ts';
import { faces } from '#figures/text-width.ts';
import type { PictureFor } from './drawn-briefing.ts';

/** Base text in px of a picture that is shown at 96 px an inch: 12 pt on a slide, 9 pt on a page. */
export const pictureFont = { slide: 16, page: 12 } as const;

/** Height in base sizes that a legend of one line has at most. */
const ONE_LINE = 2;
/** In base sizes, how far the last year under a timeline reaches beyond its end. */
const HALF_YEAR_LABEL = 1.6;

interface Layout {
  readonly body: FigureSize;
  readonly legend: {
    readonly x: number;
    readonly y: number;
    readonly placed: ReturnType<typeof placeLegend>;
  } | null;
}

/** A legend of one line stands under the body; a longer one beside it where it is short enough for that. */
function layout(
  { kind, legend }: Pick<Drawing, 'kind' | 'legend'>,
  { width, height }: FigureSize,
  font: number,
): Layout {
  const whole = width - (kind === 'lanes' ? HALF_YEAR_LABEL * font : 0);
  if (legend === null || legend.entries.length === 0) return { body: { width: whole, height }, legend: null };
  const below = placeLegend(legend, width, font, true);
  const column = Math.max(13 * font, width * 0.2);
  const beside = placeLegend(legend, column, font, false);
  const isLine = below.height <= ONE_LINE * font;
  if (!isLine && width > height * 1.3 && beside.height <= height) {
    const body = { width: width - column - 1.5 * font, height };
    return { body, legend: { x: body.width + 1.5 * font, y: 0, placed: beside } };
  }
  const body = { width: whole, height: Math.max(height * 0.5, height - below.height - font) };
  return { body, legend: { x: 0, y: body.height + 0.7 * font, placed: below } };
}

/** A figure's body and legend, laid out for a size. */
export function BodyInk({ drawing, size, font }: { drawing: Drawing; size: FigureSize; font: number }) {
  const { body, legend } = layout(drawing, size, font);
  return (
    <>
      {drawing.ink({ size: body, theme: 'light', font })}
      {legend === null ? null : (
        <LegendInk legend={legend.placed} x={legend.x} y={legend.y} palette={palettes.light} />
      )}
    </>
  );
}

/**
 * A figure's body and legend as a picture of their own: its words are set beside it as native text, so they are not in it. Laid
 * out for the size, drawn on white, without fonts and without anything that loads or runs.
 */
export function bodyPicture(drawing: Drawing, size: FigureSize, font: number, lang: string): PinnedPicture {
  const width = Math.round(size.width);
  const height = Math.round(size.height);
  const element = drawnElement(
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      lang={lang}
      role="img"
      fontFamily={faces.regular.family}
    >
      <title>{drawing.words.title}</title>
      <desc>{drawing.words.alt}</desc>
      <rect width={width} height={height} fill={palettes.light.bg} />
      <BodyInk drawing={drawing} size={{ width, height }} font={font} />
    </svg>,
  );
  return { svg: new XMLSerializer().serializeToString(element), width, height };
}

/** Boxes in which figures are drawn when they are pinned, for the day when they cannot be drawn again. */
export const pinnedBoxes = {
  slide: { width: 1180, height: 440 },
  page: { width: 640, height: 400 },
} as const;

/** The two pictures that a pinned figure keeps. */
export function pinnedPictures(drawing: Drawing, lang: string) {
  return {
    slide: bodyPicture(drawing, pinnedBoxes.slide, pictureFont.slide, lang),
    page: bodyPicture(drawing, pinnedBoxes.page, pictureFont.page, lang),
  };
}

/** A figure laid out for the very box; a pinned one that cannot be drawn again as it was. */
export function pictureIn(lang: string): PictureFor {
  return (content, box, where) =>
    content.drawing === null
      ? (content.pictures?.[where] ?? null)
      : bodyPicture(content.drawing, box, pictureFont[where], lang);
}
