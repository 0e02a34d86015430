/** One message: a sentence with {named} holes, or its plural forms chosen by the number in {n}. */
export type Message = string | Plural;

/** Forms by Intl.PluralRules category. `other` is required; es and pt also use `many` (1,000,000 de…). */
export type Plural = {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
};

/** A translation of the area `A`: the same keys, and plural forms exactly where the source has them. */
export type Translated<A> = { readonly [K in keyof A]: A[K] extends string ? string : Plural };

type Holes<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never;

/** Names of the holes of a message; plural messages always take `n`. */
export type ParamsOf<M> = M extends string ? Holes<M> : M extends Plural ? 'n' | Holes<M['other']> : never;

const HOLE = /\{(\w+)\}/g;

/** Splits a message into text and holes: even items are text, odd items are hole names. */
export function splitMessage(text: string): string[] {
  return text.split(HOLE);
}

/** Picks the plural form for `n`; a missing category falls back to `other`. */
export function pickForm(message: Message, n: number | undefined, rules: Intl.PluralRules): string {
  if (typeof message === 'string') return message;
  const category = n === undefined ? 'other' : rules.select(n);
  return message[category] ?? message.other;
}
