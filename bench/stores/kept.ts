import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { snapshotFormat } from '#contract/columns.ts';
import { sampleFingerprint } from '#server/jobs/sample-data-set.ts';
import { migrations } from '#server/store/sqlite/migrations.ts';
import type { BenchPlaces } from '../events.ts';

/** Raise when the made events, or how a folder is filled with them, change. */
const makerVersion = 1;
const home = fileURLToPath(new URL('../results/stores/', import.meta.url));
const maker = fileURLToPath(new URL('./make.ts', import.meta.url));

export type StoreKind = BenchPlaces | 'shared';

/**
 * A data folder with that many events, made once and kept outside git; a server takes it as its own. The name says everything that
 * its content hangs on.
 */
export function storeOf(kind: StoreKind, rows: number): string {
  const hangsOn = [sampleFingerprint(), migrations.length, snapshotFormat, makerVersion].join(' ');
  const folder = `${home}${kind}-${rows}-${createHash('sha256').update(hangsOn).digest('hex').slice(0, 8)}`;
  if (existsSync(folder)) return folder;
  const draft = `${folder}.unfinished`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  console.log(`making a store of ${rows.toLocaleString('en')} events (${kind}), once`);
  const flags = ['--disable-warning=ExperimentalWarning', '--max-old-space-size=8000'];
  execFileSync(process.execPath, [...flags, maker, kind, String(rows), draft], { stdio: 'inherit' });
  renameSync(draft, folder);
  return folder;
}
