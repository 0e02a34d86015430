import type { EventFilter, FilterPart } from './filter.ts';
import { type Cell, parseCellKey } from './geo/hexagon.ts';
import { quantityMeasures } from './measure.ts';
import { type Bbox, type LatLon, type PlacePrecision, placePrecisions } from './place.ts';
import { type CivilDay, isoOf, parseIsoDay } from './time.ts';

/**
 * How single address values are read and written. Readers never throw: what cannot be used is left out and named in
 * `problems`; writers give the shortest readable form.
 */

/** A parameter that could not be used: which, what it said, and how to mend it (English; the UI words it anew by `code`). */
export interface FilterProblem {
  readonly parameter: string;
  readonly value: string;
  readonly code:
    | 'unknown-value'
    | 'not-a-date'
    | 'date-order'
    | 'not-a-range'
    | 'not-a-box'
    | 'not-an-area'
    | 'too-long'
    | 'too-many'
    | 'not-a-number';
  readonly mend: string;
}

export const filterLimits = { valuesPerList: 100, textLength: 200, areaCorners: 60 } as const;

interface ListOptions {
  readonly pattern: RegExp;
  readonly accept?: (value: string) => boolean;
  readonly mend: string;
  readonly upper?: boolean;
}

/** Comma-separated values, each checked; sorted, without repeats. */
export function readList(
  parameter: string,
  raw: string | undefined,
  options: ListOptions,
  problems: FilterProblem[],
): string[] {
  if (raw === undefined) return [];
  const kept: string[] = [];
  for (const part of raw.split(',')) {
    const value = options.upper ? part.trim().toUpperCase() : part.trim();
    if (value === '') continue;
    if (!options.pattern.test(value) || (options.accept && !options.accept(value))) {
      problems.push({ parameter, value: part.slice(0, 80), code: 'unknown-value', mend: options.mend });
    } else if (!kept.includes(value)) kept.push(value);
  }
  if (kept.length > filterLimits.valuesPerList) {
    problems.push({
      parameter,
      value: String(kept.length),
      code: 'too-many',
      mend: `Give at most ${filterLimits.valuesPerList} values.`,
    });
    kept.length = filterLimits.valuesPerList;
  }
  return kept.sort();
}

/** `{key: 'a,b'}`, or nothing for an empty list. */
export const joined = (key: string, values: readonly (string | number)[]): Record<string, string> =>
  values.length === 0 ? {} : { [key]: [...values].sort().join(',') };

function readDay(parameter: string, raw: string | undefined, problems: FilterProblem[]): CivilDay | null {
  if (raw === undefined || raw === '') return null;
  const day = parseIsoDay(raw);
  if (day === null) {
    problems.push({
      parameter,
      value: raw.slice(0, 80),
      code: 'not-a-date',
      mend: 'Enter a real date as YYYY-MM-DD, such as 2015-02-28.',
    });
  }
  return day;
}

/** `from` and `to` as civil days; a reversed pair is swapped and named. */
export function readTime(values: ReadonlyMap<string, string>, problems: FilterProblem[]): FilterPart {
  const from = readDay('from', values.get('from'), problems);
  const to = readDay('to', values.get('to'), problems);
  if (from !== null && to !== null && from > to) {
    problems.push({
      parameter: 'from',
      value: `${isoOf(from)} > ${isoOf(to)}`,
      code: 'date-order',
      mend: 'Let "from" be on or before "to".',
    });
    return { from: to, to: from };
  }
  return { from, to };
}

/** "1-4", "2" or "1,3" → levels; written back as a range when contiguous. */
export function readPrecisions(raw: string | undefined, problems: FilterProblem[]): FilterPart {
  if (raw === undefined || raw === '') return {};
  const levels = new Set<PlacePrecision>();
  for (const part of raw.split(',')) {
    const match = /^([1-7])(?:-([1-7]))?$/.exec(part.trim());
    if (!match || (match[2] && match[2] < match[1]!)) {
      problems.push({
        parameter: 'prec',
        value: part.slice(0, 80),
        code: 'not-a-range',
        mend: 'Give levels 1 to 7, such as 1-4 or 1,3.',
      });
      continue;
    }
    for (const { level } of placePrecisions) {
      if (level >= Number(match[1]) && level <= Number(match[2] ?? match[1])) levels.add(level);
    }
  }
  return { precisions: [...levels].sort() };
}

/** Levels as "1-4" where contiguous, else "1,3". */
export function writePrecisions(levels: readonly number[]): Record<string, string> {
  const sorted = [...levels].sort();
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return {};
  const contiguous = sorted.length > 1 && last - first === sorted.length - 1;
  return { prec: contiguous ? `${first}-${last}` : sorted.join(',') };
}

