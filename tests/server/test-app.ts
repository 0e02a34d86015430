import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type AppEnvironment, createApp, type Readiness } from '#server/app.ts';
import { readGazetteer } from '#server/gazetteer.ts';
import { prepareData, reusePrepared } from '#server/jobs/prepare.ts';
import { limits } from '#server/limits.ts';
import { openHere, servicesWithVersions } from '#server/open-services.ts';
import type { Services } from '#server/services.ts';
import type { DataSet } from '#server/store/store.ts';
import { repositoryRoot } from '#tests/source-files.ts';
import { fixtureDataSet } from './data-set.ts';

/** Services over a data set, filled and cut as at a first start, without threads. */
export async function testServices(folder: string, data: DataSet = fixtureDataSet()): Promise<Services> {
  prepareData(folder, data.fingerprint, () => data);
  const snapshot = reusePrepared(folder, data.fingerprint);
  if (!snapshot) throw new Error('The snapshot was not built.');
  return servicesWithVersions(
    folder,
    snapshot,
    readGazetteer(path.join(repositoryRoot, 'public/geo')),
    openHere,
  );
}

/** An app as it runs in production but for what a test exchanges; it never listens. */
export function testApp(
  services: Services | Readiness,
  parts: Partial<AppEnvironment> = {},
): FastifyInstance {
  const readiness: Readiness = 'state' in services ? services : { state: 'ready', services };
  return createApp({
    readiness: () => readiness,
    files: new Map(),
    build: 'test',
    limits: { ...limits, requestsPerSecond: 1_000_000, requestsBurst: 1_000_000 },
    publicUrl: null,
    embedAncestors: [],
    trustedProxies: [],
    writeToken: null,
    logLevel: 'silent',
    clock: () => 0,
    ...parts,
  });
}
