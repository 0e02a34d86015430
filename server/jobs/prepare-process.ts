import { inspect } from 'node:util';
import { StoreRefused } from '#server/store/store.ts';
import { type PrepareResult, type PrepareTask, prepareData } from './prepare.ts';
import { sampleDataSet, sampleFingerprint } from './sample-data-set.ts';

/** Runs as a process of its own: told once what to prepare, answers once, and ends when whoever started it does. */
process.once('message', (task: PrepareTask) => {
  process.send?.(run(task), () => process.disconnect());
});
process.once('disconnect', () => process.exit(0));

function run({ dataFolder, geoFolder, retention }: PrepareTask): PrepareResult {
  try {
    prepareData(dataFolder, sampleFingerprint(), () => sampleDataSet(geoFolder), retention);
    return { ok: true };
  } catch (error) {
    return {
      ok: false,
      refused: error instanceof StoreRefused ? error.reason : null,
      message: error instanceof StoreRefused ? error.message : inspect(error),
    };
  }
}
