import * as z from 'zod/mini';

/** A path or query parameter beside the filters. Query values arrive as strings. */
export interface Parameter {
  readonly in: 'path' | 'query';
  readonly schema: z.ZodMiniType;
  readonly what: string;
  /** How to mend a refused value, as a sentence. */
  readonly mend: string;
  /** JSON Schema for the OpenAPI page where the zod schema reads text into something else. */
  readonly described?: Readonly<Record<string, unknown>>;
}

/** Ids of records: letters, digits, dot, underscore, hyphen; at most 80. */
export const slug = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/));

/** The id in a path such as /events/:id. */
export const pathId = (what: string) =>
  ({
    in: 'path',
    schema: slug,
    what,
    mend: 'Give an id of letters, digits, dots and hyphens.',
  }) as const satisfies Parameter;

/** 10,000. Not by Intl, which takes longer to wake than all of the contract. */
const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** A whole number between two bounds, written in decimal digits. */
export const wholeNumber = (min: number, max: number, what: string) =>
  ({
    in: 'query',
    schema: z.pipe(
      z.pipe(
        z.string().check(z.regex(/^\d{1,9}$/)),
        z.transform((raw: string) => Number(raw)),
      ),
      z.number().check(z.gte(min), z.lte(max)),
    ) as unknown as z.ZodMiniType<number>,
    what,
    mend: `Give a whole number from ${min} to ${grouped(max)}.`,
    described: { type: 'integer', minimum: min, maximum: max },
  }) as const satisfies Parameter;

/** Free text up to a length. */
export const textUpTo = (length: number, what: string, least = 0) =>
  ({
    in: 'query',
    schema: z.string().check(z.minLength(least), z.maxLength(length)),
    what,
    mend: least > 0 ? `Give ${least} to ${length} characters.` : `Give at most ${length} characters.`,
  }) as const satisfies Parameter;

/** One of a few words. */
export const oneOf = <const W extends readonly string[]>(words: W, what: string) =>
  ({
    in: 'query',
    schema: z.enum(words),
    what,
    mend: `Use one of ${words.join(', ')}.`,
  }) as const satisfies Parameter;

/** Several of a few words, comma-separated. */
export const someOf = <const W extends readonly string[]>(words: W, what: string) =>
  ({
    in: 'query',
    schema: z.pipe(
      z.pipe(
        z.string().check(z.maxLength(400)),
        z.transform((raw: string) => raw.split(',')),
      ),
      z.array(z.enum(words)).check(z.maxLength(words.length)),
    ) as unknown as z.ZodMiniType<readonly W[number][]>,
    what,
    mend: `Use one or several of ${words.join(', ')}, separated by commas.`,
    described: { type: 'string', maxLength: 400 },
  }) as const satisfies Parameter;

/** Two-letter country codes, comma-separated. */
export const countryCodes = (what: string) =>
  ({
    in: 'query',
    schema: z.string().check(z.regex(/^([A-Za-z]{2}(,[A-Za-z]{2}){0,99})?$/)),
    what,
    mend: 'Use two-letter country codes, such as PE,BO.',
  }) as const satisfies Parameter;

export const paging = {
  limit: wholeNumber(1, 1000, 'Rows per page, 1 to 1,000; 100 when absent.'),
  cursor: {
    in: 'query',
    schema: z.string().check(z.regex(/^[A-Za-z0-9_-]{8,400}$/)),
    what: 'The `next` of the page before; opaque, bound to the same filters and order.',
    mend: 'Use the `next` of the page before, unchanged, or leave it out to start again.',
  },
} as const satisfies Record<string, Parameter>;

/** The representations a list can be asked for. */
export const format = <const F extends readonly string[]>(...allowed: F) =>
  oneOf(
    allowed,
    `One of ${allowed.join(', ')}; json when absent. The others carry every matching row (at most 200,000), not a page.`,
  );

/** A data version, or the day of one: "2026-11-23.3f9a1c04" or "2026-11-23". */
export const versionText = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}(\.[0-9a-f]{4,16})?$/));

/** The state of the data that an answer is made from. */
export const pinned = {
  asof: {
    in: 'query',
    schema: versionText,
    what: 'Data version to answer from, or its day; the latest when absent. 410 where it is not kept.',
    mend: 'Give a data version as answers name it, such as 2026-11-23.3f9a1c04, or leave it out.',
  },
} as const satisfies Record<string, Parameter>;
