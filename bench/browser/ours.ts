import { Unpacker } from '#engine/local/wire.ts';
import { updateOfAnswers } from '../kernels/ours.ts';
import type { Contestant } from '../kernels/update.ts';
import type { Asked, Packed } from './our-worker.ts';

/** The engine in its Worker, which makes the rows itself: they arrive there as parts in the product too. */
export async function oursInWorker(
  rows: number,
  countryKeys: readonly string[],
): Promise<Contestant & { readonly buildMs: number }> {
  const worker = new Worker(new URL('./our-worker.ts', import.meta.url), { type: 'module' });
  const unpacker = new Unpacker();
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
    async update(move) {
      const { packed, top } = await ask<Packed>({ move });
      return updateOfAnswers({ answers: unpacker.unpack(packed), top }, countryKeys);
    },
  };
}