/** Degrees at four decimals (about 11 m), as addresses carry them. */
export const degrees = (value: number): string => String(Math.round(value * 10000) / 10000);

/** Plain decimal degrees; NaN for anything else, also for nothing (which `Number` would read as 0). */
export const degreesOf = (text: string): number =>
  /^-?\d{1,3}(\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;

/** "west,south,east,north" in degrees. */
export function readBbox(raw: string | undefined, problems: FilterProblem[]): Bbox | null {
  if (raw === undefined || raw === '') return null;
  const [west, south, east, north, ...rest] = raw.split(',').map(degreesOf);
  const usable =
    rest.length === 0 &&
    west !== undefined &&
    south !== undefined &&
    east !== undefined &&
    north !== undefined &&
    Math.abs(west) <= 180 &&
    Math.abs(east) <= 180 &&
    south >= -90 &&
    north <= 90 &&
    south <= north;
  if (usable) return [west, south, east, north];
  problems.push({
    parameter: 'bbox',
    value: raw.slice(0, 80),
    code: 'not-a-box',
    mend: 'Give west,south,east,north in degrees, such as -82,-19,-68,0.',
  });
  return null;
}

/** "lat,lon;lat,lon;…" with 3 or more corners. */
export function readArea(raw: string | undefined, problems: FilterProblem[]): readonly LatLon[] | null {
  if (raw === undefined || raw === '') return null;
  const ring = raw.split(';').map((pair) => {
    const [lat, lon, ...rest] = pair.split(',').map(degreesOf);
    return rest.length === 0 &&
      lat !== undefined &&
      lon !== undefined &&
      Math.abs(lat) <= 90 &&
      Math.abs(lon) <= 180
      ? { lat, lon }
      : null;
  });
  const corners = ring.filter((corner): corner is LatLon => corner !== null);
  if (corners.length === ring.length && corners.length >= 3 && corners.length <= filterLimits.areaCorners)
    return corners;
  problems.push({
    parameter: 'area',
    value: raw.slice(0, 80),
    code: 'not-an-area',
    mend: `Give 3 to ${filterLimits.areaCorners} corners as lat,lon;lat,lon;…`,
  });
  return null;
}

/** "kg", "kg:100-", "usd:1000-50000", "people:-10". */
export function readQuantity(raw: string | undefined, problems: FilterProblem[]): EventFilter['quantity'] {
  if (raw === undefined || raw === '') return null;
  const match = /^(kg|usd|people)(?::(\d+(?:\.\d+)?)?-(\d+(?:\.\d+)?)?)?$/.exec(raw);
  const measure = quantityMeasures.find((candidate) => candidate === match?.[1]);
  if (match && measure) {
    return {
      measure,
      min: match[2] === undefined ? null : Number(match[2]),
      max: match[3] === undefined ? null : Number(match[3]),
    };
  }
  problems.push({
    parameter: 'qty',
    value: raw.slice(0, 80),
    code: 'not-a-number',
    mend: 'Write kg, usd or people, with an optional range: kg:100-500.',
  });
  return null;
}

/** The reverse of `readQuantity`. */
export function writeQuantity(quantity: EventFilter['quantity']): Record<string, string> {
  if (!quantity) return {};
  const range =
    quantity.min === null && quantity.max === null ? '' : `:${quantity.min ?? ''}-${quantity.max ?? ''}`;
  return { qty: quantity.measure + range };
}

/** Search words, cut at the limit. */
export function readText(raw: string | undefined, problems: FilterProblem[]): FilterPart {
  if (raw === undefined) return {};
  if (raw.length > filterLimits.textLength) {
    problems.push({
      parameter: 'q',
      value: `${raw.length} characters`,
      code: 'too-long',
      mend: `Search for at most ${filterLimits.textLength} characters.`,
    });
  }
  return { text: raw.slice(0, filterLimits.textLength).trim() };
}

/** "zoom.q.r" of one hexagon, as the map hands it over. */
export function readCell(raw: string | undefined, problems: FilterProblem[]): Cell | null {
  if (raw === undefined || raw === '') return null;
  const cell = parseCellKey(raw);
  if (cell === null) {
    problems.push({
      parameter: 'cell',
      value: raw.slice(0, 80),
      code: 'not-an-area',
      mend: 'Open the cell from the map again; its form is zoom.q.r, such as 6.12.-3.',
    });
  }
  return cell;
}
