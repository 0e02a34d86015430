import { cutText, textWidth, wrapText } from '#figures/text-width.ts';

/** A 16:9 slide in inches, as slide programs measure it. */
export const slideSize = { width: 13.333, height: 7.5 } as const;
const margin = 0.6;
export const slideWidth = slideSize.width - 2 * margin;

export interface TextBox {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** Points. */
  readonly size: number;
  readonly text: string;
}

export interface SlideLayout {
  readonly title: TextBox;
  readonly message: TextBox | null;
  readonly annotation: TextBox | null;
  readonly caption: TextBox | null;
  /** Sources, licence and data. */
  readonly credit: TextBox | null;
  /** The address that opens the figure again, on one line: cut in its middle where it is longer. */
  readonly link: TextBox | null;
  /** What is left for figure and table. */
  readonly body: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  /** Some of the words did not fit and stand in the notes alone. */
  readonly shortened: boolean;
}

/** Height of a line in sizes of its text. */
export const leading = 1.22;
const inches = (points: number): number => points / 72;

/** Titles are set in Georgia, or in what stands in for it, whose letters are wider than those the widths were measured with. */
const TITLE_ROOM = 0.84;

/** Height of a paragraph set in Arial, whose letters are narrower than those the widths were measured with. */
export function heightOf(text: string, size: number, width: number): number {
  const lines = text.split('\n').flatMap((line) => wrapText(line, width * 72 - 4, size));
  return lines.length * inches(size * leading) + 0.04;
}

/** The largest of the sizes at which a text keeps within a height; the smallest, cut, when none does. */
function fitted(
  text: string,
  sizes: readonly number[],
  width: number,
  most: number,
): { readonly size: number; readonly h: number; readonly text: string; readonly cut: boolean } {
  for (const size of sizes) {
    const h = heightOf(text, size, width);
    if (h <= most) return { size, h, text, cut: false };
  }
  const size = sizes.at(-1) ?? 12;
  const room = Math.max(1, Math.floor((most - 0.04) / inches(size * leading)));
  const shown = shortened(text, room, width * 72 - 4, size);
  return { size, h: heightOf(shown, size, width), text: shown, cut: true };
}

/** The first lines of a text, its paragraphs kept, with room in the last for the sign that more follows. */
function shortened(text: string, room: number, width: number, size: number): string {
  const lines = text.split('\n').flatMap((paragraph) => {
    const wrapped = wrapText(paragraph, width, size);
    return wrapped.map((line, at) => ({ line, end: at === wrapped.length - 1 ? '\n' : ' ' }));
  });
  const kept = lines.slice(0, room);
  let last = kept.at(-1)?.line ?? '';
  while (last.includes(' ') && textWidth(`${last} …`, size) > width * 0.97)
    last = last.replace(/ [^ ]*$/, '');
  const before = kept.slice(0, -1).map(({ line, end }) => line + end);
  return `${before.join('')}${last} …`;
}

/** What is set on a slide; "" = nothing. */
export interface SlideWords {
  readonly title: string;
  readonly message: string;
  readonly annotation: string;
  readonly caption: string;
  readonly credit: string;
  readonly link: string;
}

/** Points of sources and link: as small as is still read on a screen. */
const footPoints = 9;
/** Inches that caption, credit and link have together; the credit is served first. */
const FOOT = 1.02;
const CREDIT = 0.66;
const GAP = 0.12;

