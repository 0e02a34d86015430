import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import PptxGenJS from 'pptxgenjs';
import type { FigureTable } from '#figures/figure.ts';
import {
  cellText,
  type DrawnBriefing,
  type DrawnContent,
  type DrawnItem,
  isSmall,
  type PictureFor,
  plain,
  slideCaption,
  sourceLines,
} from './drawn-briefing.ts';
import { notesText } from './item-notes.ts';
import type { Painter } from './paint-picture.ts';
import {
  columnWidths,
  contain,
  layoutSlide,
  type SlideLayout,
  slideSize,
  slideWidth,
  type TextBox,
  tableParts,
} from './slide-layout.ts';

/** Faces that slide programs have everywhere; a missing one would be exchanged and move the words. */
const fonts = { head: 'Georgia', body: 'Arial' } as const;
const ink = {
  text: '16202B',
  second: '45525F',
  third: '5B6875',
  accent: '0B5CAD',
  line: 'CBD3DC',
  soft: 'F5F7FA',
};
const languages = { en: 'en-GB', es: 'es-419', pt: 'pt-BR' } as const;
const CELL_POINTS = 11;
const SIDE_TABLE = 3.7;

type Slide = PptxGenJS.Slide;
type Box = SlideLayout['body'];

/** What the slides are made with. */
interface Deck {
  readonly pptx: PptxGenJS;
  readonly briefing: DrawnBriefing;
  readonly pictureFor: PictureFor;
  readonly paint: Painter;
}

/** A briefing as slides: words and tables native, figures as sharp pictures, and all that stands behind them in the notes. */
export async function briefingPptx(
  briefing: DrawnBriefing,
  pictureFor: PictureFor,
  paint: Painter,
): Promise<Blob> {
  const pptx = new PptxGenJS();
  pptx.defineLayout({ name: 'WIDE', width: slideSize.width, height: slideSize.height });
  pptx.layout = 'WIDE';
  pptx.title = plain(briefing.title);
  pptx.subject = plain(briefing.audience);
  pptx.company = 'Atalaya';
  pptx.author = 'Atalaya';
  pptx.theme = { headFontFace: fonts.head, bodyFontFace: fonts.body };
  defineMasters(pptx);
  const deck = { pptx, briefing, pictureFor, paint };
  addTitleSlide(deck);
  for (const item of briefing.items) await addItem(deck, item);
  addSourcesSlides(deck);
  return mended((await pptx.write({ outputType: 'uint8array' })) as Uint8Array);
}

/** Takes from the list of contents the parts that the library names without writing them, and packs the file. */
function mended(bytes: Uint8Array): Blob {
  const parts = unzipSync(bytes);
  const list = '[Content_Types].xml';
  const contents = strFromU8(parts[list] ?? new Uint8Array()).replace(
    /<Override PartName="\/([^"]+)"[^>]*\/>/g,
    (entry, name: string) => (name in parts ? entry : ''),
  );
  const packed = zipSync({ ...parts, [list]: strToU8(contents) }, { level: 6 });
  return new Blob([packed as BlobPart], {
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  });
}

/** Slide programs take a title's place from its master: one for the cover, one for all others. */
function defineMasters(pptx: PptxGenJS): void {
  for (const [title, y, h] of [
    ['COVER', 2.3, 1.5],
    ['ITEM', 0.45, 0.8],
  ] as const) {
    pptx.defineSlideMaster({
      title,
      background: { color: 'FFFFFF' },
      objects: [
        {
          placeholder: {
            options: { name: 'title', type: 'title', x: 0.6, y, w: slideWidth, h, margin: 0 },
            text: '',
          },
        },
      ],
      slideNumber: {
        x: slideSize.width - 0.95,
        y: slideSize.height - 0.36,
        w: 0.5,
        h: 0.26,
        fontFace: fonts.body,
        fontSize: 9,
        color: ink.third,
        align: 'right',
      },
    });
  }
}

function langOf({ briefing }: Deck): string {
  return languages[briefing.lang];
}

