/**
 * `npm run bench` (add `-- --quick` for a short run): the engine against Array.filter on the same moves, as ratios of one run.
 * `npm run bench -- --only first-load` loads the built page as Lighthouse does, after `npm ci --prefix bench/peers` and `npm run build`.
 */

import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { decodePart, encodePart } from '#contract/arrow-part.ts';
import { bySnapshotOrder, columnsOfEvents, dictionariesOf } from '#contract/part-columns.ts';
import type { CrimeEvent } from '#core/event.ts';
import type { EventFilter } from '#core/filter.ts';
import type { Answer } from '#core/query.ts';
import { Ledger } from '#engine/local/answer.ts';
import { ColumnsBuilder } from '#engine/local/columns.ts';
import { benchEvents } from './events.ts';
import { firstLoadReport } from './first-load.ts';
import { gestures, questions } from './moves.ts';
import { type MoveTotals, naiveMove } from './naive.ts';
import { ms, type Ratio, ratioOf, table, times, timingOf } from './report.ts';

const quick = process.argv.includes('--quick');
const sizes = quick ? [10_000] : [10_000, 100_000];
const repetitions = quick ? 3 : 5;

/** The engine over events that went through the wire form, as in the product. */
function engineOf(events: readonly CrimeEvent[]): { ledger: Ledger; bytes: number } {
  const dictionaries = dictionariesOf(events);
  const bytes = encodePart(columnsOfEvents([...events].sort(bySnapshotOrder), dictionaries));
  const builder = new ColumnsBuilder(events.length, dictionaries);
  builder.add(decodePart(bytes));
  return { ledger: new Ledger(builder.build(), () => null), bytes: bytes.byteLength };
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** The same totals as `naiveMove`, read from the engine's answers. */
function totalsOf(answers: readonly Answer[]): MoveTotals {
  const of = <K extends Answer['kind']>(kind: K, nth = 0) =>
    answers.filter((answer): answer is Extract<Answer, { kind: K }> => answer.kind === kind)[nth]!;
  const facet = (nth: number): number => sum(of('facet', nth).values.map(({ total }) => total.events));
  return {
    events: of('count').total.events,
    inBins: sum(of('series').series.flatMap(({ events }) => events)),
    countries: facet(0),
    kinds: facet(1),
    inCells: sum(of('cells').cells.map(({ total }) => total.events)),
    firstRow: of('page').rows[0] ?? -1,
  };
}

function timed<T>(work: () => T): { value: T; took: number } {
  const start = performance.now();
  const value = work();
  return { value, took: performance.now() - start };
}

interface Measured {
  readonly size: number;
  readonly gesture: string;
  readonly ours: number[];
  readonly plain: number[];
  readonly ratio: Ratio;
}

/** One gesture at one size: every move both ways, alternating who goes first, with the totals compared. */
function measure(
  size: number,
  events: readonly CrimeEvent[],
  name: string,
  filters: readonly EventFilter[],
): Measured {
  const ours: number[] = [];
  const plain: number[] = [];
  const pairs: { plain: number; ours: number }[] = [];
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const { ledger } = engineOf(events);
    const fast = filters.map((filter) =>
      timed(() => totalsOf(questions(filter).map((query) => ledger.answer(query)))),
    );
    const sample = filters.slice(0, size > 50_000 ? 4 : 12);
    const slow = sample.map((filter) => timed(() => naiveMove(events, filter)));
    for (const [index, { value }] of slow.entries()) {
      const differs = JSON.stringify(value) !== JSON.stringify(fast[index]!.value);
      if (differs)
        throw new Error(`${name}: ${JSON.stringify(value)} but ${JSON.stringify(fast[index]!.value)}`);
    }
    ours.push(...fast.map(({ took }) => took));
    plain.push(...slow.map(({ took }) => took));
    pairs.push({
      plain: timingOf(slow.map(({ took }) => took)).median,
      ours: timingOf(fast.slice(0, sample.length).map(({ took }) => took)).median,
    });
  }
  return { size, gesture: name, ours, plain, ratio: ratioOf(pairs) };
}

function buildRow(size: number, events: readonly CrimeEvent[]): string[] {
  const runs = Array.from({ length: repetitions }, () => timed(() => engineOf(events)));
  const bytes = runs[0]!.value.bytes;
  return [
    size.toLocaleString('en'),
    ms(timingOf(runs.map(({ took }) => took)).median),
    (bytes / size).toFixed(1),
  ];
}

function measuredRow({ size, gesture, ours, plain, ratio }: Measured): string[] {
  const [fast, slow] = [timingOf(ours), timingOf(plain)];
  return [
    size.toLocaleString('en'),
    gesture,
    `${ms(fast.median)} / ${ms(fast.p95)}`,
    `${ms(slow.median)} / ${ms(slow.p95)}`,
    `${times(ratio.median)} (${times(ratio.low)} to ${times(ratio.high)})`,
  ];
}

function engineReport(): string {
  const moves = gestures(quick ? 20 : 60);
  const builds: string[][] = [['events', 'rows to engine, ms', 'bytes a row, uncompressed']];
  const rows: string[][] = [
    ['events', 'gesture', 'engine, ms (median / p95)', 'Array.filter, ms (median / p95)', 'ratio (spread)'],
  ];
  for (const size of sizes) {
    const events = benchEvents(size);
    builds.push(buildRow(size, events));
    for (const { name, filters } of moves) rows.push(measuredRow(measure(size, events, name, filters)));
  }

  return [
    '# Bench: the engine against the plain way',
    '',
    `Written by \`npm run bench${quick ? ' -- --quick' : ''}\`. Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${repetitions} repetitions,`,
    'seeded events and moves; both ways gave the same totals at every compared move. One move = count, month × family, countries, kinds,',
    'cells and the first page of rows, on one thread. Read the ratios.',
    '',
    table(rows),
    '',
    table(builds),
    '',
  ].join('\n');
}

const machine = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), load ${loadavg()[0]?.toFixed(1)} before`;

if (process.argv.includes('first-load')) {
  const runs = quick ? 1 : 5;
  const report = [
    '# First load: slow 4G and a four times slower processor, really applied',
    '',
    `Written by \`npm run bench -- --only first-load\`: Lighthouse, mobile, DevTools throttling; median (least to most) of ${runs}. ${machine}.`,
    '',
    await firstLoadReport(runs),
    '',
  ].join('\n');
  console.log(report);
  if (!quick) writeFileSync(new URL('./FIRST-LOAD.md', import.meta.url), report);
} else {
  const report = engineReport();
  console.log(report);
  if (!quick) writeFileSync(new URL('./RESULTS.md', import.meta.url), report);
}