/** An address without its scheme, its middle left out where it is wider than a line: host and end say most. */
function onOneLine(link: string): string {
  const room = slideWidth * 72 - 4;
  const shown = link.replace(/^https?:\/\//, '');
  if (textWidth(shown, footPoints) <= room) return shown;
  const end = shown.slice(-40);
  return cutText(shown.slice(0, -40), room - textWidth(end, footPoints), footPoints) + end;
}

/** Places an item's words from the top and the bottom inwards; the body gets the rest. */
export function layoutSlide(words: SlideWords): SlideLayout {
  const title = fitted(words.title, [30, 26, 22, 18], slideWidth * TITLE_ROOM, 1.1);
  let y = 0.45;
  const titleBox = { x: margin, y, w: slideWidth, ...title };
  y += title.h + 0.08;
  const message = words.message === '' ? null : fitted(words.message, [18, 16, 14, 12], slideWidth, 0.95);
  const messageBox = message ? { x: margin, y, w: slideWidth, ...message } : null;
  y += (message?.h ?? 0) + 0.14;
  let bottom = slideSize.height - 0.4;
  const upwards = (part: ReturnType<typeof fitted> | null, indent: number, gap: number): TextBox | null => {
    if (part === null) return null;
    const box = { x: margin + indent, y: bottom - part.h, w: slideWidth - indent, ...part };
    bottom = box.y - gap;
    return box;
  };
  const link = words.link === '' ? null : fitted(onOneLine(words.link), [footPoints], slideWidth, 1);
  const credit = words.credit === '' ? null : fitted(words.credit, [footPoints], slideWidth, CREDIT);
  const rest = FOOT - (link?.h ?? 0) - (credit?.h ?? 0);
  const caption = words.caption === '' ? null : fitted(words.caption, [10, 9], slideWidth, rest);
  const annotation =
    words.annotation === '' ? null : fitted(words.annotation, [14, 12, 11], slideWidth - 0.15, 0.66);
  const linkBox = upwards(link, 0, credit ? 0 : GAP);
  const creditBox = upwards(credit, 0, caption ? 0 : GAP);
  const captionBox = upwards(caption, 0, GAP);
  const annotationBox = upwards(annotation, 0.15, GAP);
  return {
    title: titleBox,
    message: messageBox,
    annotation: annotationBox,
    caption: captionBox,
    credit: creditBox,
    link: linkBox,
    body: { x: margin, y, w: slideWidth, h: bottom - y },
    shortened: [title, message, caption, credit, annotation].some((part) => part?.cut),
  };
}

/** Where a picture stands in a box without being stretched. */
export function contain(
  picture: { readonly width: number; readonly height: number },
  box: SlideLayout['body'],
): SlideLayout['body'] {
  const scale = Math.min(box.w / picture.width, box.h / picture.height);
  const w = picture.width * scale;
  const h = picture.height * scale;
  return { x: box.x + (box.w - w) / 2, y: box.y + (box.h - h) / 2, w, h };
}

/** Room at both sides of a cell’s text and for what programs differ by, in points. */
const CELL_PADDING = 16;
/** Headings are bold. */
const HEAD_WIDER = 1.08;
/** Sizes of text that a short column is wide at most, a long one at most, and the part of the width that short ones may take. */
const SHORT = 14;
const LONG = 72;
const SHORT_PART = 0.7;

/**
 * Widths of columns in points by their longest text, each at least as wide as its longest word; all are narrowed alike where even
 * the words have no room. Short columns (dates, countries, numbers) are not broken where that leaves the long ones enough. The
 * first row is the heading; `size` is that of the text, in points.
 */
export function columnWidths(
  rows: readonly (readonly string[])[],
  width: number,
  size: number,
): readonly number[] {
  const count = rows[0]?.length ?? 0;
  const measured = (text: string, row: number): number =>
    textWidth(text, size) * (row === 0 ? HEAD_WIDER : 1) + CELL_PADDING;
  const columns = Array.from({ length: count }, (_, at) => rows.map((row) => row[at] ?? ''));
  const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
  const words = columns.map((texts) =>
    Math.max(...texts.flatMap((text, row) => text.split(/[\s-]+/).map((word) => measured(word, row)))),
  );
  const whole = columns.map((texts) => Math.max(...texts.map(measured)));
  const unbroken = words.map((one, at) => ((whole[at] ?? 0) <= SHORT * size ? (whole[at] ?? 0) : one));
  const least = sum(unbroken) <= SHORT_PART * width ? unbroken : words;
  const wants = whole.map((one, at) => Math.max(least[at] ?? 0, Math.min(one, LONG * size)));
  const room = width - sum(least);
  if (room <= 0) return least.map((one) => (one / sum(least)) * width);
  const wished = wants.map((want, at) => want - (least[at] ?? 0));
  const share = sum(wished) === 0 ? 0 : room / sum(wished);
  return least.map((one, at) => one + (share === 0 ? room / count : (wished[at] ?? 0) * share));
}

/** Steps in which rows are spread over the parts they need. */
const STEPS = 40;

/**
 * Rows that fit into a height, by the tallest cell of each; the header counts. Always at least one row a part. The parts are as
 * even as may be: none ends with a single row beside a full one.
 */
export function tableParts(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  { size, height }: { readonly size: number; readonly height: number },
): readonly (readonly (readonly string[])[])[] {
  const rowHeight = (row: readonly string[]): number =>
    Math.max(...row.map((cell, at) => heightOf(cell, size, (widths[at] ?? 1) - 0.16))) + 0.08;
  const heights = rows.map(rowHeight);
  const room = height - rowHeight(header);
  let parts = filled(rows, heights, room);
  for (let step = STEPS - 1; step > 0; step -= 1) {
    const lower = filled(rows, heights, (room * step) / STEPS);
    if (lower.length > parts.length) break;
    parts = lower;
  }
  return parts;
}

/** Rows in order, as many a part as its room holds. */
function filled<Row>(rows: readonly Row[], heights: readonly number[], room: number): readonly Row[][] {
  const parts: Row[][] = [];
  let left = -1;
  rows.forEach((row, at) => {
    const own = heights[at] ?? 0;
    if (own > left || parts.length === 0) {
      parts.push([]);
      left = room;
    }
    parts.at(-1)?.push(row);
    left -= own;
  });
  return parts;
}
