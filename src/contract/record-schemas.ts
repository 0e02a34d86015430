import * as z from 'zod/mini';
import type { Withheld } from '#core/redistribution.ts';
import { articleSchema, eventSchema } from './schemas.ts';

const changes = ['added', 'changed', 'withdrawn', 'merged'] as const;

/** What a record's own address says beside the record: whether it is still one, and which states of the data touched it. */
const fate = {
  /** Absent while the record stands. */
  gone: z.optional(
    z.object({
      what: z.enum(['withdrawn', 'merged']),
      /** Id of the record that took it in; null when it was simply withdrawn. */
      successor: z.nullable(z.string()),
      /** The state of the data in which it went. */
      dataVersion: z.string(),
      dataAsOf: z.string(),
    }),
  ),
  /** Absent for a record that has been as it is since the first state of the data held here. */
  history: z.optional(
    z.readonly(z.array(z.object({ what: z.enum(changes), dataVersion: z.string(), dataAsOf: z.string() }))),
  ),
};

/** Sources whose rows are not in an answer because their licence keeps them here (core/redistribution.ts). */
export const withheldSchema = z.readonly(
  z.array(
    z.object({
      source: z.string(),
      publisher: z.string(),
      url: z.nullable(z.string()),
      licence: z.string(),
      events: z.nullable(z.number()),
    }),
  ),
) satisfies z.ZodMiniType<readonly Withheld[]>;

export const eventRecordSchema = z.extend(eventSchema, fate);
export const articleRecordSchema = z.extend(articleSchema, fate);
export type Fate = Pick<z.infer<typeof eventRecordSchema>, 'gone' | 'history'>;

const counts = z.object({
  added: z.number(),
  changed: z.number(),
  withdrawn: z.number(),
  merged: z.number(),
});

/** What differs between a state of the data and the latest. */
export const changesSchema = z.object({
  /** The state asked about; `kept` says whether it can still be opened. */
  since: z.object({ dataVersion: z.string(), dataAsOf: z.string(), kept: z.boolean() }),
  now: z.object({ dataVersion: z.string(), dataAsOf: z.string() }),
  counts: z.object({ events: counts, articles: counts, indicators: counts }),
  /** Changed events in order of what happened to them, then of id, a page at a time. */
  rows: z.readonly(
    z.array(
      z.object({
        id: z.string(),
        what: z.enum(changes),
        successor: z.nullable(z.string()),
        /** The event as it is, or as it last was; null where its source no longer lets it out. */
        event: z.nullable(eventSchema),
      }),
    ),
  ),
  total: z.number(),
  next: z.nullable(z.string()),
});
