import type { SnapshotManifest } from '#contract/schemas.ts';
import type { PartSource } from './loader.ts';
import { PartMissing } from './part-missing.ts';

type PartEntry = SnapshotManifest['parts'][number];

const cacheName = 'atalaya-parts-1';
const attemptMs = 120_000;

/** Parts over HTTP, kept by the browser's Cache API where the page may use it. */
export const webPartSource: PartSource = {
  async fetch(part, fresh, signal, onBytes) {
    const response = await fetch(part.url, {
      cache: fresh ? 'reload' : 'default',
      signal: AbortSignal.any([signal, AbortSignal.timeout(attemptMs)]),
    });
    if (response.status === 404 || response.status === 410) throw new PartMissing(part.hash);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return readAll(response, part.bytes, onBytes);
  },

  async recall(part) {
    const response = await withCache((cache) => cache.match(part.url));
    return response ? new Uint8Array(await response.arrayBuffer()) : null;
  },

  async keep(part, bytes) {
    await withCache((cache) => cache.put(part.url, new Response(bytes)));
  },

  async forgetOthers(parts) {
    await withCache(async (cache) => {
      const wanted = new Set(parts.map((part) => new URL(part.url, location.href).href));
      for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
    });
  },

  pause(milliseconds, signal) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, milliseconds);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      });
    });
  },
};

/** Runs `use` with the cache; undefined where there is none (plain HTTP, private windows) or it is full. */
async function withCache<T>(use: (cache: Cache) => Promise<T>): Promise<T | undefined> {
  if (!('caches' in globalThis)) return undefined;
  try {
    return await use(await caches.open(cacheName));
  } catch {
    return undefined;
  }
}

async function readAll(
  response: Response,
  expected: PartEntry['bytes'],
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  let buffer = new Uint8Array(Math.max(expected, 1024));
  let size = 0;
  const reader = response.body.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    if (size + chunk.value.byteLength > buffer.byteLength) {
      const larger = new Uint8Array((size + chunk.value.byteLength) * 2);
      larger.set(buffer.subarray(0, size));
      buffer = larger;
    }
    buffer.set(chunk.value, size);
    size += chunk.value.byteLength;
    onBytes(chunk.value.byteLength);
  }
  return buffer.subarray(0, size);
}