function addTitle(deck: Deck, slide: Slide, box: TextBox): void {
  slide.addText(plain(box.text), {
    placeholder: 'title',
    ...at(box),
    fontFace: fonts.head,
    fontSize: box.size,
    bold: true,
    color: ink.text,
    align: 'left',
    valign: 'top',
    margin: 0,
    lang: langOf(deck),
  });
}

const at = ({ x, y, w, h }: Box) => ({ x, y, w, h });

function addWords(
  deck: Deck,
  slide: Slide,
  box: TextBox,
  color: string,
  extra: PptxGenJS.TextPropsOptions = {},
): void {
  slide.addText(plain(box.text), {
    ...at(box),
    fontFace: fonts.body,
    fontSize: box.size,
    color,
    align: 'left',
    valign: 'top',
    margin: 0,
    wrap: true,
    lang: langOf(deck),
    ...extra,
  });
}

function addTitleSlide(deck: Deck): void {
  const { pptx, briefing } = deck;
  const { say } = briefing;
  const slide = pptx.addSlide({ masterName: 'COVER' });
  const { title } = layoutSlide({ title: briefing.title, message: '', annotation: '', caption: '' });
  addTitle(deck, slide, { ...title, y: 2.3, h: 1.5, size: Math.min(40, title.size + 10) });
  if (briefing.audience !== '')
    addWords(
      deck,
      slide,
      { x: 0.6, y: 3.95, w: slideWidth, h: 0.7, size: 20, text: briefing.audience },
      ink.second,
    );
  slide.addShape('line', { x: 0.6, y: 5.5, w: slideWidth, h: 0, line: { color: ink.accent, width: 1.5 } });
  const small = [briefing.dataAsOf, briefing.generated, say('briefing.madeWith')].filter(Boolean).join(' · ');
  addWords(deck, slide, { x: 0.6, y: 5.65, w: slideWidth, h: 0.6, size: 12, text: small }, ink.second);
  slide.addNotes(plain([briefing.title, briefing.audience, small].filter(Boolean).join('\n')));
}

async function addItem(deck: Deck, item: DrawnItem): Promise<void> {
  const { briefing, pptx } = deck;
  const { content } = item;
  const caption = content === null ? '' : slideCaption(content);
  const layout = layoutSlide({
    title: item.title,
    message: content === null ? '' : item.message,
    annotation: content === null ? '' : item.annotation,
    caption,
  });
  const notes = plain(notesText(item, briefing));
  const newSlide = (): Slide => {
    const slide = pptx.addSlide({ masterName: 'ITEM' });
    addTitle(deck, slide, layout.title);
    if (layout.message) addWords(deck, slide, layout.message, ink.text);
    if (layout.annotation) addAnnotation(deck, slide, layout.annotation);
    if (layout.caption) addWords(deck, slide, layout.caption, ink.third);
    slide.addNotes(notes);
    return slide;
  };
  if (content === null) return addNote(deck, newSlide(), item, layout);
  const hasPicture = content.drawing !== null || content.pictures !== null;
  if (!hasPicture) return addTables(deck, newSlide, content.table, layout.body);
  await addFigure(deck, newSlide, content, layout.body);
}

function addAnnotation(deck: Deck, slide: Slide, box: TextBox): void {
  slide.addShape('line', {
    x: box.x - 0.15,
    y: box.y,
    w: 0,
    h: box.h,
    line: { color: ink.accent, width: 2.25 },
  });
  addWords(deck, slide, box, ink.second, { italic: true });
}

/** A note's text is the slide: as large as it may be. */
function addNote(deck: Deck, slide: Slide, item: DrawnItem, { body }: SlideLayout): void {
  const { annotation } = layoutSlide({
    title: '',
    message: '',
    annotation: item.annotation,
    caption: '',
  });
  const size = item.message.length < 400 ? 22 : item.message.length < 1200 ? 16 : 12;
  const h = body.h - (annotation ? annotation.h + 0.2 : 0);
  addWords(deck, slide, { ...body, h, size, text: item.message }, ink.text, {
    fit: 'shrink',
    paraSpaceAfter: 8,
  });
  if (annotation) addAnnotation(deck, slide, annotation);
}

