import type { SnapshotManifest } from '#contract/schemas.ts';
import type { Engine } from './engine.ts';
import { lineHere, nearLedger, workerLine } from './local/lines.ts';
import { LocalEngine, type LocalEngineOptions } from './local/local-engine.ts';
import { belongsOnServer } from './remote/placement.ts';
import type { RemoteServices } from './remote/remote-engine.ts';
import { SwitchingEngine } from './switching-engine.ts';

export type EngineServices = Pick<LocalEngineOptions, 'manifest' | 'hits'> & RemoteServices;

/**
 * The engine of this page: columns in a Worker, on the main thread where none can start, or the server where the data are more
 * than this browser should hold. Loading begins at once; what makes it faster still comes when the page rests.
 */
export function createEngine(services: EngineServices, rest: () => Promise<void>): Engine {
  return new SwitchingEngine((handOver) => {
    const manifest = async (signal: AbortSignal): Promise<SnapshotManifest> => {
      const found = await services.manifest(signal);
      const remote = (await belongsOnServer(found)) ? await import('./remote/remote-engine.ts') : null;
      signal.throwIfAborted();
      if (remote) handOver(new remote.RemoteEngine(found, services));
      signal.throwIfAborted();
      return found;
    };
    const { hits, pause } = services;
    const openNear = () => rest().then(nearLedger);
    return new LocalEngine({ manifest, hits, openWorker: workerLine, openHere: lineHere, openNear, pause });
  });
}
