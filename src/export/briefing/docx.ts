import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { FigureTable } from '#figures/figure.ts';
import {
  captionLines,
  cellText,
  type DrawnBriefing,
  type DrawnContent,
  type DrawnItem,
  isSmall,
  openingLink,
  type PictureFor,
  plain,
  sourceLines,
} from './drawn-briefing.ts';
import { itemNotes } from './item-notes.ts';
import type { Painter } from './paint-picture.ts';
import { columnWidths } from './slide-layout.ts';

const languages = { en: 'en-GB', es: 'es-419', pt: 'pt-BR' } as const;
const ink = { text: '16202B', second: '45525F', third: '5B6875', accent: '0B5CAD', line: 'CBD3DC' };
/** A4 with margins of an inch, in px at 96 an inch. */
const column = { width: 602, height: 380 } as const;
const TWIPS = 9026;

/** A briefing as a document: headings, figures with captions and text alternatives, tables, and the list of sources. */
export async function briefingDocx(
  briefing: DrawnBriefing,
  pictureFor: PictureFor,
  paint: Painter,
): Promise<Blob> {
  const body: (Paragraph | Table)[] = head(briefing);
  let figures = 0;
  for (const item of briefing.items) {
    const hasPicture =
      item.content !== null && (item.content.drawing !== null || item.content.pictures !== null);
    if (hasPicture) figures += 1;
    body.push(...(await itemBlocks(briefing, item, figures, pictureFor, paint)));
  }
  body.push(...sourceBlocks(briefing));
  const document = new Document({
    title: plain(briefing.title),
    subject: plain(briefing.audience),
    creator: 'Atalaya',
    styles: styles(languages[briefing.lang]),
    sections: [{ properties: {}, footers: { default: footer(briefing) }, children: body }],
  });
  return Packer.toBlob(document);
}

function styles(language: string) {
  const heading = (size: number, before: number) => ({
    run: { font: 'Georgia', size, bold: true, color: ink.text },
    paragraph: { spacing: { before, after: 100 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: 'Arial', size: 21, color: ink.text, language: { value: language } },
        paragraph: { spacing: { after: 120, line: 288, lineRule: LineRuleType.AUTO } },
      },
      title: heading(48, 0),
      heading1: heading(32, 360),
      heading2: heading(24, 240),
    },
  };
}

/** Paragraphs of a text; `keepNext` where what follows must stand on the same page. */
const text = (
  words: string,
  options: Readonly<Record<string, unknown>> = {},
  keepNext = false,
): Paragraph[] =>
  plain(words)
    .split('\n')
    .map((line) => new Paragraph({ keepNext, children: [new TextRun({ text: line, ...options })] }));

function head({ title, audience, dataAsOf, generated }: DrawnBriefing): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(plain(title))] }),
    ...(audience === '' ? [] : text(audience, { size: 26, color: ink.second })),
    ...text([dataAsOf, generated].filter(Boolean).join(' · '), { size: 18, color: ink.third }),
  ];
}

function footer({ title, dataAsOf }: DrawnBriefing): Footer {
  const small = { size: 16, color: ink.third };
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.LEFT,
        children: [
          new TextRun({ text: plain(`${title} · ${dataAsOf} · `), ...small }),
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], ...small }),
        ],
      }),
    ],
  });
}

async function itemBlocks(
  briefing: DrawnBriefing,
  item: DrawnItem,
  number: number,
  pictureFor: PictureFor,
  paint: Painter,
): Promise<(Paragraph | Table)[]> {
  const { content } = item;
  const blocks: (Paragraph | Table)[] = [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(plain(item.title))] }),
    ...(item.message === '' ? [] : text(item.message, {}, content !== null)),
  ];
  if (content !== null) {
    const picture = pictureFor(content, column, 'page');
    if (picture) blocks.push(figure(content, await paint(picture), picture, item.id));
    const isListed = picture === null || isSmall(content.table);
    if (isListed && content.table.rows.length > 0) blocks.push(tableOf(briefing, content.table));
    blocks.push(...caption(briefing, content, picture === null ? null : number));
  }
  if (item.annotation !== '') blocks.push(annotation(item.annotation));
  return blocks;
}

