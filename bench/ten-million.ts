/**
 * Exactness and brush tiles far past what a browser is given: `node --max-old-space-size=8000 bench/ten-million.ts [rows]`
 * compares the engine with a plain loop over ten million seeded rows and stops at the first difference, then times a window that moves
 * with tiles and without, in processor time, every answer compared. Needs some 4 GB.
 */
import assert from 'node:assert/strict';
import { activeDimensions, emptyFilter, filterKey } from '#core/filter.ts';
import { dayOf } from '#core/time.ts';
import { Ledger } from '#engine/local/answer.ts';
import type { EventColumns } from '#engine/local/columns.ts';
import { bufferBytes } from './kernels/buffer-bytes.ts';
import { type BenchColumns, benchColumns } from './kernels/columns.ts';
import { madeHits } from './kernels/made-words.ts';
import { buildLedger } from './kernels/ours.ts';
import { everyWay, randomFilters, windowMoves } from './kernels/random-filters.ts';
import { roughened } from './kernels/rough-columns.ts';
import { asked, differences, scan } from './kernels/scan.ts';
import { questions } from './moves.ts';
import { seeded } from './random.ts';
import { table } from './report.ts';

const rows = Number(process.argv[2] ?? 10_000_000);
/** What the columns may take, a row. */
const bytesPerRow = 30;
const movedFilters = 3;
const moves = 40;

/** Processor time of this thread, milliseconds. */
const clock = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** Random filters over every dimension, then a window that moves under some of them: by the kernels, and from a tile where it jumps. */
function checkExact(data: BenchColumns): void {
  const ledger = buildLedger(data, madeHits(data));
  const still = randomFilters(data, everyWay, 20261126);
  const moved = randomFilters(data, movedFilters, 7).flatMap(windowMoves);
  for (const filter of [...still, ...moved]) {
    const own = asked(ledger, filter);
    assert.deepEqual(differences(own, scan(data, filter)), [], filterKey(filter));
    console.log(
      `exact: ${own.events} events, ${own.byCell.size} hexagons, ${own.tooVague} too vague, by ${activeDimensions(filter).join(', ')}`,
    );
  }
  console.log(`${still.length} filters and ${moved.length} moves are exact`);
}

interface Gesture {
  readonly name: string;
  readonly windows: readonly { readonly from: number; readonly to: number }[];
}

function gestures(): Gesture[] {
  const random = seeded(17);
  const windows = (make: (i: number) => [from: number, to: number]): Gesture['windows'] =>
    Array.from({ length: moves }, (_, i) => make(i)).map(([from, to]) => ({ from, to }));
  const month = (n: number): number => dayOf(1995 + Math.floor(n / 12), (n % 12) + 1, 1);
  return [
    { name: 'ten years, dragged by months', windows: windows((i) => [month(i), month(i + 120) - 1]) },
    {
      name: 'whole months, anywhere',
      windows: windows(() => {
        const first = random.below(240);
        return [month(first), month(first + 6 + random.below(120)) - 1];
      }),
    },
    {
      name: 'a year, dragged by days',
      windows: windows((i) => [dayOf(2014, 3, 2) + 3 * i, dayOf(2015, 3, 3) + 3 * i]),
    },
  ];
}

interface Timed {
  readonly first: number;
  readonly second: number;
  readonly later: number;
  readonly answers: readonly string[];
}

/** The first move, the second (which builds the tiles), and the mean of those after it. */
function time(
  columns: EventColumns,
  tilesAbove: number,
  { windows }: Gesture,
  kinds: readonly string[],
): Timed {
  const ledger = new Ledger(columns, () => null, tilesAbove);
  const took: number[] = [];
  const answers = windows.map(({ from, to }) => {
    const asking = questions({ ...emptyFilter, from, to }).filter(({ kind }) => kinds.includes(kind));
    const began = clock();
    const given = asking.map((query) => ledger.answer(query));
    took.push(clock() - began);
    return JSON.stringify(given);
  });
  const later = took.slice(2).reduce((sum, ms) => sum + ms, 0) / (took.length - 2);
  return { first: took[0]!, second: took[1]!, later, answers };
}

function timeMoves(columns: EventColumns): string {
  const counts = ['count', 'facet', 'cells'];
  const shown = { counts, 'all of Explore': [...counts, 'series', 'page'] };
  const lines = [
    ['window', 'asked', 'without tiles, ms', 'with, ms', 'ratio', 'the move that builds them, ms'],
  ];
  for (const gesture of gestures()) {
    for (const [name, kinds] of Object.entries(shown)) {
      const without = time(columns, Number.POSITIVE_INFINITY, gesture, kinds);
      const tiled = time(columns, 0, gesture, kinds);
      assert.deepEqual(tiled.answers, without.answers);
      const ratio = `${(without.later / tiled.later).toFixed(1)}×`;
      lines.push([
        gesture.name,
        name,
        without.later.toFixed(1),
        tiled.later.toFixed(1),
        ratio,
        tiled.second.toFixed(0),
      ]);
    }
  }
  return table(lines);
}

const data = benchColumns(rows);
const { columns } = buildLedger(data).selections;
const bytes = bufferBytes(columns);
console.log(`${rows} rows: ${(bytes / 1e6).toFixed(1)} MB of buffers, ${(bytes / rows).toFixed(2)} B a row`);
assert.ok(bytes <= rows * bytesPerRow, `The columns take more than ${bytesPerRow} B a row.`);
checkExact(roughened(data));
console.log(timeMoves(columns));
