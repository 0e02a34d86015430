import { call, fetchBytes } from '#api/client.ts';
import { endpointUrl } from '#contract/endpoints.ts';
import type { EngineServices } from '../create-engine.ts';
import { webPartSource } from '../local/part-source.ts';

/** What the engines ask of the service: the manifest, rows that match a text, and answers where the data are too large. */
export const apiServices: EngineServices = {
  manifest: (signal) => call('snapshot', {}, { signal }),
  hits: (text, signal) => call('hits', { q: text }, { signal }),
  answers: (input, signal) => call('answers', input, { signal }),
  tile: (input, signal) => fetchBytes(endpointUrl('tiles', input), { signal }),
  pause: webPartSource.pause,
};
