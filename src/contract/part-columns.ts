import type { CrimeEvent } from '#core/event.ts';
import { gramsOf, type QuantityMeasure, quantityOf } from '#core/measure.ts';
import { degreesInSnapshot } from '#core/place.ts';
import { codeOfKind } from '#core/taxonomy.ts';
import { datePrecisionCodes, noCode, noDay, notReported } from './columns.ts';
import type { SnapshotManifest } from './schemas.ts';

/** A list column: row i holds values[offsets[i]] up to, not including, values[offsets[i + 1]]. */
export interface ListColumn {
  readonly offsets: Int32Array;
  readonly values: Uint16Array;
}

/**
 * The columns of one snapshot part as typed arrays, one entry a row. Days are days since 1970-01-01 or `noDay`; country, adm1,
 * source and lists hold dictionary codes; degrees are NaN without a point; figures are whole grams, US dollars and people or
 * `notReported`, low and high only where they differ from best.
 */
export interface PartColumns {
  readonly rows: number;
  readonly n: Uint32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly datePrecision: Uint8Array;
  readonly country: Uint16Array;
  readonly adm1: Uint16Array;
  readonly kind: Uint8Array;
  readonly placePrecision: Uint8Array;
  readonly lat: Float32Array;
  readonly lon: Float32Array;
  readonly source: Uint16Array;
  readonly grams: Uint32Array;
  readonly gramsLow: Uint32Array;
  readonly gramsHigh: Uint32Array;
  readonly usd: Uint32Array;
  readonly usdLow: Uint32Array;
  readonly usdHigh: Uint32Array;
  readonly people: Uint32Array;
  readonly peopleLow: Uint32Array;
  readonly peopleHigh: Uint32Array;
  readonly groups: ListColumn;
  readonly substances: ListColumn;
}

/** Quantity columns in the order of their bits in a packed part. */
export const quantityColumnNames = [
  'grams',
  'gramsLow',
  'gramsHigh',
  'usd',
  'usdLow',
  'usdHigh',
  'people',
  'peopleLow',
  'peopleHigh',
] as const;

export type Dictionaries = SnapshotManifest['dictionaries'];

/** Largest figure a quantity column can hold. */
export const maxQuantity = notReported - 1;

/** Empty columns for `rows` rows: undated, unplaced, nothing reported. */
export function blankColumns(rows: number, groups: ListColumn, substances: ListColumn): PartColumns {
  const none = (): Uint32Array => new Uint32Array(rows).fill(notReported);
  return {
    rows,
    n: new Uint32Array(rows),
    from: new Int32Array(rows).fill(noDay),
    to: new Int32Array(rows).fill(noDay),
    datePrecision: new Uint8Array(rows).fill(datePrecisionCodes.indexOf('unknown')),
    country: new Uint16Array(rows).fill(noCode),
    adm1: new Uint16Array(rows).fill(noCode),
    kind: new Uint8Array(rows),
    placePrecision: new Uint8Array(rows),
    lat: new Float32Array(rows).fill(Number.NaN),
    lon: new Float32Array(rows).fill(Number.NaN),
    source: new Uint16Array(rows),
    grams: none(),
    gramsLow: none(),
    gramsHigh: none(),
    usd: none(),
    usdLow: none(),
    usdHigh: none(),
    people: none(),
    peopleLow: none(),
    peopleHigh: none(),
    groups,
    substances,
  };
}

/** Sorted dictionaries of every key the events use, in the shape the manifest carries. */
export function dictionariesOf(events: readonly CrimeEvent[]): Dictionaries {
  const country = new Set<string>();
  const adm1 = new Set<string>();
  const group = new Set<string>();
  const substance = new Set<string>();
  const source = new Set<string>();
  for (const event of events) {
    if (event.place.country !== null) country.add(event.place.country);
    if (event.place.adm1 !== null) adm1.add(event.place.adm1);
    for (const id of event.groups) group.add(id);
    for (const key of event.substances) substance.add(key);
    source.add(event.source);
  }
  const sorted = (keys: Set<string>): string[] => [...keys].sort();
  return {
    country: sorted(country),
    adm1: sorted(adm1),
    group: sorted(group),
    substance: sorted(substance),
    source: sorted(source),
  };
}

