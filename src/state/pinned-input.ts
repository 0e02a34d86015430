import type { Endpoint } from '#contract/endpoint.ts';
import { type EndpointName, endpoints, type Input } from '#contract/endpoints.ts';
import { pinnedVersion } from './pinned.ts';

/** The input of a call with the pinned version, where the endpoint knows versions and the caller named none. */
export function pinnedInput(name: EndpointName, input: Input): Input {
  const asof = pinnedVersion();
  const { parameters }: Endpoint = endpoints[name];
  return asof === null || input.asof !== undefined || !('asof' in parameters) ? input : { ...input, asof };
}
