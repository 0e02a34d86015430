import { describe, expect, it } from 'vitest';
import { encodePart } from '#contract/arrow-part.ts';
import { columnsOfEvents } from '#contract/part-columns.ts';
import type { SnapshotManifest } from '#contract/schemas.ts';
import type { EngineError } from '#engine/engine.ts';
import { loadParts } from '#engine/local/loader.ts';
import { sha256, sha256Hex } from '#engine/local/sha256.ts';
import { sixEvents } from '#tests/conformance/engine.ts';
import { type Bytes, hashOf, memorySource, snapshotOf } from './in-memory.ts';

const snapshot = snapshotOf(sixEvents, 3);
const [first, second] = snapshot.manifest.parts.map(({ hash }) => hash) as [string, string];

async function load(source: ReturnType<typeof memorySource>, manifest: SnapshotManifest = snapshot.manifest) {
  const rows: number[] = [];
  const troubles: string[] = [];
  let bytes = 0;
  let mostBytes = 0;
  await loadParts(
    manifest,
    source,
    {
      onBytes: (size) => {
        bytes += size;
        mostBytes = Math.max(mostBytes, bytes);
      },
      onPart: (columns) => rows.push(columns.rows),
      onTrouble: (error: EngineError) => troubles.push(error.message),
      onDamage: (error: EngineError) => {
        throw error;
      },
    },
    new AbortController().signal,
  );
  return { rows, troubles, bytes, mostBytes };
}

const cut = (hash: string): Bytes => snapshot.parts.get(hash)!.slice(0, -20);
const bent = (hash: string): Bytes => {
  const bytes = snapshot.parts.get(hash)!.slice();
  bytes[bytes.length - 9]! ^= 1;
  return bytes;
};

describe('loadParts', () => {
  it('takes parts in the order of the manifest, newest first', async () => {
    const source = memorySource(snapshot);
    expect(await load(source)).toMatchObject({
      rows: [3, 3],
      troubles: [],
      bytes: snapshot.manifest.bytes,
    });
    expect(source.asked).toEqual([first, second]);
  });

  it('does not fetch what an earlier visit kept, and forgets what the manifest no longer names', async () => {
    const source = memorySource(snapshot);
    await load(source);
    source.kept.set('f'.repeat(32), new Uint8Array(3));
    await load(source);
    expect(source.asked).toEqual([first, second]);
    expect([...source.kept.keys()]).toEqual([first, second]);
  });

  it('fetches a kept part afresh when it is damaged', async () => {
    const source = memorySource(snapshot);
    source.kept.set(first, bent(first));
    expect((await load(source)).rows).toEqual([3, 3]);
    expect(source.asked).toEqual([first, second]);
  });

  it.each([
    ['cut off', cut],
    ['changed', bent],
  ])('fetches a %s part once more past the caches', async (_, damage) => {
    const fresh: boolean[] = [];
    const source = memorySource(snapshot, async (hash, attempt, past) => {
      if (hash !== second) return null;
      fresh.push(past);
      return attempt === 1 ? damage(hash) : null;
    });
    expect(await load(source)).toMatchObject({ rows: [3, 3], bytes: snapshot.manifest.bytes });
    expect(fresh).toEqual([false, true]);
  });

  it('refuses a part that stays damaged, by name', async () => {
    const source = memorySource(snapshot, async (hash) => (hash === second ? cut(hash) : null));
    await expect(load(source)).rejects.toMatchObject({
      code: 'bad-snapshot',
      message: expect.stringContaining(second.slice(0, 8)),
    });
    expect(source.asked).toEqual([first, second, second]);
    expect(source.kept.has(second)).toBe(false);
  });

  it('goes on from the part that failed when the connection is back', async () => {
    const source = memorySource(snapshot, async (hash, attempt) => {
      if (hash === second && attempt < 4) throw new Error('connection reset');
      return null;
    });
    const { rows, troubles } = await load(source);
    expect(rows).toEqual([3, 3]);
    expect(troubles).toHaveLength(3);
    expect(troubles[0]).toContain(second.slice(0, 8));
    expect(source.asked).toEqual([first, second, second, second, second]);
    expect(source.pauses).toEqual([500, 2000, 5000]);
  });

  it('never counts more bytes than there are, however often a part is cut off on its way', async () => {
    const source = memorySource(snapshot);
    let cuts = 0;
    const { bytes, mostBytes, troubles } = await load({
      ...source,
      async fetch(part, fresh, signal, onBytes) {
        if (part.hash !== second || cuts === 3) return source.fetch(part, fresh, signal, onBytes);
        cuts++;
        onBytes(part.bytes - 20);
        throw new Error('connection reset');
      },
    });
    expect(troubles).toHaveLength(3);
    expect([bytes, mostBytes]).toEqual([snapshot.manifest.bytes, snapshot.manifest.bytes]);
  });

  it('says no more of bytes once it is told to stop', async () => {
    const stop = new AbortController();
    const sizes: number[] = [];
    const events = {
      onBytes: (size: number) => void sizes.push(size),
      onPart: () => {},
      onTrouble: () => {},
      onDamage: () => {},
    };
    const source = {
      ...memorySource(snapshot),
      async fetch(_part: unknown, _fresh: boolean, signal: AbortSignal, onBytes: (bytes: number) => void) {
        onBytes(100);
        stop.abort();
        return Promise.reject(signal.reason);
      },
    };
    await expect(loadParts(snapshot.manifest, source, events, stop.signal)).rejects.toThrow(/abort/);
    expect(sizes).toEqual([100]);
  });

  it('refuses another format before fetching anything', async () => {
    const source = memorySource(snapshot);
    await expect(load(source, { ...snapshot.manifest, format: 1000 })).rejects.toMatchObject({
      code: 'unsupported-format',
    });
    expect(source.asked).toEqual([]);
  });

  it('refuses a part with another number of rows than its entry says', async () => {
    const columns = columnsOfEvents(sixEvents.slice(0, 2), snapshot.manifest.dictionaries);
    const bytes = Uint8Array.from(encodePart(columns));
    const entry = { ...snapshot.manifest.parts[0]!, hash: hashOf(bytes) };
    const source = memorySource({ ...snapshot, parts: new Map([[entry.hash, bytes]]) });
    const manifest = { ...snapshot.manifest, parts: [entry] };
    await expect(load(source, manifest)).rejects.toThrow('2 rows, not 3');
  });
});

describe('sha256', () => {
  it('agrees with the platform on every length around a block', async () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37) & 255);
      const own = Array.from(sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
      expect(own).toBe(await sha256Hex(bytes));
      expect(own.slice(0, 32)).toBe(hashOf(bytes));
    }
  });
});
