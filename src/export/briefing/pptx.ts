import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import PptxGenJS from 'pptxgenjs';
import { type DrawnBriefing, type PictureFor, plain } from './drawn-briefing.ts';
import type { Painter } from './paint-picture.ts';
import { contain, type SlideLayout, slideSize, slideWidth, type TextBox } from './slide-layout.ts';
import {
  briefingSlides,
  cellPoints,
  type PlannedSlide,
  type SlideTable,
  type SlideText,
} from './slide-plan.ts';

/** Faces that slide programs have everywhere; a missing one would be exchanged and move the words. */
const fonts = { head: 'Georgia', body: 'Arial' } as const;
const ink = {
  text: '16202B',
  second: '45525F',
  third: '5B6875',
  accent: '0B5CAD',
  line: 'CBD3DC',
};
const languages = { en: 'en-GB', es: 'es-419', pt: 'pt-BR' } as const;

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
  for (const planned of briefingSlides(briefing)) await addSlide(deck, planned);
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

function addWords(deck: Deck, slide: Slide, text: SlideText): void {
  if (text.isRemark)
    slide.addShape('line', {
      x: text.x - 0.15,
      y: text.y,
      w: 0,
      h: text.h,
      line: { color: ink.accent, width: 2.25 },
    });
  const link = text.href === undefined ? {} : { hyperlink: { url: text.href }, color: ink[text.tone] };
  slide.addText([{ text: plain(text.text), options: link }], {
    ...at(text),
    fontFace: fonts.body,
    fontSize: text.size,
    color: ink[text.tone],
    align: 'left',
    valign: 'top',
    margin: 0,
    wrap: true,
    fit: 'shrink',
    lang: langOf(deck),
    ...(text.isRemark ? { italic: true } : {}),
    ...(text.after ? { paraSpaceAfter: text.after } : {}),
  });
}

async function addSlide(deck: Deck, planned: PlannedSlide): Promise<void> {
  const { figure, table } = planned;
  const slide = deck.pptx.addSlide({ masterName: planned.kind === 'cover' ? 'COVER' : 'ITEM' });
  addTitle(deck, slide, planned.title);
  if (planned.kind === 'cover')
    slide.addShape('line', { x: 0.6, y: 5.5, w: slideWidth, h: 0, line: { color: ink.accent, width: 1.5 } });
  for (const text of planned.texts) addWords(deck, slide, text);
  if (figure) await addFigure(deck, slide, figure);
  if (table) addTable(deck, slide, table);
  slide.addNotes(plain(planned.notes));
}

async function addFigure(
  { pictureFor, paint }: Deck,
  slide: Slide,
  { content, box }: NonNullable<PlannedSlide['figure']>,
): Promise<void> {
  const picture = pictureFor(content, { width: box.w * 96, height: box.h * 96 }, 'slide');
  if (!picture) return;
  slide.addImage({
    data: `image/png;base64,${base64(await paint(picture))}`,
    ...contain(picture, box),
    altText: plain(content.words.alt),
  });
}

function addTable(deck: Deck, slide: Slide, { table, header, rows, widths, box }: SlideTable): void {
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
      fontSize: cellPoints,
      margin: [0.03, 0.08, 0.03, 0.08],
      lang: langOf(deck),
      objectName: plain(table.caption),
    },
  );
}

/** Base64 in slices, so that a large picture does not overflow the call stack. */
function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return btoa(binary);
}
