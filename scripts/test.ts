/** What `npm test` runs: every suite in turn, each shown as it goes, and one line at the end that counts them all. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Failure, playwrightCounts, type SuiteCounts, vitestCounts } from './test-counts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = path.join(root, 'node_modules/.bin');
const reports = mkdtempSync(path.join(tmpdir(), 'atalaya-test-'));

interface Step {
  name: string;
  command: string[];
  env?: Record<string, string>;
  /** Reads what the suite counted; without it the step is one check that passed or failed. */
  count?: () => SuiteCounts;
}

const vitestReport = path.join(reports, 'vitest.json');
const benchReport = path.join(reports, 'bench.json');
const journeysReport = path.join(reports, 'journeys.json');

const steps: Step[] = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['biome', 'check', '.', '--max-diagnostics=30'] },
  {
    name: 'unit, component, API, conformance, architecture',
    command: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${vitestReport}`],
    count: () => vitestCounts(readReport(vitestReport)),
  },
  { name: 'build', command: ['vite', 'build', '--logLevel', 'error'] },
  {
    name: 'journeys in a real browser',
    command: ['playwright', 'test'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: journeysReport },
    count: () => playwrightCounts(readReport(journeysReport)),
  },
  {
    name: 'the benchmark itself, small and short',
    command: ['node', 'bench/run.ts', '--quick', '--json', benchReport],
    count: () => readReport(benchReport) as SuiteCounts,
  },
];

function readReport(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function run(step: Step): Promise<number> {
  const [program = '', ...args] = step.command;
  const suffix = process.platform === 'win32' ? '.cmd' : '';
  return new Promise((resolve) => {
    const file = program === 'node' ? process.execPath : path.join(bin, program + suffix);
    const child = spawn(file, args, {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      // The Node that npm brought comes first, also when this is not run through npm.
      env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`, ...step.env },
    });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** A suite that broke before it could count anything is one failure, never nothing. */
function settle(step: Step, exitCode: number): SuiteCounts {
  const broken = { title: step.name, reason: `ended with exit code ${exitCode}` };
  if (!step.count)
    return {
      passed: exitCode === 0 ? 1 : 0,
      late: [],
      failures: exitCode === 0 ? [] : [broken],
      skipped: [],
    };
  try {
    const counts = step.count();
    return exitCode !== 0 && counts.failures.length === 0 ? { ...counts, failures: [broken] } : counts;
  } catch {
    return { passed: 0, late: [], failures: [broken], skipped: [] };
  }
}

const total: SuiteCounts = { passed: 0, late: [], failures: [], skipped: [] };
for (const step of steps) {
  const started = Date.now();
  console.log(`\n== ${step.name}`);
  const counts = settle(step, await run(step));
  total.passed += counts.passed;
  total.late.push(...counts.late);
  total.failures.push(...counts.failures);
  total.skipped.push(...counts.skipped);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`== ${step.name}: ${counts.passed} passed, ${counts.failures.length} failed (${seconds} s)`);
}
rmSync(reports, { recursive: true, force: true });

if (total.skipped.length > 0) {
  console.log(`\nNot run, for want of what they check against (${total.skipped.length}):`);
  for (const title of total.skipped) console.log(`  - ${title}`);
}
// Once more at the end, where they are found: above them stand thousands of lines.
const tell = (what: string, found: readonly Failure[]): void => {
  for (const { title, reason } of found) console.log(`\n${what}: ${title}\n${reason.replace(/^/gm, '    ')}`);
};
tell('Passed only at a second try', total.late);
tell('Failed', total.failures);
console.log(`\n${total.passed} passed, ${total.failures.length} failed`);
process.exitCode = total.failures.length === 0 ? 0 : 1;
