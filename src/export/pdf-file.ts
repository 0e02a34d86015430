import { jsPDF } from 'jspdf';
import { svg2pdf } from 'svg2pdf.js';
import type { FigureSize } from '#figures/figure.ts';
import type { Face } from '#figures/text-width.ts';
import { addFonts, type LoadFont, runsOf } from './pdf-fonts.ts';
import { type Marked, type PdfTags, pdfTags, type TagNode, type TagType } from './pdf-tags.ts';

/** In points from the upper left corner. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PdfPage {
  /** What is drawn on it; it is changed. */
  readonly element: SVGSVGElement;
  /** In points. */
  readonly size: FigureSize;
  /** Pictures made of pixels, laid over the drawing. */
  readonly pictures?: readonly (Place & { readonly png: Uint8Array; readonly alt: string })[];
  /** Places that lead somewhere. */
  readonly links?: readonly (Place & { readonly url: string })[];
}

export interface PdfInput {
  readonly pages: readonly PdfPage[];
  /** What a reader's program says of the file. */
  readonly about: {
    readonly title: string;
    readonly subject: string;
    readonly author: string;
    readonly keywords: string;
    readonly creator: string;
  };
  readonly lang: string;
  readonly made: Date;
}

export interface PdfFile {
  readonly bytes: Uint8Array;
  /** Letters that no embedded face has; they are left blank. */
  readonly missing: string;
}

/** Pages of vectors and selectable text, with the figures' typefaces embedded, and tagged: headings, paragraphs, figures, tables. */
export async function pdfFile(input: PdfInput, load?: LoadFont): Promise<PdfFile> {
  const { pages, about, lang } = input;
  const [first] = pages;
  if (!first) throw new RangeError('A PDF needs a page.');
  const pdf = new jsPDF({ unit: 'pt', ...formatOf(first), compress: true, putOnlyUsedFonts: true });
  await addFonts(pdf, load);
  pdf.setProperties(about);
  pdf.setLanguage(lang as Parameters<jsPDF['setLanguage']>[0]);
  pdf.setCreationDate(input.made);
  pdf.viewerPreferences({ DisplayDocTitle: true });
  const missing = new Set<string>();
  const tags = pdfTags(pdf);
  for (const page of pages) {
    const { format, orientation } = formatOf(page);
    if (page !== first) pdf.addPage(format, orientation);
    await drawPage({ pdf, tags, missing }, page);
  }
  return { bytes: new Uint8Array(pdf.output('arraybuffer')), missing: [...missing].join('') };
}

function formatOf({ size: { width, height } }: PdfPage) {
  const format: [number, number] = [width, height];
  return { format, orientation: width > height ? ('landscape' as const) : ('portrait' as const) };
}

/** The file as far as it is drawn. */
interface Sheet {
  readonly pdf: jsPDF;
  readonly tags: PdfTags;
  readonly missing: Set<string>;
}

async function drawPage(sheet: Sheet, { element, size, pictures = [], links = [] }: PdfPage) {
  const { pdf, tags, missing } = sheet;
  for (const text of [...element.querySelectorAll('text')]) settle(text, pdf, missing);
  const alt = element.querySelector('desc')?.textContent ?? null;
  for (const said of element.querySelectorAll('title, desc')) said.remove();
  const page = { element, size, alt };
  for (const part of [...element.children]) await drawPart(sheet, page, part, tags.document);
  for (const { png, x, y, width, height, alt: own } of pictures)
    await tags.mark({ type: 'Figure', alt: own }, tags.document, () => {
      pdf.addImage(png, 'PNG', x, y, width, height);
    });
  for (const { url, x, y, width, height } of links) pdf.link(x, y, width, height, { url });
}

/** What parts of our drawings are, by the names that they have there. */
const partTypes: Readonly<Record<string, TagType>> = {
  body: 'Figure',
  legend: 'P',
  table: 'Table',
  row: 'TR',
  heading: 'TH',
  cell: 'TD',
};

function typeOf(part: Element): TagType | null {
  const field = part.getAttribute('data-field');
  if (field !== null) return field === 'title' ? 'H1' : 'P';
  return partTypes[part.getAttribute('data-part') ?? ''] ?? null;
}

/** Draws one part of a page by itself, between its marks; tables part by part. */
async function drawPart(
  sheet: Sheet,
  page: Pick<PdfPage, 'element' | 'size'> & { readonly alt: string | null },
  part: Element,
  parent: TagNode,
): Promise<void> {
  const { pdf, tags } = sheet;
  const type = typeOf(part);
  if (type === 'Table' || type === 'TR') {
    const branch = tags.branch(type, parent);
    for (const inner of [...part.children]) await drawPart(sheet, page, inner, branch);
    return;
  }
  const marked: Marked | null = type && { type, alt: type === 'Figure' ? page.alt : null };
  await tags.mark(marked, parent, async () => {
    page.element.replaceChildren(part);
    await svg2pdf(page.element, pdf, { x: 0, y: 0, ...page.size });
  });
}

/** Replaces a text by runs whose place and face are settled. */
function settle(text: SVGTextElement, pdf: jsPDF, missing: Set<string>): void {
  const size = Number(inherited(text, 'font-size') ?? 16);
  const runs = runsOf(pdf, text.textContent ?? '', faceOf(text)).map((run) => {
    if (!run.known) for (const character of run.text) missing.add(character);
    pdf.setFont(run.family, run.style);
    pdf.setFontSize(size);
    const shown = run.known ? run.text : '\u00a0'.repeat([...run.text].length);
    return { ...run, text: shown, width: pdf.getTextWidth(shown) };
  });
  const total = runs.reduce((sum, { width }) => sum + width, 0);
  const anchor = inherited(text, 'text-anchor') ?? 'start';
  const back = anchor === 'end' ? total : anchor === 'middle' ? total / 2 : 0;
  let x = Number(text.getAttribute('x') ?? 0) - back;
  const parts = runs.map((run) => {
    const part = text.cloneNode(false) as SVGTextElement;
    part.textContent = run.text;
    part.removeAttribute('letter-spacing');
    const attributes = {
      x: String(x),
      'font-family': run.family,
      'font-weight': run.style === 'bold' ? '700' : '400',
      'font-size': String(size),
      'text-anchor': 'start',
    };
    for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, value);
    x += run.width;
    return part;
  });
  text.replaceWith(...parts);
}

function faceOf(text: SVGTextElement): Face {
  if (/serif 4/i.test(inherited(text, 'font-family') ?? '')) return 'serif';
  const weight = inherited(text, 'font-weight') ?? '400';
  return weight === 'bold' || Number(weight) > 500 ? 'bold' : 'regular';
}

/** A presentation attribute, of the element or of what it stands in. */
function inherited(element: Element, name: string): string | null {
  return element.closest(`[${name}]`)?.getAttribute(name) ?? null;
}
