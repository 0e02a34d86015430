import { inflateSync } from 'node:zlib';

/** What a test reads out of a PDF file: its own text, by font and Unicode map, and its objects. */
export interface ReadPdf {
  readonly objects: ReadonlyMap<number, string>;
  /** Texts in the order of painting. */
  readonly texts: readonly string[];
  readonly pages: number;
}

/** Reads the objects of a PDF, unpacks its streams and turns glyph numbers back into text. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, string>();
  for (const [, id, body = ''] of file.matchAll(/(\d+) 0 obj\n?([\s\S]*?)\nendobj/g))
    objects.set(Number(id), unpacked(body));
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const body of objects.values()) {
    const list = /\/Font <<([\s\S]*?)>>/.exec(body)?.[1] ?? '';
    for (const [, name = '', id] of list.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id)) ?? '')?.[1];
      if (map) fonts.set(name, lettersOf(objects.get(Number(map)) ?? ''));
    }
  }
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b(?!s)/.test(body));
  const content = pages
    .map((page) => objects.get(Number(/\/Contents (\d+) 0 R/.exec(page)?.[1])) ?? '')
    .join('\n');
  return { objects, texts: textsOf(content, fonts), pages: pages.length };
}

function unpacked(body: string): string {
  const stream = /^([\s\S]*?)stream\n([\s\S]*)\nendstream/.exec(body);
  if (!stream?.[1]?.includes('FlateDecode')) return body;
  return `${stream[1]}${inflateSync(Buffer.from(stream[2] ?? '', 'latin1')).toString('latin1')}`;
}

/** A ToUnicode map: glyph number in hex to text. */
function lettersOf(map: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', code = ''] of block.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      letters.set(glyph.toLowerCase(), Buffer.from(code, 'hex').swap16().toString('utf16le'));
  return letters;
}

function textsOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  let letters: ReadonlyMap<string, string> = new Map();
  const texts: string[] = [];
  for (const [, font, hex = ''] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)> Tj/gi)) {
    if (font) letters = fonts.get(font) ?? new Map();
    else
      texts.push((hex.match(/.{4}/g) ?? []).map((glyph) => letters.get(glyph.toLowerCase()) ?? '□').join(''));
  }
  return texts;
}
