import type { EndpointName, Reply } from '#contract/endpoints.ts';
import type { Call } from '#contract/handlers.ts';
import type { Withheld } from '#core/redistribution.ts';
import type { Encoding } from '#server/encoding.ts';
import type { Services } from '#server/services.ts';
import type { JsonOf } from '#server/store/store.ts';

/** What a handler gives back: the JSON text of the endpoint's reply, a download, or a ready-made file. */
export type Answer<N extends EndpointName> =
  | { readonly kind: 'json'; readonly body: JsonOf<Reply<N>> }
  | Download
  | { readonly kind: 'file'; readonly folder: string; readonly hash: string }
  | PackedBytes
  | { readonly kind: 'text'; readonly type: string; readonly body: string };

/** Bytes made once and kept, also as they are sent compressed; `packed` is null where that is not worth it. */
export interface PackedBytes {
  readonly kind: 'bytes';
  readonly type: string;
  readonly plain: Buffer;
  packed(encoding: Encoding | null): Promise<Buffer> | null;
}

/** Text that is sent while it is made. `rows` counts records, for X-Total-Count. */
export interface Download {
  readonly kind: 'download';
  readonly type: 'text/csv; charset=utf-8; header=present' | 'application/geo+json; charset=utf-8';
  readonly fileName: string;
  readonly rows: number;
  /** Sources whose rows are not in it. */
  readonly withheld?: readonly Withheld[];
  readonly chunks: AsyncIterable<string> | Iterable<string>;
}

/** `origin` is the server's address as readers know it, for links that leave with the answer. */
export type Handler<N extends EndpointName> = (
  call: Call<N>,
  services: Services,
  origin: string,
) => Promise<Answer<N>>;

/** A reply given as a value. */
export function reply<N extends EndpointName>(value: Reply<N>): Answer<N> {
  return { kind: 'json', body: JSON.stringify(value) };
}

/** A reply put together from JSON texts: a list of them is written as an array. */
export function replyOf<N extends EndpointName>(
  parts: Readonly<Record<string, string | readonly string[]>>,
): Answer<N> {
  const members = Object.entries(parts).map(
    ([name, part]) => `${JSON.stringify(name)}:${typeof part === 'string' ? part : `[${part.join(',')}]`}`,
  );
  return { kind: 'json', body: `{${members.join(',')}}` };
}
