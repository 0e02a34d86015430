import * as z from 'zod/mini';
import type { Article } from '#core/article.ts';
import type { Country, ProfileFact, ProfileRun } from '#core/country.ts';
import type { CrimeEvent } from '#core/event.ts';
import type { Group } from '#core/group.ts';
import type { Indicator, IndicatorSeries, Observation } from '#core/indicator.ts';
import type { Citation, Dispute, SourceInfo } from '#core/provenance.ts';
import { kinds, substances } from '#core/taxonomy.ts';
import { datePrecisions } from '#core/time.ts';

/**
 * The shapes that cross the wire, as zod/mini schemas checked against the core types. Unknown fields are ignored; a row
 * whose required fields are wrong is set aside and counted, never shown half-read.
 */

const text = z.string();
const nullableText = z.nullable(z.string());
const nullableNumber = z.nullable(z.number());
const texts = z.readonly(z.array(text));

export const eventTimeSchema = z.object({
  from: nullableNumber,
  to: nullableNumber,
  precision: z.enum(datePrecisions),
});

export const placeSchema = z.object({
  country: nullableText,
  adm1: nullableText,
  adm2: nullableText,
  name: nullableText,
  zone: nullableText,
  lat: nullableNumber,
  lon: nullableNumber,
  precision: z.literal([1, 2, 3, 4, 5, 6, 7]),
});

export const quantitySchema = z.object({
  measure: z.enum(['kg', 'usd', 'people', 'item']),
  substance: z.nullable(z.enum(substances)),
  value: nullableNumber,
  low: nullableNumber,
  high: nullableNumber,
  unit: text,
});

export const citationSchema = z.object({
  publisher: text,
  url: nullableText,
  published: nullableText,
  publishedPrecision: z.enum(datePrecisions),
  weak: z.boolean(),
  articleId: nullableText,
}) satisfies z.ZodMiniType<Citation>;

const translated = z.optional(z.object({ es: text, pt: text }));

export const disputeSchema = z.object({
  field: z.enum(['kind', 'quantity', 'date', 'place']),
  text: text,
  texts: translated,
  alternative: nullableText,
}) satisfies z.ZodMiniType<Dispute>;

const localised = z.object({ en: text, es: text, pt: text });

export const eventSchema = z.object({
  id: text,
  n: z.number(),
  kind: z.enum(kinds.map((kind) => kind.key)),
  time: eventTimeSchema,
  place: placeSchema,
  quantities: z.readonly(z.array(quantitySchema)),
  substances: z.readonly(z.array(z.enum(substances))),
  groups: texts,
  actors: texts,
  summary: nullableText,
  summaries: translated,
  note: nullableText,
  notes: translated,
  milestone: z.boolean(),
  label: z.optional(localised),
  source: text,
  sourceRecordId: text,
  citations: z.readonly(z.array(citationSchema)),
  disputes: z.readonly(z.array(disputeSchema)),
  reports: z.number(),
  articles: texts,
}) satisfies z.ZodMiniType<CrimeEvent>;

export const articleSchema = z.object({
  id: text,
  headline: text,
  lang: text,
  outlet: text,
  url: nullableText,
  published: eventTimeSchema,
  countries: texts,
  topics: texts,
  groups: texts,
  summary: nullableText,
  summaries: translated,
  events: texts,
  source: text,
}) satisfies z.ZodMiniType<Article>;

export const indicatorSchema = z.object({
  id: text,
  title: text,
  texts: z.optional(
    z.object({
      title: localised,
      unit: z.optional(localised),
      definition: localised,
      caveat: z.nullable(localised),
    }),
  ),
  unit: text,
  definition: text,
  caveat: nullableText,
  theme: z.enum([
    'coca',
    'seizures',
    'homicide',
    'conflict',
    'contraband',
    'counterfeit',
    'mining',
    'corruption',
    'population',
    'cost',
    'air',
    'eradication',
    'displacement',
  ]),
  source: text,
  geoLevel: z.enum(['country', 'adm1', 'zone', 'district']),
  additive: z.boolean(),
  countries: texts,
  from: text,
  to: text,
  observations: z.number(),
}) satisfies z.ZodMiniType<Indicator>;

export const observationSchema = z.object({
  country: text,
  area: text,
  areaName: text,
  period: text,
  value: nullableNumber,
  low: nullableNumber,
  high: nullableNumber,
  status: z.enum(['final', 'provisional', 'derived', 'disputed', 'about', 'revised']),
  note: nullableText,
  notes: translated,
  url: nullableText,
  publisher: nullableText,
}) satisfies z.ZodMiniType<Observation>;

export const indicatorSeriesSchema = z.extend(indicatorSchema, {
  values: z.readonly(z.array(observationSchema)),
}) satisfies z.ZodMiniType<IndicatorSeries>;

