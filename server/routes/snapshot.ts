import { ApiError } from '#contract/errors.ts';
import { type Handler, reply } from './answer.ts';

export const snapshot: Handler<'snapshot'> = async (_call, services) =>
  reply<'snapshot'>(services.snapshot.manifest);

/** A part by its hash. Only hashes of the manifest are looked up, so no path is ever made from what was asked. */
export const snapshotPart: Handler<'snapshotPart'> = async ({ parameters: { hash } }, services) => {
  const { manifest, folder } = services.snapshot;
  if (!manifest.parts.some((part) => part.hash === hash)) {
    throw new ApiError(404, 'not-found', 'The snapshot has no such part; read the manifest again.');
  }
  return { kind: 'file', folder, hash };
};