/** The order of rows in a snapshot: undated last, then by first day, then by row number. */
export function bySnapshotOrder(a: CrimeEvent, b: CrimeEvent): number {
  const dayA = a.time.from ?? Number.POSITIVE_INFINITY;
  const dayB = b.time.from ?? Number.POSITIVE_INFINITY;
  return dayA === dayB ? a.n - b.n : dayA - dayB;
}

/**
 * Columns of events in the order given (sort by `bySnapshotOrder` first). Weights become whole grams, values whole US
 * dollars, deaths whole people. A low or high bound is written only where it differs from the best figure; an event
 * without a best figure reports nothing. Throws on a figure too large for its column, or a key its dictionary lacks.
 */
export function columnsOfEvents(events: readonly CrimeEvent[], dictionaries: Dictionaries): PartColumns {
  const codes = {
    country: coder('country', dictionaries.country),
    adm1: coder('adm1', dictionaries.adm1),
    source: coder('source', dictionaries.source),
  };
  const groups = listColumn(
    events.map((event) => event.groups),
    coder('group', dictionaries.group),
  );
  const substances = listColumn(
    events.map((event) => event.substances),
    coder('substance', dictionaries.substance),
  );
  const columns = blankColumns(events.length, groups, substances);
  for (const [row, event] of events.entries()) {
    columns.n[row] = event.n;
    columns.from[row] = event.time.from ?? noDay;
    columns.to[row] = event.time.to ?? noDay;
    columns.datePrecision[row] = datePrecisionCodes.indexOf(event.time.precision);
    columns.country[row] = event.place.country === null ? noCode : codes.country(event.place.country);
    columns.adm1[row] = event.place.adm1 === null ? noCode : codes.adm1(event.place.adm1);
    columns.kind[row] = codeOfKind(event.kind);
    columns.placePrecision[row] = event.place.precision;
    columns.lat[row] = degreesInSnapshot(event.place.lat) ?? Number.NaN;
    columns.lon[row] = degreesInSnapshot(event.place.lon) ?? Number.NaN;
    columns.source[row] = codes.source(event.source);
    writeQuantity(event, 'kg', row, columns.grams, columns.gramsLow, columns.gramsHigh);
    writeQuantity(event, 'usd', row, columns.usd, columns.usdLow, columns.usdHigh);
    writeQuantity(event, 'people', row, columns.people, columns.peopleLow, columns.peopleHigh);
  }
  return columns;
}

function writeQuantity(
  event: CrimeEvent,
  measure: QuantityMeasure,
  row: number,
  best: Uint32Array,
  low: Uint32Array,
  high: Uint32Array,
): void {
  const whole = (bound: 'value' | 'low' | 'high'): number | null => {
    const amount = quantityOf(event.quantities, measure, bound);
    if (amount === null) return null;
    const rounded = measure === 'kg' ? gramsOf(amount) : Math.round(amount);
    if (rounded >= 0 && rounded <= maxQuantity) return rounded;
    throw new RangeError(`Event ${event.id}: ${measure} ${amount} does not fit a snapshot column.`);
  };
  const figure = whole('value');
  if (figure === null) return;
  best[row] = figure;
  const lower = whole('low');
  const upper = whole('high');
  if (lower !== null && lower !== figure) low[row] = lower;
  if (upper !== null && upper !== figure) high[row] = upper;
}

function coder(name: string, keys: readonly string[]): (key: string) => number {
  const codes = new Map(keys.map((key, code) => [key, code]));
  return (key) => {
    const code = codes.get(key);
    if (code === undefined) throw new RangeError(`The ${name} dictionary lacks "${key}".`);
    return code;
  };
}

function listColumn(lists: readonly (readonly string[])[], code: (key: string) => number): ListColumn {
  const offsets = new Int32Array(lists.length + 1);
  const values: number[] = [];
  for (const [row, list] of lists.entries()) {
    for (const key of new Set(list)) values.push(code(key));
    offsets[row + 1] = values.length;
  }
  return { offsets, values: Uint16Array.from(values) };
}
