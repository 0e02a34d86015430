import type { Endpoint } from '#contract/endpoint.ts';
import { type EndpointName, endpoints, type Input } from '#contract/endpoints.ts';
import { readView } from '#core/view.ts';

let lastRead: { readonly search: string; readonly asof: string | null } | null = null;

/** The data version that the page's address pins; null = the latest. Every question and link of the page keeps to it. */
export function pinnedVersion(): string | null {
  const search = globalThis.location?.search ?? '';
  if (lastRead?.search !== search) lastRead = { search, asof: readView(search).view.asof };
  return lastRead.asof;
}

/** The input of a call with the pinned version, where the endpoint knows versions and the caller named none. */
export function pinnedInput(name: EndpointName, input: Input): Input {
  const asof = pinnedVersion();
  const { parameters }: Endpoint = endpoints[name];
  return asof === null || input.asof !== undefined || !('asof' in parameters) ? input : { ...input, asof };
}
