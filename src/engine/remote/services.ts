import { call, fetchBytes } from '#api/client.ts';
import { endpointUrl } from '#contract/endpoints.ts';
import type { EngineServices } from '../create-engine.ts';
import { webPartSource } from '../local/part-source.ts';

/**
 * What the engines ask of the service: the manifest, rows that match a text, and answers where the data are too large; all about one
 * state of the data, the latest when `asof` is null. `letGo` tells when the reader lets go of the window of dates.
 */
export function apiServices(asof: string | null, letGo: EngineServices['letGo']): EngineServices {
  const pin = asof === null ? {} : { asof };
  return {
    manifest: (signal) =>
      asof === null
        ? call('snapshot', {}, { signal })
        : call('snapshotVersion', { version: asof }, { signal }),
    hits: (text, signal) => call('hits', { q: text, ...pin }, { signal }),
    answers: (input, signal) => call('answers', { ...input, ...pin }, { signal }),
    tiles: (input, signal) => fetchBytes(endpointUrl('tiles', { ...input, ...pin }), { signal }),
    pause: webPartSource.pause,
    letGo,
  };
}
