import { type BenchColumns, benchColumns, preciseColumns } from '../kernels/columns.ts';
import { moveSeries } from '../kernels/gestures.ts';
import { arquero, crossfilter2, plainArrays } from '../kernels/peers.ts';
import type { Contestant } from '../kernels/update.ts';
import { duckdb } from './duckdb.ts';
import { mosaic } from './mosaic.ts';
import { ours, type RanOn } from './ours.ts';

export interface EngineAsked {
  readonly engine: string;
  readonly rows: number;
  readonly moves: number;
  /** A gesture that has taken this long is asked no more. */
  readonly patienceMs: number;
}

export interface EngineRun {
  readonly buildMs: number;
  /** Milliseconds of each move, by gesture; the first, which switches filters, apart. */
  readonly took: Readonly<Record<string, readonly number[]>>;
  readonly first: Readonly<Record<string, number>>;
  /** Every answer, to compare. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
  /** Where our engine answered each move but the first, by gesture. */
  readonly ranOn: Readonly<Record<string, readonly RanOn[]>>;
}

type Built = Contestant & { readonly buildMs?: number; readonly ranOn?: RanOn[] };

const builds: Readonly<Record<string, (data: BenchColumns) => Promise<Built>>> = {
  'array-filter': plainArrays,
  crossfilter2,
  arquero,
  duckdb,
  mosaic,
};

/** The made data's countries, which the page knows without making rows. */
const countryKeys = benchColumns(0, true).dictionaries.country;

async function build({ engine, rows }: EngineAsked): Promise<Built> {
  if (engine === 'ours') return ours(rows, countryKeys);
  const make = builds[engine];
  if (!make) throw new Error(`No engine "${engine}".`);
  const data = preciseColumns(rows);
  const began = performance.now();
  const contestant = await make(data);
  return { ...contestant, buildMs: performance.now() - began };
}

async function run(asked: EngineAsked): Promise<EngineRun> {
  const contestant = await build(asked);
  const took: Record<string, number[]> = {};
  const first: Record<string, number> = {};
  const answers: Record<string, string[]> = {};
  const ranOn: Record<string, readonly RanOn[]> = {};
  for (const { name, moves } of moveSeries(countryKeys.length, asked.moves)) {
    const samples: number[] = [];
    const given: string[] = [];
    const gestureBegan = performance.now();
    for (const move of moves) {
      const began = performance.now();
      const update = await contestant.update(move);
      samples.push(performance.now() - began);
      given.push(JSON.stringify(update));
      if (samples.length > 2 && performance.now() - gestureBegan > asked.patienceMs) break;
    }
    first[name] = samples.shift() ?? Number.NaN;
    took[name] = samples;
    answers[name] = given;
    ranOn[name] = (contestant.ranOn?.splice(0) ?? []).slice(1);
  }
  const { buildMs = Number.NaN } = contestant;
  return { buildMs, took, first, answers, ranOn };
}

Object.assign(window, { run });
