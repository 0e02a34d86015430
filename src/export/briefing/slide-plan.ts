import type { FigureTable } from '#figures/figure.ts';
import {
  cellText,
  creditLine,
  type DrawnBriefing,
  type DrawnContent,
  type DrawnItem,
  isSmall,
  openingLink,
  slideCaption,
  slideCaveat,
  sourceLines,
} from './drawn-briefing.ts';
import { notesText } from './item-notes.ts';
import {
  columnWidths,
  layoutSlide,
  type SlideLayout,
  type SlideWords,
  slideWidth,
  type TextBox,
  tableParts,
} from './slide-layout.ts';

/** Points of a table's text on a slide. */
export const cellPoints = 11;
/** Width in inches of a small table beside its figure, and of the gap between them. */
const SIDE_TABLE = 3.7;
const SIDE_GAP = 0.3;
const COVER_Y = 2.3;

type Box = SlideLayout['body'];

const unsaid: SlideWords = {
  title: '',
  message: '',
  annotation: '',
  caption: '',
  caveat: '',
  credit: '',
  link: '',
};

/** Words on a slide; a remark stands in italics behind a line in the accent colour. */
export interface SlideText extends TextBox {
  readonly tone: 'text' | 'second' | 'third' | 'accent';
  /** Where it leads. */
  readonly href?: string;
  readonly isRemark?: boolean;
  /** Points after each paragraph. */
  readonly after?: number;
}

export interface SlideTable {
  readonly table: FigureTable;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Inches, one a column. */
  readonly widths: readonly number[];
  readonly box: Box;
}

/** One slide, placed in inches: what the file, the PDF and the preview all set. */
export interface PlannedSlide {
  readonly kind: 'cover' | 'item';
  readonly title: TextBox;
  readonly texts: readonly SlideText[];
  readonly figure: { readonly content: DrawnContent; readonly box: Box } | null;
  readonly table: SlideTable | null;
  readonly notes: string;
}

/** All slides of a briefing: cover, items, sources. */
export function briefingSlides(briefing: DrawnBriefing): readonly PlannedSlide[] {
  return [
    coverSlide(briefing),
    ...briefing.items.flatMap((item) => itemSlides(item, briefing)),
    ...sourceSlides(briefing),
  ];
}

/** The slides of one item: one, or as many as its table needs, numbered in their titles. */
export function itemSlides(item: DrawnItem, briefing: Tongue): readonly PlannedSlide[] {
  const { content } = item;
  const link = content && openingLink(content);
  const layout = layoutSlide({
    title: item.title,
    message: content === null ? '' : item.message,
    annotation: item.annotation,
    caption: content === null ? '' : slideCaption(content),
    caveat: content === null ? '' : slideCaveat(content),
    credit: content === null ? '' : creditLine(content),
    link: link ?? '',
  });
  const bodies =
    content === null ? [noteBody(item.message, layout.body)] : contentBodies(content, layout.body, briefing);
  const notes = notesText(item, briefing);
  return bodies.map(({ texts, figure, table }, index) => {
    const number = bodies.length > 1 ? ` (${index + 1}/${bodies.length})` : '';
    return {
      kind: 'item',
      title: { ...layout.title, text: layout.title.text + number },
      texts: [...wordsOf(layout, link), ...texts],
      figure,
      table,
      notes,
    };
  });
}

/** The words of the briefing's language. */
export type Tongue = Pick<DrawnBriefing, 'i18n' | 'say'>;

type Body = Pick<PlannedSlide, 'texts' | 'figure' | 'table'>;

function wordsOf(
  { message, annotation, caption, caveat, credit, link }: SlideLayout,
  href: string | null,
): readonly SlideText[] {
  return [
    ...(message ? [{ ...message, tone: 'text' } as const] : []),
    ...(annotation ? [{ ...annotation, tone: 'second', isRemark: true } as const] : []),
    ...(caption ? [{ ...caption, tone: 'third' } as const] : []),
    ...(caveat ? [{ ...caveat, tone: 'second' } as const] : []),
    ...(credit ? [{ ...credit, tone: 'second' } as const] : []),
    ...(link && href ? [{ ...link, tone: 'accent', href } as const] : []),
  ];
}

