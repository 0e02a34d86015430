import type { MessagePort } from 'node:worker_threads';
import { StoreBusy } from './store.ts';
import { type ThreadAnswer, type ThreadTask, threadReady } from './threads.ts';

/** Answers the questions that come through a port with the methods of an object, one at a time. */
export function answerInThread(port: MessagePort, target: object): void {
  port.on('message', async ({ method, args }: ThreadTask) => {
    port.postMessage(await answer(target, method, args));
  });
  port.postMessage(threadReady);
}

async function answer(target: object, method: string, args: readonly unknown[]): Promise<ThreadAnswer> {
  try {
    const methods = target as Record<string, (...given: readonly unknown[]) => Promise<unknown>>;
    const ask = methods[method];
    if (!ask) throw new Error(`The thread has no ${method}.`);
    return { ok: true, value: await ask(...args) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, busy: error instanceof StoreBusy, message };
  }
}
