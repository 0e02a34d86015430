import { ApiError } from '#contract/errors.ts';
import { type Handler, reply } from './answer.ts';

export const snapshot: Handler<'snapshot'> = async (_call, services) =>
  reply<'snapshot'>(services.snapshot.manifest);

export const snapshotVersion: Handler<'snapshotVersion'> = async ({ parameters: { version } }, services) =>
  reply<'snapshotVersion'>(services.versions.manifest(version));

/** A part, or the overview, by its hash. Only hashes of kept manifests are looked up, so no path is ever made from what was asked. */
export const snapshotPart: Handler<'snapshotPart'> = async ({ parameters: { hash } }, { versions }) => {
  const folder = versions.folderOfPart(hash);
  if (folder === null)
    throw new ApiError(404, 'not-found', 'The snapshot has no such part; read the manifest again.');
  return { kind: 'file', folder, hash };
};
