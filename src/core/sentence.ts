import { activeDimensions, type DimensionKey, type EventFilter } from './filter.ts';
import type { QuantityMeasure } from './measure.ts';
import { kinds, kindsOfType } from './taxonomy.ts';
import type { CivilDay, DatePrecision } from './time.ts';

/** Sentences this module needs from a language, each whole, with named holes. */
export type SentenceKey =
  | 'none'
  | 'everything'
  | 'everywhere'
  | 'allDates'
  | 'fromDay'
  | 'untilDay'
  | 'andMore'
  | 'group'
  | 'source'
  | 'precision'
  | 'datePrecision'
  | 'mentions'
  | 'box'
  | 'area'
  | 'cell'
  | `reported.${QuantityMeasure}`
  | `atLeast.${QuantityMeasure}`
  | `atMost.${QuantityMeasure}`
  | `between.${QuantityMeasure}`
  | 'title'
  | 'titleNoPlace'
  | 'north'
  | 'south'
  | 'east'
  | 'west';

/** A language, handed in: names of things, dates, lists and the sentences above. Core itself holds no words. */
export interface Wording {
  say(key: SentenceKey, holes?: Readonly<Record<string, string | number>>): string;
  /** "Peru, Bolivia and Chile" in the language's own way. */
  list(items: readonly string[]): string;
  number(value: number): string;
  day(day: CivilDay): string;
  /** A closed period in the fewest honest words. */
  range(from: CivilDay, to: CivilDay): string;
  country(iso2: string): string;
  adm1(id: string): string;
  type(type: string): string;
  /** A kind within a sentence: "seizures", "clashes and attacks". */
  subject(type: string): string;
  /** The text with a capital first letter. */
  capital(text: string): string;
  group(id: string): string;
  substance(key: string): string;
  source(id: string): string;
  precision(level: number): string;
  datePrecision(precision: DatePrecision): string;
}

/** One active dimension in words, for chips and for the filter line of a figure. */
export interface FilterPhrase {
  readonly dimension: DimensionKey;
  readonly text: string;
}

/** How many names a phrase spells out before it says "and 3 more". */
const spelled = 6;
const spelledInTitle = 3;

function names(items: readonly string[], most: number, words: Wording): string {
  if (items.length <= most) return words.list(items);
  return words.say('andMore', {
    names: items.slice(0, most - 1).join(', '),
    n: items.length - most + 1,
  });
}

function degrees(
  value: number,
  positive: 'north' | 'east',
  negative: 'south' | 'west',
  words: Wording,
): string {
  const rounded = Math.round(Math.abs(value) * 10) / 10;
  return words.say(value < 0 ? negative : positive, { degrees: words.number(rounded) });
}

function mapPhrase(filter: EventFilter, words: Wording): string {
  if (filter.cell) return words.say('cell');
  if (filter.area) return words.say('area', { n: filter.area.length });
  const [west, south, east, north] = filter.bbox ?? [-180, -90, 180, 90];
  return words.say('box', {
    west: degrees(west, 'east', 'west', words),
    east: degrees(east, 'east', 'west', words),
    south: degrees(south, 'north', 'south', words),
    north: degrees(north, 'north', 'south', words),
  });
}

function quantityPhrase(quantity: NonNullable<EventFilter['quantity']>, words: Wording): string {
  const { measure, min, max } = quantity;
  if (min !== null && max !== null)
    return words.say(`between.${measure}`, { min: words.number(min), max: words.number(max) });
  if (min !== null) return words.say(`atLeast.${measure}`, { min: words.number(min) });
  if (max !== null) return words.say(`atMost.${measure}`, { max: words.number(max) });
  return words.say(`reported.${measure}`);
}

/** The days of a filter in words: a range, an open end, or "all dates". */
export function periodWords(filter: Pick<EventFilter, 'from' | 'to'>, words: Wording): string {
  const { from, to } = filter;
  if (from !== null && to !== null) return words.range(from, to);
  if (from !== null) return words.say('fromDay', { day: words.day(from) });
  if (to !== null) return words.say('untilDay', { day: words.day(to) });
  return words.say('allDates');
}

const phrases: Readonly<Record<DimensionKey, (filter: EventFilter, words: Wording) => string>> = {
  country: (filter, words) => names(filter.countries.map(words.country), spelled, words),
  adm1: (filter, words) => names(filter.adm1.map(words.adm1), spelled, words),
  type: (filter, words) => names(inOrder(filter.types).map(words.type), spelled, words),
  time: periodWords,
  group: (filter, words) =>
    words.say('group', { names: names(filter.groups.map(words.group), spelled, words) }),
  substance: (filter, words) => names(filter.substances.map(words.substance), spelled, words),
  source: (filter, words) =>
    words.say('source', { names: names(filter.sources.map(words.source), spelled, words) }),
  precision: (filter, words) =>
    words.say('precision', { names: names(filter.precisions.map(words.precision), 7, words) }),
  datePrecision: (filter, words) =>
    words.say('datePrecision', { names: names(filter.datePrecisions.map(words.datePrecision), 6, words) }),
  text: (filter, words) => words.say('mentions', { text: filter.text }),
  map: mapPhrase,
  quantity: (filter, words) => (filter.quantity ? quantityPhrase(filter.quantity, words) : ''),
};

/** Each active dimension in words, in the order of the dimension table. */
export function filterPhrases(filter: EventFilter, words: Wording): FilterPhrase[] {
  return activeDimensions(filter).map((dimension) => ({
    dimension,
    text: phrases[dimension](filter, words),
  }));
}

/** The whole filter in one line, or the language's "no filters". */
export function filterSentence(filter: EventFilter, words: Wording): string {
  const parts = filterPhrases(filter, words).map((phrase) => phrase.text);
  return parts.length === 0 ? words.say('none') : parts.join(' · ');
}

/** Kinds of event in the order of the taxonomy, whatever the order of the address. */
function inOrder(types: readonly string[]): readonly string[] {
  const place = (type: string): number => kinds.findIndex((kind) => kindsOfType(type).includes(kind.key));
  return [...types].sort((a, b) => place(a) - place(b));
}

/** What is counted: chosen kinds, else chosen substances, else "Events". */
export function subjectWords(filter: EventFilter, words: Wording): string {
  if (filter.types.length > 0)
    return words.capital(names(inOrder(filter.types).map(words.subject), spelledInTitle, words));
  if (filter.substances.length > 0)
    return words.capital(names(filter.substances.map(words.substance), spelledInTitle, words));
  return words.say('everything');
}

/** Where: chosen regions, else chosen countries, else the whole region in words. */
export function placeWords(filter: EventFilter, words: Wording): string {
  if (filter.adm1.length > 0) return names(filter.adm1.map(words.adm1), spelledInTitle, words);
  if (filter.countries.length > 0) return names(filter.countries.map(words.country), spelledInTitle, words);
  return words.say('everywhere');
}

/** A subject title: what, where, when. */
export function titleSentence(filter: EventFilter, words: Wording): string {
  const holes = { what: subjectWords(filter, words), when: periodWords(filter, words) };
  return filter.adm1.length + filter.countries.length === 0
    ? words.say('titleNoPlace', holes)
    : words.say('title', { ...holes, where: placeWords(filter, words) });
}