async function addFigure(deck: Deck, newSlide: () => Slide, content: DrawnContent, body: Box): Promise<void> {
  const { table } = content;
  const isBeside = isSmall(table) && table.columns.length <= 3;
  const box = isBeside ? { ...body, w: body.w - SIDE_TABLE - 0.3 } : body;
  const slide = newSlide();
  const picture = deck.pictureFor(content, { width: box.w * 96, height: box.h * 96 }, 'slide');
  if (picture) {
    slide.addImage({
      data: `image/png;base64,${base64(await deck.paint(picture))}`,
      ...contain(picture, box),
      altText: plain(content.words.alt),
    });
  }
  if (isBeside)
    addTable(deck, slide, table, textRows(deck, table), { ...body, x: box.x + box.w + 0.3, w: SIDE_TABLE });
  else if (isSmall(table)) addTables(deck, newSlide, table, body);
}

const textRows = ({ briefing }: Deck, table: FigureTable): readonly (readonly string[])[] =>
  table.rows.map((row) => row.map((cell) => cellText(cell, briefing.i18n)));

/** A table over as many slides as it needs; every row is there. */
function addTables(deck: Deck, newSlide: () => Slide, table: FigureTable, body: Box): void {
  const header = table.columns.map(({ label }) => label);
  const rows = textRows(deck, table);
  const widths = columnWidths([header, ...rows], body.w);
  const parts = tableParts(header, rows, widths, { size: CELL_POINTS, height: body.h });
  if (parts.length === 0) newSlide();
  for (const part of parts) addTable(deck, newSlide(), table, part, body);
}

function addTable(
  deck: Deck,
  slide: Slide,
  table: FigureTable,
  rows: readonly (readonly string[])[],
  box: Box,
): void {
  const header = table.columns.map(({ label }) => label);
  const widths = columnWidths([header, ...rows], box.w);
  const cell = (text: string, column: number, isHead: boolean): PptxGenJS.TableCell => ({
    text: plain(text),
    options: {
      bold: isHead,
      color: isHead ? ink.text : ink.second,
      align: table.columns[column]?.numeric ? 'right' : 'left',
      valign: 'top',
      border: [
        { type: 'none' },
        { type: 'none' },
        { type: 'solid', pt: isHead ? 1 : 0.5, color: isHead ? ink.text : ink.line },
        { type: 'none' },
      ],
    },
  });
  slide.addTable(
    [
      header.map((text, at) => cell(text, at, true)),
      ...rows.map((row) => row.map((text, at) => cell(text, at, false))),
    ],
    {
      x: box.x,
      y: box.y,
      w: box.w,
      colW: [...widths],
      fontFace: fonts.body,
      fontSize: CELL_POINTS,
      margin: [0.03, 0.08, 0.03, 0.08],
      lang: langOf(deck),
      objectName: plain(table.caption),
    },
  );
}

/** Who says all this, each source once, and the links that open the figures again. */
function addSourcesSlides(deck: Deck): void {
  const { briefing } = deck;
  const { say } = briefing;
  const links = briefing.items.flatMap(({ title, content }) =>
    content === null ? [] : [`${title}: ${content.words.link}`],
  );
  const lines = [
    ...sourceLines(briefing),
    ...(links.length > 0 ? [say('briefing.links'), ...links] : []),
    briefing.dataAsOf,
    briefing.generated,
  ].filter((line) => line !== '');
  const layout = layoutSlide({ title: say('briefing.sources'), message: '', annotation: '', caption: '' });
  const parts = tableParts(
    [''],
    lines.map((line) => [line]),
    [slideWidth],
    { size: 12, height: layout.body.h },
  );
  for (const part of parts) {
    const slide = deck.pptx.addSlide({ masterName: 'ITEM' });
    addTitle(deck, slide, layout.title);
    const text = part.map(([line = '']) => line).join('\n');
    addWords(deck, slide, { ...layout.body, size: 12, text }, ink.second, { paraSpaceAfter: 5 });
    slide.addNotes(plain(text));
  }
}

/** Base64 in slices, so that a large picture does not overflow the call stack. */
function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return btoa(binary);
}
