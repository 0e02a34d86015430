import interExtended from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url';
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import serifExtended from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2?url';
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url';

/** A face as it is written into a file. */
export interface EmbeddedFace {
  readonly family: string;
  readonly weights: string;
  readonly data: string;
}

interface Source {
  readonly family: string;
  readonly weights: string;
  readonly url: string;
  /** Needed when the text has letters outside Latin-1 and common punctuation. */
  readonly extended: boolean;
}

const sources: readonly Source[] = [
  { family: 'Inter Variable', weights: '100 900', url: inter, extended: false },
  { family: 'Inter Variable', weights: '100 900', url: interExtended, extended: true },
  { family: 'Source Serif 4 Variable', weights: '200 900', url: serif, extended: false },
  { family: 'Source Serif 4 Variable', weights: '200 900', url: serifExtended, extended: true },
];

/** Code points of the latin files (src/app/fonts.css); everything else needs the extended ones. */
const latinRanges: readonly (readonly [number, number])[] = [
  [0x0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2c6],
  [0x2da, 0x2dc],
  [0x2000, 0x206f],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x22ff],
];
const cache = new Map<string, Promise<string>>();

/** The faces a text needs, as base64 of the bundled files; read from our own origin, once. */
export async function embeddedFaces(
  text: string,
  load: (url: string) => Promise<ArrayBuffer> = fetchBytes,
): Promise<readonly EmbeddedFace[]> {
  const needsExtended = [...text].some((character) => !isLatin(character.codePointAt(0) ?? 0));
  const chosen = sources.filter((source) => needsExtended || !source.extended);
  return Promise.all(
    chosen.map(async ({ family, weights, url }) => {
      const known = cache.get(url) ?? load(url).then(base64);
      cache.set(url, known);
      known.catch(() => cache.delete(url));
      return { family, weights, data: await known };
    }),
  );
}

/** The `@font-face` rules of an exported file. */
export function faceRules(faces: readonly EmbeddedFace[]): string {
  return faces
    .map(
      ({ family, weights, data }) =>
        `@font-face{font-family:"${family}";font-weight:${weights};src:url(data:font/woff2;base64,${data}) format("woff2")}`,
    )
    .join('');
}

const isLatin = (code: number): boolean => latinRanges.some(([from, to]) => code >= from && code <= to);

async function fetchBytes(url: string): Promise<ArrayBuffer> {
  const reply = await fetch(url);
  if (!reply.ok) throw new Error(`Font ${url}: ${reply.status}`);
  return reply.arrayBuffer();
}

/** Base64 in slices, so that a large file does not overflow the call stack. */
function base64(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
