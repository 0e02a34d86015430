import { endpointUrl } from '#contract/endpoints.ts';
import { ApiError } from '#contract/errors.ts';
import type { SnapshotManifest } from '#contract/schemas.ts';
import { RemoteEngine, type RemoteServices } from '#engine/remote/remote-engine.ts';
import { columnsOver } from '#server/columns/columns.ts';
import { buildSnapshot } from '#server/jobs/snapshot.ts';
import { Remembered } from '#server/remembered.ts';
import { onlyVersion, type Services } from '#server/services.ts';
import { testApp } from '#tests/server/test-app.ts';
import type { EngineFactory } from './engine.ts';

const version = { dataVersion: '2026-11-23.00000001', dataAsOf: '2026-11-23' };

/** The remote engine over the real routes and the real parts in a folder; only the network and the store's words are made. */
export const engineOverServer =
  (folder: string): EngineFactory =>
  async (events, hits) => {
    const snapshot = buildSnapshot(folder, version, events);
    const store = {
      hits: async (text: string) => {
        const rows = hits(text);
        return { rows, total: rows.length };
      },
    };
    const app = testApp({
      store,
      info: version,
      snapshot,
      columns: columnsOver(snapshot),
      versions: onlyVersion(snapshot),
      tiles: new Remembered<Buffer>(100),
    } as unknown as Services);
    const get = async (url: string): Promise<Buffer> => {
      const reply = await app.inject({ url });
      if (reply.statusCode === 200) return reply.rawPayload;
      const { code, detail } = reply.json() as { code: ApiError['code']; detail: string };
      throw new ApiError(reply.statusCode, code, detail);
    };
    const services: RemoteServices = {
      manifest: async () => JSON.parse(String(await get(endpointUrl('snapshot')))) as SnapshotManifest,
      answers: async (input) => JSON.parse(String(await get(endpointUrl('answers', input)))),
      tiles: async (input) => Uint8Array.from(await get(endpointUrl('tiles', input))),
      pause: async () => {},
      letGo: () => null,
    };
    return new RemoteEngine(snapshot.manifest, services);
  };
