import { inspect } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { StoreRefused } from '#server/store/store.ts';
import { type PrepareResult, type PrepareTask, prepareData } from './prepare.ts';
import { sampleDataSet, sampleFingerprint } from './sample-data-set.ts';

const { dataFolder, geoFolder } = workerData as PrepareTask;

function run(): PrepareResult {
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

parentPort?.postMessage(run());
