import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { fillFolder } from '#bench/stores/fill.ts';
import { seededRows } from '#bench/stores/seeded.ts';
import { bySnapshotOrder } from '#contract/part-columns.ts';
import { reusePrepared } from '#server/jobs/prepare.ts';
import { sampleFingerprint } from '#server/jobs/sample-data-set.ts';
import { splitNewestFirst } from '#server/jobs/snapshot.ts';
import { openForReading } from '#server/store/sqlite/open.ts';
import { selectInfo } from '#server/store/sqlite/records.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('a seeded store', () => {
  it('repeats events past what is made, in the order and numbers of a snapshot', () => {
    const { parts, rows } = seededRows(600, 'noise', 200);
    const events = [...parts].reverse().flat();
    expect(rows).toBe(600);
    expect(events.map(({ n }) => n)).toEqual(Array.from({ length: 600 }, (_, i) => i + 1));
    expect([...events].sort(bySnapshotOrder)).toEqual(events);
    expect(new Set(events.map(({ id }) => id)).size).toBe(600);
    expect(() => seededRows(601, 'noise', 200)).toThrow('multiple');
  });

  it('is taken by the server as its own: all rows in the snapshot, the newest in the store', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'atalaya-store-'));
    folders.push(folder);
    const made = seededRows(1200, 'gazetteer');
    fillFolder(folder, { ...made, parts: splitNewestFirst([...made.parts].flat(), 500) }, 600);
    const snapshot = reusePrepared(folder, sampleFingerprint());
    expect(snapshot?.manifest.parts.map(({ rows }) => rows)).toEqual([500, 500, 200]);
    expect(snapshot?.manifest.rows).toBe(1200);
    const database = openForReading(folder);
    try {
      expect(selectInfo(database).counts.events).toBe(1000);
      expect(selectInfo(database).eventDays.from).toBeGreaterThanOrEqual(snapshot!.manifest.parts[2]!.toDay!);
    } finally {
      database.close();
    }
  });
});
