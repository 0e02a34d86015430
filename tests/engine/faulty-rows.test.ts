import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeOverview, encodeOverview } from '#contract/overview.ts';
import { ByteWriter } from '#contract/varint.ts';
import { emptyFilter } from '#core/filter.ts';
import type { Query } from '#core/query.ts';
import { dayOf } from '#core/time.ts';
import { loadOverview, type PartSource } from '#engine/local/loader.ts';
import { buildSnapshot, partFile, readSnapshot, type Snapshot } from '#server/jobs/snapshot.ts';
import { sixEvents } from '#tests/conformance/engine.ts';
import { engineOverServer } from '#tests/conformance/engine-over-server.ts';
import { temporaryFolders } from '#tests/server/temporary.ts';
import { hashOf, memoryEngine, memorySource, until, whenReady } from './in-memory.ts';

const folder = temporaryFolders();
const version = { dataVersion: '2026-11-23.00000001', dataAsOf: '2026-11-23' };
const offTheGlobe = { ...sixEvents[0]!.place, lat: 95, lon: -70 };
const events = sixEvents.map((event, i) => (i === 0 ? { ...event, place: offTheGlobe } : event));
const good = events.length - 1;

/** What the server wrote, as a browser fetches it. */
function sourceOf({ folder: home, manifest }: Snapshot) {
  const files = [manifest.overview!, ...manifest.parts];
  const parts = new Map(
    files.map(({ hash }) => [hash, Uint8Array.from(readFileSync(partFile(home, hash, 'identity')))]),
  );
  return memorySource({ manifest, parts });
}

const counted = (from: number | null = null): Query => ({
  kind: 'count',
  filter: { ...emptyFilter, from },
  measure: 'count',
});

describe('one faulty row among those that the server wrote', () => {
  const snapshot = buildSnapshot(folder(), version, events);
  const { manifest } = snapshot;
  const overviewHash = manifest.overview!.hash;

  it('is counted in the manifest and in the overview, which stays sound', () => {
    expect(manifest).toMatchObject({ rows: events.length, skippedRows: 1 });
    const bytes = readFileSync(partFile(snapshot.folder, overviewHash, 'identity'));
    expect(decodeOverview(bytes)).toMatchObject({ rows: good, skipped: 1 });
  });

  it('leaves the overview in use until the rows are here, which count the same and say what they left out', async () => {
    let release = (): void => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const memory = sourceOf(snapshot);
    const source: PartSource = {
      ...memory,
      fetch: async (part, ...others) => {
        if (part.hash !== overviewHash) await released;
        return memory.fetch(part, ...others);
      },
    };
    const engine = memoryEngine({ manifest, parts: new Map() }, { source });
    await until(
      engine,
      (status) => status.state === 'loading' && (status.overview || !!status.overviewDamage),
    );
    expect(engine.status()).toMatchObject({ overview: true });
    expect(engine.status()).not.toHaveProperty('overviewDamage');
    const early = await engine.ask([counted()]);
    expect(early).toMatchObject({ resolution: 'month', answers: [{ ofAll: good, total: { events: good } }] });
    release();
    await whenReady(engine);
    const exact = await engine.ask([counted()]);
    expect(exact.answers).toEqual(early.answers);
    expect(engine.status()).toMatchObject({ state: 'ready', skippedRows: 1 });
    expect(memory.asked.filter((hash) => hash === overviewHash)).toHaveLength(1);
    engine.close();
  });

  it('is said where the server answers, too, and counted in none of its numbers', async () => {
    const engine = await engineOverServer(folder())(events, () => []);
    expect(engine.status()).toMatchObject({ state: 'ready', ranOn: 'server', skippedRows: 1 });
    for (const query of [counted(), counted(dayOf(2000, 1, 1))]) {
      expect((await engine.ask([query])).answers).toMatchObject([{ ofAll: good }]);
    }
    engine.close();
  });

  it('makes an overview that does not tell of it a damaged one', async () => {
    const bytes = readFileSync(partFile(snapshot.folder, overviewHash, 'identity'));
    const silent = encodeOverview({ ...decodeOverview(bytes), skipped: 0 });
    const entry = { ...manifest.overview!, hash: hashOf(silent) };
    const source = memorySource({ manifest, parts: new Map([[entry.hash, silent]]) });
    const { signal } = new AbortController();
    await expect(loadOverview({ ...manifest, overview: entry }, source, signal)).rejects.toThrow(
      `it speaks of ${good} rows, not ${events.length}`,
    );
  });
});

describe('a snapshot written before faulty rows were counted', () => {
  it('is written anew', () => {
    const home = folder();
    const { folder: written, manifest } = buildSnapshot(home, version, events);
    expect(readSnapshot(home, version.dataVersion)).not.toBeNull();
    const { skippedRows: _, ...before } = manifest;
    writeFileSync(path.join(written, 'manifest.json'), JSON.stringify(before));
    expect(readSnapshot(home, version.dataVersion)).toBeNull();
  });

  it('has an overview that is refused by its version', () => {
    const out = new ByteWriter();
    out.whole(0x41544f31);
    out.whole(6);
    expect(() => decodeOverview(out.bytes())).toThrow('Not an overview of this version.');
  });
});
