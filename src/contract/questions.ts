import * as z from 'zod/mini';
import { MOST_WITHIN } from '#core/area.ts';
import { measures } from '#core/measure.ts';
import { facetDimensions, type Query } from '#core/query.ts';
import { bins, type CivilDay, parseIsoDay } from '#core/time.ts';
import type { Parameter } from './parameters.ts';

/** A question of core/query.ts without its filter, which stands in the address. */
export type Question = Query extends infer Q ? (Q extends Query ? Omit<Q, 'filter'> : never) : never;

const day = z.int().check(z.gte(-800_000), z.lte(3_000_000));
const domain = z.nullable(z.object({ from: day, to: day }));
const degrees = z.number().check(z.gte(-3600), z.lte(3600));
const viewport = z.nullable(z.readonly(z.tuple([degrees, degrees, degrees, degrees])));
const measure = z.enum(measures);
const bin = z.enum(bins);
const coarser = z.optional(z.boolean());
const limit = z.int().check(z.gte(0), z.lte(10_000));
/** Characters of all questions: room for as many areas as one may name. */
const MOST_TEXT = 8000;
const areaKey = z.string().check(z.maxLength(40));
const level = z.literal([1, 2, 3, 4, 5, 6, 7]);

const question = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), measure }),
  z.object({
    kind: z.literal('series'),
    bin,
    measure,
    split: z.nullable(z.enum(['family', 'kind', 'country', 'group', 'substance', 'source'])),
    domain,
    coarser,
  }),
  z.object({
    kind: z.literal('facet'),
    dimension: z.enum(facetDimensions),
    measure,
  }),
  z.object({
    kind: z.literal('cells'),
    zoom: z.int().check(z.gte(0), z.lte(12)),
    viewport,
    measure,
    coarser,
  }),
  z.object({ kind: z.literal('density'), zoom: z.int().check(z.gte(0), z.lte(12)), viewport }),
  z.object({ kind: z.literal('areas') }),
  z.object({
    kind: z.literal('points'),
    viewport,
    precisions: z.readonly(z.array(level).check(z.maxLength(7))),
    limit,
  }),
  z.object({
    kind: z.literal('page'),
    within: z.optional(z.readonly(z.array(areaKey).check(z.maxLength(MOST_WITHIN)))),
    sort: z.enum(['newest', 'oldest', 'kg', 'usd', 'people', 'country', 'kind']),
    offset: z.int().check(z.gte(0), z.lte(100_000_000)),
    limit,
  }),
  z.object({ kind: z.literal('marks'), domain, limit }),
  z.object({ kind: z.literal('relax') }),
  z.object({ kind: z.literal('extent'), coarser }),
  z.object({ kind: z.literal('coverage'), bin, domain, coarser }),
]) satisfies z.ZodMiniType<Question>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** 1 to 20 questions as a JSON array. */
export const questionsParameter = {
  in: 'query',
  schema: z.pipe(
    z.pipe(z.string().check(z.maxLength(MOST_TEXT)), z.transform(parsed)),
    z.array(question).check(z.minLength(1), z.maxLength(20)),
  ) as unknown as z.ZodMiniType<readonly Question[]>,
  what: 'Questions of the engine (src/core/query.ts) without their filter, as a JSON array.',
  mend: `Give 1 to 20 questions, such as [{"kind":"count","measure":"count"}]; within a page, up to ${MOST_WITHIN} keys of areas.`,
  described: { type: 'string', maxLength: MOST_TEXT },
} as const satisfies Parameter;

const oneDay = '\\d{4}-\\d{2}-\\d{2}';
const twoDays = `${oneDay}_${oneDay}`;

/** Up to two spans of days. */
export const spansParameter = {
  in: 'query',
  schema: z.pipe(
    z.pipe(
      z.string().check(z.regex(new RegExp(`^${twoDays}(,${twoDays})?$`))),
      z.transform((text: string) =>
        text.split(',').map((span) => {
          const [from, to] = span.split('_').map(parseIsoDay);
          return { from, to };
        }),
      ),
    ),
    z.array(z.object({ from: day, to: day })),
  ) as unknown as z.ZodMiniType<readonly { readonly from: CivilDay; readonly to: CivilDay }[]>,
  what: 'Spans of whole bins in which every day is a bin of its own, as first_last, comma-separated.',
  mend: 'Give one or two spans such as 2015-01-01_2016-12-31.',
  described: { type: 'string', example: '2015-01-01_2016-12-31' },
} as const satisfies Parameter;

const four = /^-?\d{1,4}(\.\d{1,20})?(,-?\d{1,4}(\.\d{1,20})?){3}$/;

/** A map's viewport, whose longitudes may run past 180 as a scrolled map gives them. */
export const viewportParameter = {
  in: 'query',
  schema: z.pipe(
    z.string().check(z.regex(four)),
    z.transform((text: string) => text.split(',').map(Number)),
  ) as unknown as z.ZodMiniType<readonly [number, number, number, number]>,
  what: 'Of `cells` and `squares`: only those that touch this viewport, as west,south,east,north.',
  mend: 'Give west,south,east,north in degrees, such as -82,-19,-68,0.',
  described: { type: 'string' },
} as const satisfies Parameter;
