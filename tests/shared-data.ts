import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'vitest';
import { repositoryRoot } from '#tests/source-files.ts';

/** The folder with the original data files, which is not part of the repository: `ATALAYA_SHARED`, or `../shared` beside it. */
export const sharedFolder = path.resolve(repositoryRoot, process.env.ATALAYA_SHARED ?? '../shared');

/** Whether the original data files are there to compare with. */
export const hasShared = existsSync(path.join(sharedFolder, 'data/README.md'));

/** The path of one original file, e.g. `sharedFile('events/peru-curated-events-2000-2024.csv')`. */
export function sharedFile(name: string): string {
  return path.join(sharedFolder, 'data', name);
}

/** A group of tests against the original files: it runs where they are, and is listed as not run, with the reason, where not. */
export function describeWithShared(title: string, tests: () => void): void {
  if (hasShared) describe(title, tests);
  else
    describe.skip(title, () =>
      it(`needs the original files, and there are none at ${sharedFolder}`, () => {}),
    );
}
