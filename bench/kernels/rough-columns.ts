import { datePrecisionCodes, noCode, noDay } from '#contract/columns.ts';
import type { ListColumn, PartColumns } from '#contract/part-columns.ts';
import { binEnd, binStart } from '#core/time.ts';
import { type Random, seeded } from '../random.ts';
import type { BenchColumns } from './columns.ts';

/** One row in so many is undated. */
const undatedShare = 50;
/** A prime above every number of rows that is made here. */
const numbers = 2 ** 24 - 3;
const codeOf = (precision: (typeof datePrecisionCodes)[number]): number =>
  datePrecisionCodes.indexOf(precision);

/**
 * The same events with all that real ones may have and the timed ones do without, so as to keep their numbers: undated, known to a
 * week or a quarter, without a country or a point, beyond 180°, with lower bounds, with more distinct lists
 * of groups than 16 bits tell apart, numbered in no order.
 */
export function roughened({ part, dictionaries }: BenchColumns, seed = 20151214): BenchColumns {
  const random = seeded(seed);
  const rough: PartColumns = {
    ...part,
    n: part.n.map((_, row) => 1 + ((row * 7_654_321) % numbers)),
    from: part.from.slice(),
    to: part.to.slice(),
    datePrecision: part.datePrecision.slice(),
    country: part.country.slice(),
    adm1: part.adm1.slice(),
    lat: part.lat.slice(),
    lon: part.lon.slice(),
    gramsLow: part.gramsLow.slice(),
    groups: lengthened(part.groups, dictionaries.group.length, random),
  };
  for (let row = 0; row < part.rows; row++) {
    loosenTime(rough, row, random);
    loosenPlace(rough, row, random);
    if (random.next() < 0.1) rough.gramsLow[row] = Math.floor(rough.grams[row]! / 2);
  }
  return { part: rough, dictionaries };
}

/** One list in ten gets three values more, anywhere in the dictionary. */
function lengthened({ offsets, values }: ListColumn, keys: number, random: Random): ListColumn {
  const longer = new Uint16Array(values.length + 3 * offsets.length);
  const ends = new Int32Array(offsets.length);
  let at = 0;
  for (let row = 0; row + 1 < offsets.length; row++) {
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) longer[at++] = values[i]!;
    if (random.next() < 0.1) for (let more = 0; more < 3; more++) longer[at++] = random.below(keys);
    ends[row + 1] = at;
  }
  return { offsets: ends, values: longer.slice(0, at) };
}

function loosenTime({ rows, from, to, datePrecision }: PartColumns, row: number, random: Random): void {
  const draw = random.next();
  const first = from[row]!;
  if (row >= rows - rows / undatedShare) {
    from[row] = noDay;
    to[row] = noDay;
    datePrecision[row] = codeOf('unknown');
  } else if (draw < 0.3 && datePrecision[row] === codeOf('day') && first === binStart(first, 'week')) {
    to[row] = binEnd(first, 'week');
    datePrecision[row] = codeOf('week');
  } else if (draw < 0.5 && datePrecision[row] === codeOf('month') && first === binStart(first, 'quarter')) {
    to[row] = binEnd(first, 'quarter');
    datePrecision[row] = codeOf('quarter');
  }
}

function loosenPlace({ country, adm1, lat, lon }: PartColumns, row: number, random: Random): void {
  const draw = random.next();
  if (country[row] === 0) lon[row] = beyond180(lon[row]!);
  if (draw < 0.03) {
    country[row] = noCode;
    adm1[row] = noCode;
  } else if (draw < 0.05) {
    lat[row] = Number.NaN;
    lon[row] = Number.NaN;
  }
}

/** From the Americas to both sides of 180°. */
function beyond180(lon: number): number {
  const east = lon + 260;
  return east > 180 ? east - 360 : east;
}
