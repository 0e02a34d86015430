import type { MessagePort } from 'node:worker_threads';
import { type Store, StoreBusy } from './store.ts';
import { type StoreAnswer, type StoreTask, threadReady } from './threads.ts';

/** Answers the questions that come through a port from a store, one at a time. */
export function answerInThread(port: MessagePort, store: Store): void {
  port.on('message', async ({ method, args }: StoreTask) => {
    port.postMessage(await answer(store, method, args));
  });
  port.postMessage(threadReady);
}

async function answer(store: Store, method: keyof Store, args: readonly unknown[]): Promise<StoreAnswer> {
  try {
    const ask = store[method] as (...given: readonly unknown[]) => Promise<unknown>;
    return { ok: true, value: await ask(...args) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, busy: error instanceof StoreBusy, message };
  }
}
