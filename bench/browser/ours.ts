import { type MoveAnswers, updateOfAnswers } from '../kernels/ours.ts';
import type { Contestant } from '../kernels/update.ts';
import type { Asked } from './our-worker.ts';

/** The engine in its Worker, which makes the rows itself: they arrive there as parts in the product too. */
export async function oursInWorker(
  rows: number,
  countryKeys: readonly string[],
): Promise<Contestant & { readonly buildMs: number }> {
  const worker = new Worker(new URL('./our-worker.ts', import.meta.url), { type: 'module' });
  const ask = <T>(asked: Asked): Promise<T> =>
    new Promise((resolve, reject) => {
      worker.onmessage = (message: MessageEvent<T>) => resolve(message.data);
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage(asked);
    });
  const built = await ask<{ buildMs: number; bufferBytes: number }>({ build: rows });
  return {
    name: 'Atalaya',
    ...built,
    update: async (move) => updateOfAnswers(await ask<MoveAnswers>({ move }), countryKeys),
  };
}
