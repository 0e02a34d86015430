import { datePrecisionCodes, noCode } from '#contract/columns.ts';
import {
  blankColumns,
  type Dictionaries,
  type ListColumn,
  type PartColumns,
} from '#contract/part-columns.ts';
import { kinds } from '#core/taxonomy.ts';
import { binEnd, binStart, dayOf } from '#core/time.ts';
import { type Random, seeded } from '../random.ts';

/** Columns of made events with the shares of real ones: clustered places, more events lately, some vague, many silent. */
export interface BenchColumns {
  readonly dictionaries: Dictionaries;
  readonly part: PartColumns;
}

const firstDay = dayOf(1989, 1, 1);
const lastDay = dayOf(2026, 11, 1);
const countries = 20;
const regions = 400;
const groupCount = 300;
const substanceCount = 12;
const sources = 10;
const clusters = 3000;
const levels = [1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 6, 7];

/**
 * `rows` events as one part, sorted as a snapshot is. The same seed gives the same columns anywhere. `precise`: every event
 * on one day with a place, for engines that know nothing vaguer.
 */
export function benchColumns(rows: number, precise = false, seed = 20150820): BenchColumns {
  const random = seeded(seed);
  const columns = blankColumns(
    rows,
    lists(random, rows, groupCount, 0.3),
    lists(random, rows, substanceCount, 0.4),
  );
  const days = Int32Array.from(
    { length: rows },
    () => firstDay + Math.floor(random.next() ** 0.6 * (lastDay - firstDay)),
  ).sort();
  const places = placesOf(random);
  for (let row = 0; row < rows; row++) {
    columns.n[row] = row + 1;
    columns.kind[row] = random.pick(kinds, 1.4).code;
    columns.source[row] = random.below(sources);
    writeTime(columns, row, days[row]!, precise ? 0.5 : random.next(), random);
    writePlace(columns, row, places, precise ? 1 : random.pick(levels), random);
    writeFigures(columns, row, random);
  }
  sortByDay(columns);
  return { dictionaries, part: columns };
}

/** Columns in which every event is on one day with a place, to the ten thousandth of a degree in which places travel. */
export function preciseColumns(rows: number): BenchColumns {
  const made = benchColumns(rows, true);
  for (const degrees of [made.part.lat, made.part.lon]) {
    for (let row = 0; row < rows; row++) degrees[row] = Math.round(degrees[row]! * 1e4) / 1e4;
  }
  return made;
}

const keys = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${name}${i}`);
const dictionaries: Dictionaries = {
  country: keys('C', countries),
  adm1: keys('A', regions),
  group: keys('g', groupCount),
  substance: keys('s', substanceCount),
  source: keys('src', sources),
};

/** Mostly none, often one, seldom two values a row. */
function lists(random: Random, rows: number, size: number, share: number): ListColumn {
  const offsets = new Int32Array(rows + 1);
  const values = new Uint16Array(rows * 2);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    const draw = random.next();
    if (draw < share) values[at++] = Math.floor(random.next() ** 2 * size);
    if (draw < share / 8) values[at++] = random.below(size);
    offsets[row + 1] = at;
  }
  return { offsets, values: values.slice(0, at) };
}

interface Cluster {
  readonly lat: number;
  readonly lon: number;
  readonly region: number;
}

function placesOf(random: Random): Cluster[] {
  return Array.from({ length: clusters }, () => ({
    lat: -35 + random.next() * 60,
    lon: -110 + random.next() * 70,
    region: Math.floor(random.next() ** 1.5 * regions),
  }));
}

/** 86 of 100 on a day, 5 over several days, 7 within a month, 2 within a year. */
function writeTime(columns: PartColumns, row: number, day: number, draw: number, random: Random): void {
  const bin = draw < 0.91 ? null : draw < 0.98 ? 'month' : 'year';
  columns.from[row] = bin ? binStart(day, bin) : day;
  columns.to[row] = bin ? binEnd(day, bin) : draw < 0.05 ? day + 1 + random.below(5) : day;
  columns.datePrecision[row] = datePrecisionCodes.indexOf(bin ?? 'day');
}

function writePlace(
  columns: PartColumns,
  row: number,
  places: readonly Cluster[],
  level: number,
  random: Random,
): void {
  const { lat, lon, region } = random.pick(places, 2);
  columns.placePrecision[row] = level;
  columns.country[row] = region % countries;
  columns.adm1[row] = level <= 4 ? region : noCode;
  if (level === 6) return;
  columns.lat[row] = lat + (random.next() - 0.5) * 0.8;
  columns.lon[row] = lon + (random.next() - 0.5) * 0.8;
}

function writeFigures(columns: PartColumns, row: number, random: Random): void {
  const draw = random.next();
  if (draw < 0.3) columns.grams[row] = Math.floor(random.next() ** 4 * 5e6);
  else if (draw < 0.5) columns.people[row] = random.below(9);
  else if (draw < 0.55) columns.usd[row] = Math.floor(random.next() ** 3 * 1e6);
  if (draw < 0.03) columns.gramsHigh[row] = columns.grams[row]! * 2;
}

/** Vague events begin before the day they were drawn for; puts the rows back in order, in place. */
function sortByDay(columns: PartColumns): void {
  const order = Float64Array.from(columns.from, (day, row) => (day - firstDay + 366) * 2 ** 24 + row).sort();
  const from = columns.from.slice();
  const to = columns.to.slice();
  const datePrecision = columns.datePrecision.slice();
  for (const [row, packed] of order.entries()) {
    const old = packed % 2 ** 24;
    columns.from[row] = from[old]!;
    columns.to[row] = to[old]!;
    columns.datePrecision[row] = datePrecision[old]!;
  }
}
