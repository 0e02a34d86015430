/**
 * Civil days without clocks or zones. A day is an integer: days since 1970-01-01 in the proleptic Gregorian calendar,
 * so a date never moves with the reader's time zone.
 */

export type CivilDay = number;

export const datePrecisions = ['day', 'week', 'month', 'quarter', 'year', 'unknown'] as const;
export type DatePrecision = (typeof datePrecisions)[number];

export const bins = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Bin = (typeof bins)[number];

/** When something happened. `from`/`to` bound the days the source allows; both null when undated. */
export interface EventTime {
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
  readonly precision: DatePrecision;
}

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Day number of a civil date (month 1–12). Algorithm: days-from-civil, Howard Hinnant's public-domain derivation. */
export function dayOf(year: number, month: number, day: number): CivilDay {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const doe = yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy;
  return era * 146097 + doe - 719468;
}

/** Civil date of a day number. */
export function civilOf(dayNumber: CivilDay): CivilDate {
  const z = dayNumber + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: doy - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

const two = (n: number): string => String(n).padStart(2, '0');

/** "2015-08-20" for a day number. */
export function isoOf(dayNumber: CivilDay): string {
  const { year, month, day } = civilOf(dayNumber);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Day number of "YYYY-MM-DD", or null when the text is not a real civil date (31 Feb, month 13, other shapes). */
export function parseIsoDay(text: string): CivilDay | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1) return null;
  const number = dayOf(year, month, day);
  return isoOf(number) === text ? number : null;
}

/**
 * An EventTime from "YYYY", "YYYY-MM" or "YYYY-MM-DD": the text's own length is its precision, so a month never becomes
 * its first day. Null for other text.
 */
export function parseVagueDate(text: string): EventTime | null {
  if (/^\d{4}$/.test(text)) {
    const year = Number(text);
    return { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31), precision: 'year' };
  }
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  if (month) {
    const from = parseIsoDay(`${text}-01`);
    return from === null ? null : { from, to: binEnd(from, 'month'), precision: 'month' };
  }
  const day = parseIsoDay(text);
  return day === null ? null : { from: day, to: day, precision: 'day' };
}

/** The date as exact as it is known: "2015", "2015-03", "2015-Q1", "2015-03-02/2015-03-08" or "2015-03-02"; "" if undated. */
export function vagueIso(time: EventTime): string {
  if (time.from === null || time.to === null) return '';
  const iso = isoOf(time.from);
  if (time.precision === 'year' && isWholeBin(time, 'year')) return iso.slice(0, 4);
  if (time.precision === 'month' && isWholeBin(time, 'month')) return iso.slice(0, 7);
  if (time.precision === 'quarter' && isWholeBin(time, 'quarter')) {
    return `${iso.slice(0, 4)}-Q${Math.floor((civilOf(time.from).month + 2) / 3)}`;
  }
  return time.from === time.to ? iso : `${iso}/${isoOf(time.to)}`;
}

function isWholeBin(time: EventTime, bin: Bin): boolean {
  return time.from !== null && time.from === binStart(time.from, bin) && time.to === binEnd(time.from, bin);
}

/** First day of the bin that holds `day`. Weeks start on Monday (ISO 8601). */
export function binStart(day: CivilDay, bin: Bin): CivilDay {
  if (bin === 'day') return day;
  if (bin === 'week') return day - ((((day + 3) % 7) + 7) % 7);
  const { year, month } = civilOf(day);
  if (bin === 'month') return dayOf(year, month, 1);
  if (bin === 'quarter') return dayOf(year, month - ((month - 1) % 3), 1);
  return dayOf(year, 1, 1);
}

/** First day of the bin `steps` bins after the one that starts at `start` (steps may be negative). */
export function addBins(start: CivilDay, bin: Bin, steps: number): CivilDay {
  if (bin === 'day') return start + steps;
  if (bin === 'week') return start + 7 * steps;
  const { year, month } = civilOf(start);
  if (bin === 'year') return dayOf(year + steps, 1, 1);
  const index = year * 12 + (month - 1) + steps * (bin === 'quarter' ? 3 : 1);
  return dayOf(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1);
}

/** Last day of the bin that holds `day`. */
export function binEnd(day: CivilDay, bin: Bin): CivilDay {
  return addBins(binStart(day, bin), bin, 1) - 1;
}

/** Starts of all bins that touch [from, to], in order. */
export function binStarts(from: CivilDay, to: CivilDay, bin: Bin): CivilDay[] {
  const starts: CivilDay[] = [];
  for (let start = binStart(from, bin); start <= to; start = addBins(start, bin, 1)) starts.push(start);
  return starts;
}

export type WindowMembership = 'in' | 'out' | 'too-vague';

/**
 * Whether an event belongs to a window of days (ends included; null = open). Day-precise events, also those lasting
 * several days, belong where they overlap. Vaguer ones belong only to a window that holds their whole interval; if they
 * merely overlap they are "too-vague" and counted apart. Undated events belong only to the fully open window. A time bin is
 * a window like any other, so a bar always opens exactly the events it counted (docs/decisions, time membership).
 */
export function inWindow(time: EventTime, from: CivilDay | null, to: CivilDay | null): WindowMembership {
  if (from === null && to === null) return 'in';
  if (time.from === null || time.to === null) return 'out';
  const overlaps = (to === null || time.from <= to) && (from === null || time.to >= from);
  if (!overlaps) return 'out';
  if (time.precision === 'day') return 'in';
  const inside = (from === null || time.from >= from) && (to === null || time.to <= to);
  return inside ? 'in' : 'too-vague';
}

/** Finest bin that keeps a span of days within `maxBins` bars. */
export function autoBin(from: CivilDay, to: CivilDay, maxBins: number): Bin {
  const days = to - from + 1;
  if (days <= maxBins && days <= 62) return 'day';
  if (days / 7 <= maxBins && days <= 370) return 'week';
  if (days / 30.4 <= maxBins) return 'month';
  return days / 91.3 <= maxBins ? 'quarter' : 'year';
}
