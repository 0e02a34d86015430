import { jsPDF } from 'jspdf';
import { svg2pdf } from 'svg2pdf.js';
import type { FigureSize, FigureWords } from '#figures/figure.ts';
import type { Face } from '#figures/text-width.ts';
import { addFonts, type LoadFont, runsOf } from './pdf-fonts.ts';

export interface PdfInput {
  /** A drawn figure; it is changed. */
  readonly element: SVGSVGElement;
  /** Size of the page in points. */
  readonly page: FigureSize;
  readonly words: FigureWords;
  readonly lang: string;
  readonly made: Date;
}

export interface PdfFile {
  readonly bytes: Uint8Array;
  /** Letters that no embedded face has; they are left blank. */
  readonly missing: string;
}

/** A page of vectors and selectable text, with the figures' typefaces embedded. */
export async function pdfFile(input: PdfInput, load?: LoadFont): Promise<PdfFile> {
  const { element, page, words, lang } = input;
  const pdf = new jsPDF({
    unit: 'pt',
    format: [page.width, page.height],
    orientation: page.width > page.height ? 'landscape' : 'portrait',
    compress: true,
    putOnlyUsedFonts: true,
  });
  await addFonts(pdf, load);
  pdf.setProperties({
    title: words.title,
    subject: words.alt,
    author: words.sources,
    keywords: [words.filters, words.period, words.licence, words.link].join('; '),
    creator: words.generated,
  });
  pdf.setLanguage(lang as Parameters<jsPDF['setLanguage']>[0]);
  pdf.setCreationDate(input.made);
  pdf.viewerPreferences({ DisplayDocTitle: true });
  const missing = new Set<string>();
  for (const text of [...element.querySelectorAll('text')]) settle(text, pdf, missing);
  for (const said of element.querySelectorAll('title, desc')) said.remove();
  await svg2pdf(element, pdf, { x: 0, y: 0, width: page.width, height: page.height });
  return { bytes: new Uint8Array(pdf.output('arraybuffer')), missing: [...missing].join('') };
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
