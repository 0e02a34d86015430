import type { Engine } from './engine.ts';
import { sameThreadLine, workerLine } from './local/lines.ts';
import { LocalEngine, type LocalEngineOptions } from './local/local-engine.ts';
import { webPartSource } from './local/part-source.ts';
import { apiServices } from './remote/services.ts';

export type EngineServices = Pick<LocalEngineOptions, 'manifest' | 'hits'>;

/** The engine of this page: columns in a Worker, on the main thread where none can start. Loading begins at once. */
export function createEngine(services: EngineServices = apiServices): Engine {
  return new LocalEngine({
    manifest: services.manifest,
    hits: services.hits,
    openWorker: workerLine,
    openHere: sameThreadLine,
    pause: webPartSource.pause,
  });
}
