const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Signature, then the whole IHDR chunk: 4 length, 4 type, 13 data, 4 checksum. */
const AFTER_HEADER = 8 + 25;

/** Text that a picture carries about itself. */
export interface PngTexts {
  readonly Title: string;
  readonly Description: string;
  readonly Source: string;
  readonly Software: string;
}

/**
 * The same picture with its print density (pHYs) and its words (iTXt, UTF-8) written in after the header. Throws for bytes
 * that are not a PNG.
 */
export function withChunks(png: Uint8Array, dotsPerInch: number, texts: PngTexts): Uint8Array {
  if (SIGNATURE.some((byte, index) => png[index] !== byte)) throw new Error('Not a PNG file.');
  const extra = [
    density(dotsPerInch),
    ...Object.entries(texts).map(([key, text]) => internationalText(key, text)),
  ];
  const length = extra.reduce((total, chunk) => total + chunk.length, png.length);
  const result = new Uint8Array(length);
  result.set(png.subarray(0, AFTER_HEADER));
  let at = AFTER_HEADER;
  for (const chunk of extra) {
    result.set(chunk, at);
    at += chunk.length;
  }
  result.set(png.subarray(AFTER_HEADER), at);
  return result;
}

function density(dotsPerInch: number): Uint8Array {
  const perMetre = Math.round(dotsPerInch / 0.0254);
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  data[8] = 1;
  return chunk('pHYs', data);
}

/** iTXt: keyword, uncompressed, no language, UTF-8 text. tEXt could not hold accents beyond Latin-1. */
function internationalText(key: string, text: string): Uint8Array {
  const encoder = new TextEncoder();
  const keyword = encoder.encode(key);
  const value = encoder.encode(text);
  const data = new Uint8Array(keyword.length + 5 + value.length);
  data.set(keyword);
  data.set(value, keyword.length + 5);
  return chunk('iTXt', data);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as PNG defines it (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
