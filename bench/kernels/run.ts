/**
 * The engine's kernels against its peers: one thread, seeded data, seeded moves, every answer compared.
 *
 *   node bench/kernels/run.ts [--quick] [--rows 1000000]     peers: npm ci --prefix bench/peers
 */
import { existsSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dayOf } from '#core/time.ts';
import { seeded } from '../random.ts';
import { ms, ratioOf, table, times, timingOf } from '../report.ts';
import { type BenchColumns, benchColumns } from './columns.ts';
import { ours } from './ours.ts';
import { arquero, crossfilter2, plainArrays } from './peers.ts';
import type { Build, Move, Update } from './update.ts';

const quick = process.argv.includes('--quick');
const rowsAsked = process.argv[process.argv.indexOf('--rows') + 1];
const sizes = process.argv.includes('--rows')
  ? [Number(rowsAsked)]
  : quick
    ? [10_000]
    : [10_000, 100_000, 1_000_000];
const repetitions = quick ? 2 : 3;
const movesPerGesture = quick ? 40 : 400;
/** A contestant that has used this much is asked no more moves of the gesture. */
const patienceMs = quick ? 500 : 2000;

const tenYears = 3652;
const start = dayOf(1995, 1, 1);

function gestures(countries: number): readonly { readonly name: string; readonly moves: readonly Move[] }[] {
  const random = seeded(11);
  const make = (move: (i: number) => Move): Move[] =>
    Array.from({ length: movesPerGesture }, (_, i) => move(i));
  /** At least one is on: the product reads "none chosen" as "all". */
  const coin = (size: number): boolean[] => {
    const sure = random.below(size);
    return Array.from({ length: size }, (_, i) => random.next() < 0.5 || i === sure);
  };
  const whole = { families: null, countries: null };
  return [
    { name: 'drag', moves: make((i) => ({ ...whole, from: start + 14 * i, to: start + 14 * i + tenYears })) },
    {
      name: 'jump',
      moves: make(() => {
        const from = start + random.below(8000);
        return { ...whole, from, to: from + 200 + random.below(3000) };
      }),
    },
    {
      name: 'toggle',
      moves: make(() => ({
        from: start,
        to: start + 2 * tenYears,
        families: coin(8),
        countries: coin(countries),
      })),
    },
  ];
}

interface Run {
  readonly name: string;
  readonly buildMs: number;
  readonly megabytes: number;
  /** Mean milliseconds a move, by gesture. */
  readonly took: Readonly<Record<string, number>>;
  /** Each answer, to compare. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
}

/**
 * Milliseconds of processor time of this thread: a busy machine delays a move, but does not lengthen it. The system counts in
 * steps of some milliseconds, so only sums over many moves mean something.
 */
const clock = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

const used = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

async function run(build: Build, data: BenchColumns): Promise<Run> {
  const before = used();
  const began = clock();
  const contestant = await build(data);
  const buildMs = clock() - began;
  const took: Record<string, number> = {};
  const answers: Record<string, string[]> = {};
  for (const { name, moves } of gestures(data.dictionaries.country.length)) {
    // The first move switches filters that the gesture then keeps.
    answers[name] = [JSON.stringify(contestant.update(moves[0]!))];
    const updates: Update[] = [];
    const gestureBegan = clock();
    for (const move of moves.slice(1)) {
      updates.push(contestant.update(move));
      if (clock() - gestureBegan > patienceMs) break;
    }
    took[name] = (clock() - gestureBegan) / updates.length;
    answers[name].push(...updates.map((update) => JSON.stringify(update)));
  }
  return { name: contestant.name, buildMs, megabytes: used() - before, took, answers };
}

function compare(own: Run, other: Run): void {
  for (const [gesture, answers] of Object.entries(other.answers)) {
    for (const [i, answer] of answers.entries()) {
      if (answer !== own.answers[gesture]![i]) {
        throw new Error(
          `${other.name}, ${gesture} ${i}: ${answer}\n${own.name}: ${own.answers[gesture]![i]}`,
        );
      }
    }
  }
}

async function measure(rows: number, builds: readonly Build[]): Promise<string[][]> {
  const data = benchColumns(rows, true);
  const runs: Run[][] = builds.map(() => []);
  for (let repetition = 0; repetition < repetitions; repetition++) {
    for (const [i, build] of builds.entries()) runs[i]!.push(await run(build, data));
    for (const other of runs.slice(1)) compare(runs[0]![repetition]!, other[repetition]!);
  }
  return runs.map((own) => {
    const gesture = (name: string): string[] => {
      const means = own.map(({ took }) => took[name]!);
      const ratio = ratioOf(means.map((plain, i) => ({ plain, ours: runs[0]![i]!.took[name]! })));
      const spread = `${times(ratio.median)} (${times(ratio.low)}–${times(ratio.high)})`;
      return [ms(timingOf(means).median), own === runs[0] ? '1' : spread];
    };
    return [
      rows.toLocaleString('en'),
      own[0]!.name,
      ms(timingOf(own.map(({ buildMs }) => buildMs)).median),
      Math.max(...own.map(({ megabytes }) => megabytes)).toFixed(0),
      ...gesture('drag'),
      ...gesture('jump'),
      ...gesture('toggle'),
    ];
  });
}

const peers = existsSync(new URL('../peers/node_modules/crossfilter2', import.meta.url));
const builds: readonly Build[] = peers ? [ours, plainArrays, crossfilter2, arquero] : [ours, plainArrays];
if (!peers)
  console.error('Peers are not installed (npm ci --prefix bench/peers); comparing with Array.filter only.');
const lines: string[][] = [
  [
    'events',
    'engine',
    'build ms',
    'MB kept',
    'drag, ms a move',
    '× ours',
    'jump',
    '× ours',
    'toggle',
    '× ours',
  ],
];
for (const rows of sizes) lines.push(...(await measure(rows, builds)));
const report = [
  '# Kernels: the same update by every engine',
  '',
  `Written by \`node bench/kernels/run.ts${quick ? ' --quick' : ''}\`. Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, processor time of one thread,`,
  `${repetitions} repetitions of ${movesPerGesture} moves a gesture (fewer where they took over ${patienceMs / 1000} s); every answer of every engine was the same.`,
  'One update = hexagons of the overview, month × family, countries, ten largest seizures, total; each panel without its own dimension.',
  'Events on one day and placed, because the peers know nothing vaguer. Peers get month, family and hexagon of each row for nothing.',
  'Read the ratios (median of the repetitions, least to most), not the milliseconds.',
  '',
  table(lines),
  '',
].join('\n');
console.log(report);
if (!quick) writeFileSync(new URL('./RESULTS.md', import.meta.url), report);
