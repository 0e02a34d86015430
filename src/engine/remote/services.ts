import { call } from '#api/client.ts';
import type { EngineServices } from '../create-engine.ts';

/** What the local engine asks of the service: the manifest, and rows that match a text. */
export const apiServices: EngineServices = {
  manifest: (signal) => call('snapshot', {}, { signal }),
  hits: (text, signal) => call('hits', { q: text }, { signal }),
};
