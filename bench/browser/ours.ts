import type { SnapshotManifest } from '#contract/schemas.ts';
import type { Answered } from '#engine/engine.ts';
import { lineHere, nearLedger, workerLine } from '#engine/local/lines.ts';
import { LocalEngine } from '#engine/local/local-engine.ts';
import { webPartSource } from '#engine/local/part-source.ts';
import { queriesOf, updateOfAnswers } from '../kernels/ours.ts';
import type { Contestant } from '../kernels/update.ts';
import { madeAddress } from './made-address.ts';

export type RanOn = Answered<[]>['ranOn'];

/** The engine as the page has it: its Worker, which fetches the rows as a part, and what it answers on the main thread beside that. */
export async function ours(
  rows: number,
  countryKeys: readonly string[],
): Promise<Contestant & { readonly buildMs: number; readonly ranOn: RanOn[] }> {
  const fetched = async (name: 'manifest' | 'grams') => fetch(madeAddress(rows, name));
  const manifest = (await (await fetched('manifest')).json()) as SnapshotManifest;
  const grams = new Uint32Array(await (await fetched('grams')).arrayBuffer());
  const began = performance.now();
  const engine = new LocalEngine({
    manifest: async () => manifest,
    hits: async () => ({ rows: [] }),
    openWorker: workerLine,
    openHere: lineHere,
    openNear: nearLedger,
    pause: webPartSource.pause,
  });
  await new Promise<void>((resolve) => {
    engine.subscribe(() => engine.status().state === 'ready' && resolve());
  });
  const buildMs = performance.now() - began;
  // A reader's first gesture comes later than the columns do.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const ranOn: RanOn[] = [];
  return {
    name: 'Atalaya',
    buildMs,
    ranOn,
    async update(move) {
      const answered = await engine.ask(queriesOf(move, countryKeys));
      ranOn.push(answered.ranOn);
      return updateOfAnswers(answered.answers, countryKeys, grams);
    },
  };
}
