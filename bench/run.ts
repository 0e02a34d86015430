/**
 * `npm run bench` measures everything in real Chromium and writes bench/RESULTS.md.
 *
 *   -- --only engines,page     some sections; the report keeps what the others found last
 *   -- --sizes 10k,100k,1m,10m  how many events
 *   -- --resume                only the sections that have no result of this commit
 *   -- --quick                 small and short: holds the harness, says nothing of times, writes no report
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { enginesSection } from './browser/engines.ts';
import { realLoadsSection } from './browser/real-loads.ts';
import { pageSection } from './browser/real-page.ts';
import { storesSection } from './browser/stores.ts';
import { exportsSection } from './exports.ts';
import { firstLoadSection } from './first-load.ts';
import { shareOfOthers } from './machine.ts';
import { type KeptResult, reportOf } from './report-text.ts';
import type { Section, SectionResult } from './sections.ts';
import { sizesSection } from './sizes.ts';
import { tilesSection } from './tiles.ts';

const sections: Readonly<Record<string, Section>> = {
  engines: enginesSection,
  page: pageSection,
  stores: storesSection,
  real: realLoadsSection,
  tiles: tilesSection,
  sizes: sizesSection,
  exports: exportsSection,
  'first-load': firstLoadSection,
};

/** Share of the processors that other work may take before a section's times are said to be worth nothing. */
const mostOthers = 0.15;
const folder = new URL('./results/', import.meta.url);
const quick = process.argv.includes('--quick');

function listAfter(flag: string): string[] | null {
  const at = process.argv.indexOf(flag);
  return at < 0 ? null : (process.argv[at + 1] ?? '').split(',').filter(Boolean);
}

/** "10k", "1m" or plain digits. */
function sizeOf(text: string): number {
  const [, digits, unit] = /^(\d+)([km]?)$/i.exec(text) ?? [];
  if (!digits) throw new Error(`--sizes: "${text}" is no size; write 10k, 100k, 1m, 10m or digits.`);
  return Number(digits) * ({ k: 1e3, m: 1e6 }[unit?.toLowerCase() ?? ''] ?? 1);
}

function chosen(): string[] {
  const only = listAfter('--only');
  const unknown = only?.filter((name) => !(name in sections)) ?? [];
  if (unknown.length > 0)
    throw new Error(
      `--only: no section "${unknown.join(', ')}"; there are ${Object.keys(sections).join(', ')}.`,
    );
  return only ?? Object.keys(sections);
}

function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown commit';
  }
}

function kept(name: string): KeptResult | null {
  const file = new URL(`${name}.json`, folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as KeptResult) : null;
}

function keep(name: string, result: SectionResult, seconds: number, others: number): KeptResult {
  const own: KeptResult = {
    ...result,
    seconds,
    busy: others > mostOthers && !result.timeless,
    commit: commit(),
    date: new Date().toISOString().slice(0, 10),
    machine: `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${(totalmem() / 2 ** 30).toFixed(0)} GB; others used ${Math.round(100 * others)} % of it before or after`,
  };
  if (!quick) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(new URL(`${name}.json`, folder), JSON.stringify(own, null, 1));
  }
  return own;
}

const sizes = (listAfter('--sizes') ?? (quick ? ['10k'] : ['10k', '100k', '1m'])).map(sizeOf);
const found = new Map<string, KeptResult>();
const failures: { title: string; reason: string }[] = [];
for (const name of chosen()) {
  if (process.argv.includes('--resume') && kept(name)?.commit === commit()) continue;
  const before = await shareOfOthers();
  const began = Date.now();
  try {
    const result = await sections[name]!({ quick, sizes });
    const seconds = Math.round((Date.now() - began) / 1000);
    const own = keep(name, result, seconds, Math.max(before, await shareOfOthers()));
    found.set(name, own);
    console.log(`${name}: ${own.checks} checks held, ${own.seconds} s`);
    for (const line of own.notRun) console.log(`${name}, not run: ${line}`);
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    failures.push({ title: `bench: ${name}`, reason });
    console.error(`${name} failed: ${reason}`);
  }
}

const report = reportOf(
  Object.keys(sections).map((name) => [name, found.get(name) ?? (quick ? null : kept(name))]),
);
if (quick) {
  const out = listAfter('--json')?.[0];
  const skipped = [...found.values()].flatMap(({ notRun }) => notRun);
  if (out) writeFileSync(out, JSON.stringify({ passed: found.size, late: [], failures, skipped }));
  console.log(report);
} else if (found.size > 0) writeFileSync(new URL('./RESULTS.md', import.meta.url), report);
process.exitCode = failures.length > 0 ? 1 : 0;
