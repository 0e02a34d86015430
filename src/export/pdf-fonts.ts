import inter from '@fontsource/inter/files/inter-latin-400-normal.woff?url';
import interBold from '@fontsource/inter/files/inter-latin-600-normal.woff?url';
import interExtended from '@fontsource/inter/files/inter-latin-ext-400-normal.woff?url';
import interExtendedBold from '@fontsource/inter/files/inter-latin-ext-600-normal.woff?url';
import serif from '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff?url';
import serifExtended from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff?url';
import type { jsPDF } from 'jspdf';
import type { Face } from '#figures/text-width.ts';
import { sfntOf } from './sfnt.ts';

/** A face as the document knows it. */
export interface PdfFace {
  readonly family: string;
  readonly style: 'normal' | 'bold';
}

interface Source extends PdfFace {
  readonly face: Face;
  readonly url: string;
}

/** For each face the file of common letters first, then that of further Latin ones. */
const sources: readonly Source[] = [
  { face: 'regular', family: 'Inter', style: 'normal', url: inter },
  { face: 'regular', family: 'Inter Extended', style: 'normal', url: interExtended },
  { face: 'bold', family: 'Inter', style: 'bold', url: interBold },
  { face: 'bold', family: 'Inter Extended', style: 'bold', url: interExtendedBold },
  { face: 'serif', family: 'Source Serif 4', style: 'bold', url: serif },
  { face: 'serif', family: 'Source Serif 4 Extended', style: 'bold', url: serifExtended },
];

export type LoadFont = (url: string) => Promise<Uint8Array>;

/** Brings the figures' faces into a document; they are embedded with the glyphs used. */
export async function addFonts(pdf: jsPDF, load: LoadFont = fetchFont): Promise<void> {
  await Promise.all(
    sources.map(async ({ family, style, url }) => {
      const bytes = sfntOf(await load(url));
      const file = `${family}-${style}.ttf`;
      pdf.addFileToVFS(file, binary(bytes));
      pdf.addFont(file, family, style, undefined, 'Identity-H');
    }),
  );
}

/** A stretch of a text that one file of a face can write. */
export interface PdfRun extends PdfFace {
  readonly text: string;
  /** False where no file of the face has these letters. */
  readonly known: boolean;
}

/** Splits a text by the files that have its letters. */
export function runsOf(pdf: jsPDF, text: string, face: Face): readonly PdfRun[] {
  const files = sources.filter((source) => source.face === face);
  const runs: PdfRun[] = [];
  for (const character of text) {
    const owner = files.find((file) => hasGlyph(pdf, file, character));
    const { family, style } = owner ?? files[0]!;
    const last = runs.at(-1);
    const known = owner !== undefined;
    if (last?.family === family && last.known === known)
      runs[runs.length - 1] = { ...last, text: last.text + character };
    else runs.push({ text: character, family, style, known });
  }
  return runs;
}

function hasGlyph(pdf: jsPDF, { family, style }: PdfFace, character: string): boolean {
  pdf.setFont(family, style);
  const { metadata } = pdf.getFont() as { metadata?: { characterToGlyph(code: number): number } };
  return (metadata?.characterToGlyph(character.codePointAt(0) ?? 0) ?? 0) > 0;
}

async function fetchFont(url: string): Promise<Uint8Array> {
  const reply = await fetch(url);
  if (!reply.ok) throw new Error(`Font ${url}: ${reply.status}`);
  return new Uint8Array(await reply.arrayBuffer());
}

/** Bytes as the library takes files: a character a byte. */
function binary(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return text;
}
