import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compressThoroughly, type Encoding, encodings, leastCompressedBytes } from './encoding.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};
const compressible = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt']);

export interface StaticFile {
  readonly type: string;
  readonly etag: string;
  /** Named by its content: may be kept for ever. */
  readonly immutable: boolean;
  readonly plain: Buffer;
  readonly encodings: readonly Encoding[];
  /** The compressed bytes, made at the first asking and kept. */
  encoded(encoding: Encoding): Promise<Buffer>;
}

/**
 * The built page, read whole into memory. A request path is a key of this map or it is nothing: no path is ever made from what
 * was asked. Source maps and dot files are left out.
 */
export function readStaticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const extension = path.extname(entry.name);
    if (!entry.isFile() || entry.name.startsWith('.') || types[extension] === undefined) continue;
    const file = path.join(entry.parentPath, entry.name);
    const address = `/${path.relative(folder, file).split(path.sep).join('/')}`;
    files.set(address, staticFile(readFileSync(file), extension, address.startsWith('/assets/')));
  }
  return files;
}

/** What is sent under a name with this extension; compressed once, when first asked for. */
export function staticFile(plain: Buffer, extension: string, immutable = false): StaticFile {
  const made = new Map<Encoding, Promise<Buffer>>();
  const worthwhile = compressible.has(extension) && plain.length >= leastCompressedBytes;
  return {
    type: types[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    immutable,
    plain,
    encodings: worthwhile ? encodings : [],
    encoded(encoding) {
      const known = made.get(encoding);
      if (known) return known;
      const fresh = compressThoroughly(plain, encoding);
      made.set(encoding, fresh);
      return fresh;
    },
  };
}
