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
  /** What the figure does not count, whole. */
  readonly caveat: TextBox | null;
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
  /** What the figure shows; may be shortened. */
  readonly caption: string;
  /** What it counts and leaves out; never shortened for the sake of other words. */
  readonly caveat: string;
  readonly credit: string;
  readonly link: string;
}

/** Points of sources and link: as small as is still read on a screen. */
const footPoints = 9;
/** Points of caption and caveat where all the words have room. */
const captionPoints = 10;
/** Inches that caption, caveat, credit and link have together; a long caveat takes more, from the body. */
const FOOT = 1.02;
const CREDIT = 0.66;
/** Some ten lines: more than any figure of ours says. */
const CAVEAT = 1.58;
const MESSAGE = 0.95;
const ANNOTATION = 0.66;
/** What figure and table keep under the longest words. */
const LEAST_BODY = 2;
const GAP = 0.12;
const TOP = 0.45;
const BOTTOM = 0.4;
/** Of an annotation, which has a line at its left. */
const INDENT = 0.15;

/** An address without its scheme, its middle left out where it is wider than a line: host and end say most. */
function onOneLine(link: string): string {
  const room = slideWidth * 72 - 4;
  const shown = link.replace(/^https?:\/\//, '');
  if (textWidth(shown, footPoints) <= room) return shown;
  const end = shown.slice(-40);
  return cutText(shown.slice(0, -40), room - textWidth(end, footPoints), footPoints) + end;
}

type Fitted = ReturnType<typeof fitted>;

const heightIn = (part: Fitted | null): number => part?.h ?? 0;
/** As `fitted`; null = nothing to set. */
const fittedIfAny = (text: string, sizes: readonly number[], width: number, most: number): Fitted | null =>
  text === '' ? null : fitted(text, sizes, width, most);

type Foot = Readonly<Record<'caption' | 'caveat' | 'credit' | 'link', Fitted | null>>;

/** What stands under the body: link, credit and caveat are served before the caption, which has a line at least. */
function fittedFoot(words: SlideWords): Foot {
  const set = (text: string, size: number, most: number): Fitted | null =>
    fittedIfAny(text, [size], slideWidth, most);
  const link = set(words.link === '' ? '' : onOneLine(words.link), footPoints, 1);
  const credit = set(words.credit, footPoints, CREDIT);
  const room = FOOT - heightIn(link) - heightIn(credit);
  const at = (size: number): Pick<Foot, 'caption' | 'caveat'> => {
    const caveat = set(words.caveat, size, CAVEAT);
    return { caption: set(words.caption, size, room - heightIn(caveat)), caveat };
  };
  const large = at(captionPoints);
  const isWhole = !large.caption?.cut && heightIn(large.caption) + heightIn(large.caveat) <= room;
  return { ...(isWhole ? large : at(footPoints)), credit, link };
}

/** Places an item's words from the top and the bottom inwards; the body gets the rest. */
export function layoutSlide(words: SlideWords): SlideLayout {
  const title = fitted(words.title, [30, 26, 22, 18], slideWidth * TITLE_ROOM, 1.1);
  const foot = fittedFoot(words);
  const footHeight = Object.values(foot).reduce((sum, part) => sum + heightIn(part), 0);
  const room = slideSize.height - TOP - BOTTOM - title.h - 0.08 - 0.14 - footHeight - 2 * GAP - LEAST_BODY;
  const reserved = words.annotation === '' ? 0 : ANNOTATION;
  const message = fittedIfAny(
    words.message,
    [18, 16, 14, 12],
    slideWidth,
    Math.min(MESSAGE, room - reserved),
  );
  const annotation = fittedIfAny(
    words.annotation,
    [14, 12, 11],
    slideWidth - INDENT,
    Math.min(ANNOTATION, room - heightIn(message)),
  );
  const messageY = TOP + title.h + 0.08;
  const y = messageY + heightIn(message) + 0.14;
  let bottom = slideSize.height - BOTTOM;
  const upwards = (part: Fitted | null, indent = 0): TextBox | null => {
    if (part === null) return null;
    bottom -= part.h;
    return { x: margin + indent, y: bottom, w: slideWidth - indent, ...part };
  };
  const link = upwards(foot.link);
  const credit = upwards(foot.credit);
  const caveat = upwards(foot.caveat);
  const caption = upwards(foot.caption);
  if (footHeight > 0) bottom -= GAP;
  const annotationBox = upwards(annotation, INDENT);
  if (annotation) bottom -= GAP;
  return {
    title: { x: margin, y: TOP, w: slideWidth, ...title },
    message: message && { x: margin, y: messageY, w: slideWidth, ...message },
    annotation: annotationBox,
    caption,
    caveat,
    credit,
    link,
    body: { x: margin, y, w: slideWidth, h: bottom - y },
    shortened: [title, message, annotation, ...Object.values(foot)].some((part) => part?.cut),
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