const profileFactSchema = z.object({
  label: text,
  labels: z.optional(localised),
  value: nullableNumber,
  unit: text,
  period: text,
  indicator: nullableText,
  area: text,
  publisher: text,
  url: nullableText,
}) satisfies z.ZodMiniType<ProfileFact>;

const profileRunSchema = z.object({
  text: text,
  href: z.nullable(
    z.object({ kind: z.enum(['indicator', 'event', 'article', 'group', 'source', 'url']), id: text }),
  ),
}) satisfies z.ZodMiniType<ProfileRun>;

const runs = z.readonly(z.array(profileRunSchema));

export const countrySchema = z.object({
  iso2: text,
  iso3: text,
  names: z.object({ en: text, es: text, pt: text }),
  region: z.enum(['south-america', 'central-america', 'caribbean', 'north-america']),
  bbox: z.readonly(z.tuple([z.number(), z.number(), z.number(), z.number()])),
  lead: z.object({ en: runs, es: runs, pt: runs }),
  facts: z.readonly(z.array(profileFactSchema)),
  groups: texts,
  events: z.number(),
  articles: z.number(),
}) satisfies z.ZodMiniType<Country>;

export const groupSchema = z.object({
  id: text,
  name: text,
  aliases: texts,
  type: z.enum(['armed', 'criminal', 'state', 'other']),
  countries: texts,
  active: z.object({ from: nullableNumber, to: nullableNumber }),
  designations: z.readonly(z.array(z.object({ authority: text, programme: text, listed: text, url: text }))),
  events: z.number(),
  articles: z.number(),
  source: text,
}) satisfies z.ZodMiniType<Group>;

const sourceTexts = z.object({ title: text, licence: z.optional(text), note: text, limits: texts });

export const sourceSchema = z.object({
  id: text,
  publisher: text,
  title: text,
  url: nullableText,
  licence: text,
  licenceUrl: nullableText,
  redistribution: z.enum(['rows', 'aggregates', 'none']),
  attribution: text,
  retrieved: text,
  coverage: z.object({ from: nullableText, to: nullableText, countries: texts, note: text }),
  limits: texts,
  texts: z.optional(z.object({ es: sourceTexts, pt: sourceTexts })),
  counts: z.object({ events: z.number(), articles: z.number(), indicators: z.number() }),
}) satisfies z.ZodMiniType<SourceInfo>;

export const metaSchema = z.object({
  name: z.literal('Atalaya'),
  version: text,
  /** Version of the data: "2026-11-23.3f9a1c04" (day it was last changed, then a hash of the content). */
  dataVersion: text,
  dataAsOf: text,
  counts: z.object({
    events: z.number(),
    articles: z.number(),
    indicators: z.number(),
    groups: z.number(),
    countries: z.number(),
    sources: z.number(),
  }),
  eventDays: z.object({ from: nullableNumber, to: nullableNumber }),
  writable: z.boolean(),
  limits: z.object({ pageRows: z.number(), exportRows: z.number(), searchCharacters: z.number() }),
});
export type Meta = z.infer<typeof metaSchema>;

export const snapshotPartSchema = z.object({
  /** Content hash (sha-256, hex, first 32 characters); also the file name. */
  hash: text,
  url: text,
  rows: z.number(),
  bytes: z.number(),
  /** First and last start day in the part (undated rows ride in the last part). */
  fromDay: nullableNumber,
  toDay: nullableNumber,
});

export const snapshotSchema = z.object({
  format: z.number(),
  dataVersion: text,
  dataAsOf: text,
  rows: z.number(),
  /** How many of the rows are faulty (a day or a place outside the world, a code without a name): no reader counts them. */
  skippedRows: z.number(),
  bytes: z.number(),
  /** What fetching all parts takes, compressed as most browsers ask for them. */
  wireBytes: z.number(),
  /** Code → key; a row's dictionary columns hold indexes into these. */
  dictionaries: z.object({ country: texts, adm1: texts, group: texts, substance: texts, source: texts }),
  /** All events counted by month (contract/overview.ts), to fetch before the parts; null where there is none. */
  overview: z.nullable(snapshotPartSchema),
  /** Newest days first. */
  parts: z.readonly(z.array(snapshotPartSchema)),
});
export type SnapshotManifest = z.infer<typeof snapshotSchema>;

/** A page of rows. `total` counts all matching rows; `next` is an opaque cursor or null on the last page. */
export function pageOf<T extends z.ZodMiniType>(row: T) {
  return z.object({
    rows: z.readonly(z.array(row)),
    total: z.number(),
    next: nullableText,
    dataVersion: text,
  });
}

export const hitsSchema = z.object({
  dataVersion: text,
  rows: z.readonly(z.array(z.number())),
  total: z.number(),
  truncated: z.boolean(),
});
export const healthSchema = z.object({ status: z.enum(['ok', 'starting', 'failing']), reason: nullableText });