/** A note's text is the slide: as large as it may be. */
function noteBody(text: string, body: Box): Body {
  const size = text.length < 400 ? 22 : text.length < 1200 ? 16 : 12;
  return { texts: [{ ...body, size, text, tone: 'text', after: 8 }], figure: null, table: null };
}

function contentBodies(content: DrawnContent, body: Box, briefing: Tongue): readonly Body[] {
  const { table } = content;
  if (content.drawing === null && content.pictures === null) return tableBodies(table, body, briefing);
  const isBeside = isSmall(table) && table.columns.length <= 3;
  if (!isBeside) {
    const figure: Body = { texts: [], figure: { content, box: body }, table: null };
    return isSmall(table) ? [figure, ...tableBodies(table, body, briefing)] : [figure];
  }
  const box = { ...body, w: body.w - SIDE_TABLE - SIDE_GAP };
  const side = { ...body, x: box.x + box.w + SIDE_GAP, w: SIDE_TABLE };
  const { header, rows } = textsOf(table, briefing);
  const placed = { table, header, rows, widths: widthsOf(header, rows, side), box: side };
  return [{ texts: [], figure: { content, box }, table: placed }];
}

/** A table over as many slides as it needs; every row is there. */
function tableBodies(table: FigureTable, box: Box, briefing: Tongue): readonly Body[] {
  const { header, rows } = textsOf(table, briefing);
  const widths = widthsOf(header, rows, box);
  const parts = tableParts(header, rows, widths, { size: cellPoints, height: box.h });
  if (parts.length === 0) return [{ texts: [], figure: null, table: null }];
  return parts.map((part) => ({
    texts: [],
    figure: null,
    table: { table, header, rows: part, widths, box },
  }));
}

function textsOf(table: FigureTable, { i18n }: Tongue): Pick<SlideTable, 'header' | 'rows'> {
  return {
    header: table.columns.map(({ label }) => label),
    rows: table.rows.map((row) => row.map((cell) => cellText(cell, i18n))),
  };
}

function widthsOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { w }: Box,
): readonly number[] {
  return columnWidths([header, ...rows], w * 72, cellPoints).map((points) => points / 72);
}

function coverSlide(briefing: DrawnBriefing): PlannedSlide {
  const { title, audience, dataAsOf, generated, say } = briefing;
  const layout = layoutSlide({ ...unsaid, title });
  const small = [dataAsOf, generated, say('briefing.madeWith')].filter(Boolean).join(' · ');
  const line = (y: number, h: number, size: number, text: string): SlideText => ({
    x: layout.title.x,
    y,
    w: slideWidth,
    h,
    size,
    text,
    tone: 'second',
  });
  return {
    kind: 'cover',
    title: { ...layout.title, y: COVER_Y, h: 1.5, size: Math.min(40, layout.title.size + 10) },
    texts: [...(audience === '' ? [] : [line(3.95, 0.7, 20, audience)]), line(5.65, 0.6, 12, small)],
    figure: null,
    table: null,
    notes: [title, audience, small].filter(Boolean).join('\n'),
  };
}

/** Who says all this, each source once, and the links that open the figures again. */
function sourceSlides(briefing: DrawnBriefing): readonly PlannedSlide[] {
  const { say, items, dataAsOf, generated } = briefing;
  const links = items.flatMap(({ title, content }) =>
    content === null ? [] : [`${title}: ${content.words.link}`],
  );
  const lines = [
    ...sourceLines(briefing),
    ...(links.length > 0 ? [say('briefing.links'), ...links] : []),
    dataAsOf,
    generated,
  ].filter((line) => line !== '');
  const { title, body } = layoutSlide({ ...unsaid, title: say('briefing.sources') });
  const parts = tableParts(
    [''],
    lines.map((line) => [line]),
    [slideWidth],
    { size: 12, height: body.h },
  );
  return parts.map((part) => {
    const text = part.map(([line = '']) => line).join('\n');
    const words: SlideText = { ...body, size: 12, text, tone: 'second', after: 5 };
    return { kind: 'item', title, texts: [words], figure: null, table: null, notes: text };
  });
}
