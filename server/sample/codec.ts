import type { CrimeEvent } from '#core/event.ts';
import type { Quantity } from '#core/measure.ts';
import type { Place, PlacePrecision } from '#core/place.ts';
import type { Citation, Dispute } from '#core/provenance.ts';
import type { KindKey, SubstanceKey } from '#core/taxonomy.ts';
import { type DatePrecision, type EventTime, isoOf, parseIsoDay } from '#core/time.ts';

/**
 * The compact line for one event in server/sample/events/*: short keys, absent when empty, so that the bundle stays
 * small and a changed record stays one changed line. README.md beside this file lists the keys.
 */
export interface EventLine {
  readonly i: string;
  readonly n: number;
  readonly k: KindKey;
  /** [first day, last day (absent when the same), precision (absent = day)]; absent when undated. */
  readonly t?: readonly [string, (string | null)?, DatePrecision?];
  readonly p: PlaceLine;
  readonly q?: readonly QuantityLine[];
  readonly b?: readonly SubstanceKey[];
  readonly g?: readonly string[];
  readonly a?: readonly string[];
  readonly s?: string;
  /** [Spanish, Portuguese] of `s`. */
  readonly u?: readonly [string, string];
  /** [English, Spanish, Portuguese] short name of a milestone. */
  readonly h?: readonly [string, string, string];
  readonly x?: string;
  /** [Spanish, Portuguese] of `x`. */
  readonly y?: readonly [string, string];
  readonly m?: true;
  readonly r: string;
  readonly c?: readonly CitationLine[];
  readonly d?: readonly Dispute[];
  readonly w?: number;
  readonly l?: readonly string[];
}

/** [precision, country, adm1, adm2, name, zone, lat, lon], trailing nulls cut. */
type PlaceLine = readonly [
  PlacePrecision,
  (string | null)?,
  (string | null)?,
  (string | null)?,
  (string | null)?,
  (string | null)?,
  (number | null)?,
  (number | null)?,
];
/** [measure, unit, substance, value, low, high], trailing nulls cut. */
type QuantityLine = readonly [
  Quantity['measure'],
  string,
  (SubstanceKey | null)?,
  (number | null)?,
  (number | null)?,
  (number | null)?,
];
/** [publisher, url, published, weak (1), articleId], trailing nulls cut. */
type CitationLine = readonly [string, (string | null)?, (string | null)?, (1 | null)?, (string | null)?];

/** Packs an event; `source` is left to the file's header line. */
export function packEvent(event: CrimeEvent): EventLine {
  return {
    i: event.id,
    n: event.n,
    k: event.kind,
    ...(event.time.from === null ? {} : { t: packTime(event.time) }),
    p: packPlace(event.place),
    ...list('q', event.quantities.map(packQuantity)),
    ...list('b', event.substances),
    ...list('g', event.groups),
    ...list('a', event.actors),
    ...(event.summary === null ? {} : { s: event.summary }),
    ...(event.summaries === undefined ? {} : { u: [event.summaries.es, event.summaries.pt] as const }),
    ...(event.label === undefined ? {} : { h: [event.label.en, event.label.es, event.label.pt] as const }),
    ...(event.note === null ? {} : { x: event.note }),
    ...(event.notes === undefined ? {} : { y: [event.notes.es, event.notes.pt] as const }),
    ...(event.milestone ? { m: true as const } : {}),
    r: event.sourceRecordId,
    ...list('c', event.citations.map(packCitation)),
    ...list('d', event.disputes),
    ...(event.reports === 1 ? {} : { w: event.reports }),
    ...list('l', event.articles),
  };
}

/** The record a line stands for. */
export function unpackEvent(line: EventLine, source: string): CrimeEvent {
  return {
    id: line.i,
    n: line.n,
    kind: line.k,
    time: unpackTime(line.t),
    place: unpackPlace(line.p),
    quantities: (line.q ?? []).map(unpackQuantity),
    substances: line.b ?? [],
    groups: line.g ?? [],
    actors: line.a ?? [],
    summary: line.s ?? null,
    ...(line.u ? { summaries: { es: line.u[0], pt: line.u[1] } } : {}),
    ...(line.h ? { label: { en: line.h[0], es: line.h[1], pt: line.h[2] } } : {}),
    note: line.x ?? null,
    ...(line.y ? { notes: { es: line.y[0], pt: line.y[1] } } : {}),
    milestone: line.m ?? false,
    source,
    sourceRecordId: line.r,
    citations: (line.c ?? []).map(unpackCitation),
    disputes: line.d ?? [],
    reports: line.w ?? 1,
    articles: line.l ?? [],
  };
}

function list<Key extends string, Value>(key: Key, values: readonly Value[]): Partial<Record<Key, readonly Value[]>> {
  return (values.length === 0 ? {} : { [key]: values }) as Partial<Record<Key, readonly Value[]>>;
}

function cut<Row extends readonly unknown[]>(row: Row): Row {
  let length = row.length;
  while (length > 0 && row[length - 1] === null) length -= 1;
  return row.slice(0, length) as unknown as Row;
}

function packTime(time: EventTime): NonNullable<EventLine['t']> {
  const first = isoOf(time.from ?? 0);
  const last = isoOf(time.to ?? 0);
  if (time.precision === 'day') return first === last ? [first] : [first, last];
  return [first, first === last ? null : last, time.precision];
}

function unpackTime(line: EventLine['t']): EventTime {
  if (!line) return { from: null, to: null, precision: 'unknown' };
  const from = parseIsoDay(line[0]);
  return { from, to: line[1] ? parseIsoDay(line[1]) : from, precision: line[2] ?? 'day' };
}

function packPlace(place: Place): PlaceLine {
  return cut([place.precision, place.country, place.adm1, place.adm2, place.name, place.zone, place.lat, place.lon]);
}

function unpackPlace(line: PlaceLine): Place {
  const [precision, country = null, adm1 = null, adm2 = null, name = null, zone = null, lat = null, lon = null] = line;
  return { country, adm1, adm2, name, zone, lat, lon, precision };
}

function packQuantity(quantity: Quantity): QuantityLine {
  return cut([quantity.measure, quantity.unit, quantity.substance, quantity.value, quantity.low, quantity.high]);
}

function unpackQuantity(line: QuantityLine): Quantity {
  const [measure, unit, substance = null, value = null, low = null, high = null] = line;
  return { measure, substance, value, low, high, unit };
}

function packCitation(citation: Citation): CitationLine {
  return cut([citation.publisher, citation.url, citation.published, citation.weak ? 1 : null, citation.articleId]);
}

function unpackCitation(line: CitationLine): Citation {
  const [publisher, url = null, published = null, weak = null, articleId = null] = line;
  return { publisher, url, published, publishedPrecision: precisionOf(published), weak: weak === 1, articleId };
}

/** The precision a written date carries by its length: "2015" year, "2015-03" month, "2015-03-17" day. */
export function precisionOf(date: string | null): DatePrecision {
  if (date === null || date === '') return 'unknown';
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}