function figure(
  { words }: DrawnContent,
  png: Uint8Array,
  size: { readonly width: number; readonly height: number },
  id: string,
): Paragraph {
  const scale = Math.min(1, column.width / size.width);
  return new Paragraph({
    keepNext: true,
    spacing: { before: 120, line: 240, lineRule: LineRuleType.AUTO },
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: { width: Math.round(size.width * scale), height: Math.round(size.height * scale) },
        altText: { name: id, title: plain(words.title), description: plain(words.alt) },
      }),
    ],
  });
}

/** Number, the figure's own words, and the link that opens it again. */
function caption({ say }: DrawnBriefing, content: DrawnContent, number: number | null): Paragraph[] {
  const small = { size: 17, color: ink.second };
  const lead = number === null ? '' : `${say('briefing.figure', { number: String(number) })} `;
  const lines = captionLines(content);
  const link = openingLink(content);
  return [
    ...lines.map(
      (line, index) =>
        new Paragraph({
          spacing: { before: index === 0 ? 80 : 0, after: 30, line: 252, lineRule: LineRuleType.AUTO },
          children: [
            ...(index === 0 && lead !== '' ? [new TextRun({ text: lead, bold: true, ...small })] : []),
            new TextRun({ text: plain(line), ...small }),
          ],
        }),
    ),
    ...(link === null ? [] : [opening(link, say)]),
  ];
}

function opening(link: string, say: DrawnBriefing['say']): Paragraph {
  const words = new TextRun({ text: say('briefing.openFigure'), size: 17, color: ink.accent, underline: {} });
  return new Paragraph({
    spacing: { after: 160 },
    children: [new ExternalHyperlink({ link, children: [words] })],
  });
}

function annotation(words: string): Paragraph {
  return new Paragraph({
    indent: { left: 200 },
    border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: ink.accent } },
    children: [new TextRun({ text: plain(words), italics: true, color: ink.second })],
  });
}

const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };

function tableOf({ i18n }: DrawnBriefing, table: FigureTable): Table {
  const header = table.columns.map(({ label }) => label);
  const rows = table.rows.map((row) => row.map((cell) => cellText(cell, i18n)));
  const widths = columnWidths([header, ...rows], TWIPS / 20, 9).map((points) => Math.round(points * 20));
  const line = (cells: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      ...(isHead ? { tableHeader: true } : {}),
      cantSplit: true,
      children: cells.map(
        (cell, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            borders: {
              top: none,
              left: none,
              right: none,
              bottom: {
                style: BorderStyle.SINGLE,
                size: isHead ? 8 : 4,
                color: isHead ? ink.text : ink.line,
              },
            },
            children: [
              new Paragraph({
                alignment: table.columns[at]?.numeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
                spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO },
                children: [new TextRun({ text: plain(cell), bold: isHead, size: 18 })],
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: TWIPS, type: WidthType.DXA },
    columnWidths: widths,
    rows: [line(header, true), ...rows.map((row) => line(row, false))],
  });
}

/** Who says all this, and everything behind each item: filters, counts, licences, links. */
function sourceBlocks(briefing: DrawnBriefing): Paragraph[] {
  const { say } = briefing;
  const shown = briefing.items.filter(({ content }) => content !== null);
  const details = shown.flatMap((item) => [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(plain(item.title))] }),
    ...itemNotes({ ...item, message: '', annotation: '' }, briefing).map(
      ([label, words]) =>
        new Paragraph({
          spacing: { after: 40, line: 252, lineRule: LineRuleType.AUTO },
          children: [
            ...(label === '' ? [] : [new TextRun({ text: `${plain(label)}: `, bold: true, size: 17 })]),
            new TextRun({ text: plain(words), size: 17, color: ink.second }),
          ],
        }),
    ),
  ]);
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: shown.length > 0,
      children: [new TextRun(say('briefing.sources'))],
    }),
    ...sourceLines(briefing).flatMap((line) => text(line, { size: 19 })),
    ...details,
  ];
}
