import { type EmbeddedFace, faceRules } from './fonts.ts';

/** The font was not painted although it is inside the file. */
export class FontNotPainted extends Error {
  constructor() {
    super('The browser did not paint the embedded font.');
    this.name = 'FontNotPainted';
  }
}

/** The browser gave no picture for a canvas of this size. */
export class CanvasTooLarge extends Error {
  constructor(width: number, height: number) {
    super(`No picture of ${width} × ${height} px could be made.`);
    this.name = 'CanvasTooLarge';
  }
}

const ATTEMPTS = 8;
const PAUSE_MS = 60;

/** Loads an SVG as a picture of its own; it can neither run scripts nor load anything. */
export async function pictureOf(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } finally {
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}

/**
 * Waits until pictures with the embedded faces really show them: a probe with the face must differ from the same probe with
 * its fallback only. Throws FontNotPainted when it never does.
 */
export async function fontsPainted(faces: readonly EmbeddedFace[]): Promise<void> {
  for (const family of new Set(faces.map((face) => face.family))) {
    const own = faces.filter((face) => face.family === family);
    const fallback = await inkOf(await pictureOf(probe(family, [])));
    let attempt = 0;
    while ((await inkOf(await pictureOf(probe(family, own)))) === fallback) {
      attempt += 1;
      if (attempt >= ATTEMPTS) throw new FontNotPainted();
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

const probe = (family: string, faces: readonly EmbeddedFace[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="60" viewBox="0 0 400 60"><style>${faceRules(faces)}</style>` +
  `<text x="4" y="44" font-size="40" font-weight="620" font-family="'${family}',monospace">Wiggly Qa 109</text></svg>`;

/** A fingerprint of what was painted: which columns hold ink. */
async function inkOf(image: HTMLImageElement): Promise<string> {
  const canvas = document.createElement('canvas');
  canvas.width = 400;
  canvas.height = 60;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new CanvasTooLarge(400, 60);
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, 400, 60);
  let print = '';
  for (let x = 0; x < 400; x += 1) {
    let ink = 0;
    for (let y = 0; y < 60; y += 1) ink += data[(y * 400 + x) * 4 + 3]! > 64 ? 1 : 0;
    print += ink.toString(36);
  }
  return print;
}

/** Paints an SVG at a size in px and returns the PNG's bytes. */
export async function paintPng(svg: string, width: number, height: number): Promise<Uint8Array> {
  const image = await pictureOf(svg);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new CanvasTooLarge(width, height);
  pen.drawImage(image, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob || blob.size < 100) throw new CanvasTooLarge(width, height);
  return new Uint8Array(await blob.arrayBuffer());
}
