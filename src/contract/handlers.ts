import type * as z from 'zod/mini';
import type { EventFilter } from '#core/filter.ts';
import type { EndpointName, Endpoints, Reply } from './endpoints.ts';

/** Names of the parameters that stand in an endpoint's path: always present. */
type PathNames<P> = { [K in keyof P]: P[K] extends { readonly in: 'path' } ? K : never }[keyof P];
type Value<S> = S extends { readonly schema: infer Z extends z.ZodMiniType } ? z.output<Z> : never;

/** An endpoint's own parameters after checking: path ones always there, query ones where given. */
export type ParametersOf<N extends EndpointName> = {
  readonly [K in PathNames<Endpoints[N]['parameters']>]: Value<Endpoints[N]['parameters'][K]>;
} & {
  readonly [K in Exclude<keyof Endpoints[N]['parameters'], PathNames<Endpoints[N]['parameters']>>]?: Value<
    Endpoints[N]['parameters'][K]
  >;
};

/** What a handler is told: checked parameters and, where the endpoint takes filters, the filter (else the empty one). */
export interface Call<N extends EndpointName> {
  readonly name: N;
  readonly parameters: ParametersOf<N>;
  readonly filter: EventFilter;
  /** Canonical text of everything asked but `cursor`: equal questions have equal keys. */
  readonly key: string;
}

/** Endpoints that are answered with JSON of their reply schema; the rest are byte streams. */
export type JsonEndpointName = Exclude<EndpointName, (typeof otherEndpoints)[number]>;

/** Endpoints that do not answer with JSON of their reply schema. */
export const otherEndpoints = ['snapshotPart', 'tiles', 'openapi', 'feedAtom', 'feedJson'] as const;

export function isJsonEndpoint(name: EndpointName): name is JsonEndpointName {
  return !(otherEndpoints as readonly EndpointName[]).includes(name);
}

/** One handler an endpoint: the server's and the mock's. They throw ApiError for every expected failure. */
export type Handlers = {
  readonly [N in JsonEndpointName]: (call: Call<N>) => Promise<Reply<N>>;
};
