import { inspect } from 'node:util';
import { StoreRefused } from '#server/store/store.ts';
import { type PrepareResult, type PrepareTask, prepareData } from './prepare.ts';
import { sampleDataSet, sampleFingerprint } from './sample-data-set.ts';

/** Runs as a process of its own: told once what to prepare, answers once, and ends when whoever started it does. */
process.once('message', ({ dataFolder, geoFolder }: PrepareTask) => {
  process.send?.(run(dataFolder, geoFolder), () => process.disconnect());
});
process.once('disconnect', () => process.exit(0));

function run(dataFolder: string, geoFolder: string): PrepareResult {
  try {
    prepareData(dataFolder, sampleFingerprint(), () => sampleDataSet(geoFolder));
    return { ok: true };
  } catch (error) {
    return {
      ok: false,
      refused: error instanceof StoreRefused ? error.reason : null,
      message: error instanceof StoreRefused ? error.message : inspect(error),
    };
  }
}
