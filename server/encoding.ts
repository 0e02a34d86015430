import type { Transform } from 'node:stream';
import { promisify } from 'node:util';
import {
  brotliCompress,
  constants,
  createBrotliCompress,
  createGzip,
  createZstdCompress,
  gzip,
  zstdCompress,
} from 'node:zlib';

/** Ways an answer can be compressed, best first for answers made once and kept. */
export const encodings = ['zstd', 'br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

/** Answers shorter than this are sent as they are. */
export const leastCompressedBytes = 1024;

/**
 * The encoding a client prefers among those offered, by the quality values of Accept-Encoding; `offered` decides ties. Null means
 * plain. A header that cannot be understood, or one of absurd length, means plain too.
 */
export function chooseEncoding(header: string | undefined, offered: readonly Encoding[]): Encoding | null {
  if (header === undefined || header.length > 1000) return null;
  const qualities = new Map<string, number>();
  for (const part of header.split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    const value = quality === undefined ? 1 : Number(quality.slice(2));
    if (name !== '' && value >= 0 && value <= 1 && !qualities.has(name)) qualities.set(name, value);
  }
  let best: Encoding | null = null;
  let bestQuality = 0;
  for (const encoding of offered) {
    const quality = qualities.get(encoding) ?? qualities.get('*') ?? 0;
    if (quality > bestQuality) {
      best = encoding;
      bestQuality = quality;
    }
  }
  return best;
}

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);
const zstdAsync = promisify(zstdCompress);

const brotliQuality = (quality: number) => ({ params: { [constants.BROTLI_PARAM_QUALITY]: quality } });

/** Compresses an answer made for one request: fast levels. */
export function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') return brotliAsync(body, brotliQuality(4));
  return encoding === 'gzip' ? gzipAsync(body, { level: 5 }) : zstdAsync(body);
}

/** Compresses a file that is kept and sent many times: thorough levels. */
export function compressThoroughly(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') return brotliAsync(body, brotliQuality(9));
  if (encoding === 'gzip') return gzipAsync(body, { level: 9 });
  return zstdAsync(body, { params: { [constants.ZSTD_c_compressionLevel]: 15 } });
}

/** A stream that compresses what is written as it comes. */
export function compressingStream(encoding: Encoding): Transform {
  if (encoding === 'br') return createBrotliCompress(brotliQuality(4));
  return encoding === 'gzip' ? createGzip({ level: 5 }) : createZstdCompress();
}
