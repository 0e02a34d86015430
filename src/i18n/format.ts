import { remember } from '#core/remember.ts';
import type { CivilDay, DatePrecision, EventTime } from '#core/time.ts';
import { binEnd, civilOf } from '#core/time.ts';
import type { Lang } from './lang.ts';

/** Formatters of one language and region. Days are civil day numbers (core/time.ts); no time zone ever shifts them. */
export type Format = {
  readonly lang: Lang;
  readonly locale: string;
  number(value: number): string;
  /** At most three significant figures, for running text. */
  rounded(value: number): string;
  percent(share: number): string;
  /** 7,600 kg; from 10 t on in tonnes: 12.4 t. */
  kg(value: number): string;
  /** USD 379.0m; compact from a million on. */
  money(value: number, currency?: string): string;
  /** 20 Aug 2015 */
  day(day: CivilDay): string;
  /** 20 August 2015 */
  longDay(day: CivilDay): string;
  /** Aug 2015 */
  month(day: CivilDay): string;
  /** August 2015 */
  longMonth(day: CivilDay): string;
  quarter(day: CivilDay): string;
  year(day: CivilDay): string;
  /** The bin or vague date that starts at `day`, no finer than it is known. */
  date(day: CivilDay, precision: DatePrecision): string;
  /** When an event happened, no finer than it is known; `undated` where nothing is known. */
  time(time: EventTime, undated: string): string;
  /** A window in the fewest honest words: 2014–2015, Jan 2014 – Mar 2015, 1 Jan – 20 Aug 2015. */
  range(from: CivilDay, to: CivilDay): string;
  /** A moment (ISO date-time) as a short UTC date. */
  stamp(isoDateTime: string): string;
  list(items: readonly string[]): string;
  country(iso2: string): string;
  language(tag: string): string;
  compare(a: string, b: string): number;
};

const KEPT_RANGES = 2000;
const QUARTER: Record<Lang, string> = { en: 'Q', es: 'T', pt: 'T' };
const WEEK_OF: Record<Lang, string> = { en: 'week of', es: 'semana del', pt: 'semana de' };
const utc = (day: CivilDay) => new Date(day * 86_400_000);
/** ICU writes a four-letter "Sept" in en-GB only, and "1 de jan. de 2014" in pt-BR, where a short date needs no "de". */
const tidy = (text: string) => text.replace(/\bSept\b/g, 'Sep').replaceAll(' de ', ' ');

/** Made when first used: each of Intl's formatters takes milliseconds to make, and few screens use them all. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function dateFormats(locale: string) {
  const make = (options: Intl.DateTimeFormatOptions) =>
    lazily(() => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }));
  return {
    day: make({ day: 'numeric', month: 'short', year: 'numeric' }),
    longDay: make({ day: 'numeric', month: 'long', year: 'numeric' }),
    month: make({ month: 'short', year: 'numeric' }),
    longMonth: make({ month: 'long', year: 'numeric' }),
    year: make({ year: 'numeric' }),
  };
}

/** Remembers what a formatter said: Intl's ranges are slow, and lists and drags ask for the same ones again and again. */
function kept(write: (from: CivilDay, to: CivilDay) => string): (from: CivilDay, to: CivilDay) => string {
  const said = remember<string, string>(KEPT_RANGES);
  return (from, to) => said(`${from}_${to}`, () => write(from, to));
}

function makeDates(lang: Lang, locale: string) {
  const formats = dateFormats(locale);
  const day = (d: CivilDay) => tidy(formats.day().format(utc(d)));
  const month = (d: CivilDay) => tidy(formats.month().format(utc(d)));
  const year = (d: CivilDay) => formats.year().format(utc(d));
  const quarter = (d: CivilDay) =>
    `${QUARTER[lang]}${Math.floor((civilOf(d).month + 2) / 3)} ${civilOf(d).year}`;
  const date = (d: CivilDay, precision: DatePrecision): string => {
    if (precision === 'week') return `${WEEK_OF[lang]} ${day(d)}`;
    return { day, month, quarter, year, unknown: year }[precision](d);
  };
  const range = kept((from: CivilDay, to: CivilDay): string => {
    if (from === to) return day(from);
    const format = wholeBins(from, to, 'year')
      ? formats.year
      : wholeBins(from, to, 'month')
        ? formats.month
        : formats.day;
    return tidy(format().formatRange(utc(from), utc(to)));
  });
  const time = (when: EventTime, undated: string): string => {
    if (when.from === null || when.to === null) return undated;
    if (when.precision === 'unknown' || when.precision === 'day') return range(when.from, when.to);
    const whole = when.to === binEnd(when.from, when.precision);
    return whole ? date(when.from, when.precision) : range(when.from, when.to);
  };
  return {
    day,
    month,
    year,
    quarter,
    date,
    range,
    time,
    longDay: (d: CivilDay) => formats.longDay().format(utc(d)),
    longMonth: (d: CivilDay) => formats.longMonth().format(utc(d)),
    stamp: (iso: string) => tidy(formats.day().format(new Date(iso))),
  };
}

function wholeBins(from: CivilDay, to: CivilDay, bin: 'year' | 'month'): boolean {
  const start = civilOf(from);
  return start.day === 1 && (bin === 'month' || start.month === 1) && binEnd(to, bin) === to;
}

function displayNames(locale: string, type: 'region' | 'language'): (code: string) => string {
  const names = lazily(() => new Intl.DisplayNames([locale], { type, fallback: 'code' }));
  return (code) => {
    try {
      return names().of(code) ?? code;
    } catch {
      return code;
    }
  };
}

function makeMoney(locale: string): (value: number, currency?: string) => string {
  const cache = new Map<string, Intl.NumberFormat>();
  return (value, currency = 'USD') => {
    const large = Math.abs(value) >= 1e6;
    const key = `${currency}${large}`;
    const format =
      cache.get(key) ??
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay: 'code',
        notation: large ? 'compact' : 'standard',
        minimumFractionDigits: 0,
        maximumFractionDigits: large ? 1 : 0,
      });
    cache.set(key, format);
    return format.format(value);
  };
}

/** Makes the formatters once per language and region. */
export function makeFormat(lang: Lang, locale: string): Format {
  const plain = lazily(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));
  const tenth = lazily(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));
  const rounded = lazily(() => new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }));
  const percent = lazily(() => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }));
  const collator = lazily(() => new Intl.Collator(locale, { sensitivity: 'base', numeric: true }));
  const lists = lazily(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const region = displayNames(locale, 'region');
  return {
    lang,
    locale,
    ...makeDates(lang, locale),
    number: (value) => plain().format(value),
    rounded: (value) => rounded().format(value),
    percent: (share) => percent().format(share),
    kg: (value) => (value >= 10_000 ? `${tenth().format(value / 1000)} t` : `${plain().format(value)} kg`),
    money: makeMoney(locale),
    list: (items) => lists().format(items),
    country: (iso2) => region(iso2.toUpperCase()),
    language: displayNames(locale, 'language'),
    compare: (a, b) => collator().compare(a, b),
  };
}
