import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { snapshotFormat } from '#contract/columns.ts';
import { sampleFingerprint } from '#server/jobs/sample-data-set.ts';
import { migrations } from '#server/store/sqlite/migrations.ts';
import type { BenchPlaces } from '../events.ts';

/** Raise when the made events, or how a folder is filled with them, change. */
const makerVersion = 2;
const home = fileURLToPath(new URL('../results/stores/', import.meta.url));
const maker = fileURLToPath(new URL('./make.ts', import.meta.url));

/** Seconds that a maker took. */
export interface Made {
  readonly read: number;
  readonly filled: number;
}

/**
 * A data folder with that many seeded events, made once and kept outside git; a server takes it as its own. The name says everything
 * that its content hangs on.
 */
export function storeOf(kind: BenchPlaces, rows: number): string {
  const hangsOn = [sampleFingerprint(), migrations.length, snapshotFormat, makerVersion].join(' ');
  const folder = `${home}${kind}-${rows}-${createHash('sha256').update(hangsOn).digest('hex').slice(0, 8)}`;
  if (existsSync(folder)) return folder;
  const draft = `${folder}.unfinished`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  console.log(`making a store of ${rows.toLocaleString('en')} events (${kind}), once`);
  makeIn(draft, kind, rows);
  renameSync(draft, folder);
  return folder;
}

/** Fills an empty folder in a process of its own. */
export function makeIn(folder: string, kind: BenchPlaces | 'shared', rows: number): Made {
  const flags = ['--disable-warning=ExperimentalWarning', '--max-old-space-size=8000'];
  const said = execFileSync(process.execPath, [...flags, maker, kind, String(rows), folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(said) as Made;
}
