import { jsPDF } from 'jspdf';
import { svg2pdf } from 'svg2pdf.js';
import type { FigureSize } from '#figures/figure.ts';
import type { Face } from '#figures/text-width.ts';
import { addFonts, type LoadFont, runsOf } from './pdf-fonts.ts';

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
  readonly pictures?: readonly (Place & { readonly png: Uint8Array })[];
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

/** Pages of vectors and selectable text, with the figures' typefaces embedded. */
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
  for (const page of pages) {
    const { format, orientation } = formatOf(page);
    if (page !== first) pdf.addPage(format, orientation);
    await drawPage(pdf, page, missing);
  }
  return { bytes: new Uint8Array(pdf.output('arraybuffer')), missing: [...missing].join('') };
}

function formatOf({ size: { width, height } }: PdfPage) {
  const format: [number, number] = [width, height];
  return { format, orientation: width > height ? ('landscape' as const) : ('portrait' as const) };
}

async function drawPage(
  pdf: jsPDF,
  { element, size, pictures = [], links = [] }: PdfPage,
  missing: Set<string>,
) {
  for (const text of [...element.querySelectorAll('text')]) settle(text, pdf, missing);
  for (const said of element.querySelectorAll('title, desc')) said.remove();
  await svg2pdf(element, pdf, { x: 0, y: 0, ...size });
  for (const { png, x, y, width, height } of pictures) pdf.addImage(png, 'PNG', x, y, width, height);
  for (const { url, x, y, width, height } of links) pdf.link(x, y, width, height, { url });
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
