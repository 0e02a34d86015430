import { parentPort } from 'node:worker_threads';
import { answerInThread } from '#server/store/answer-in-thread.ts';
import type { Store } from '#server/store/store.ts';

/** A store that never comes back from one question, breaks down at another, and counts 7 otherwise. */
const store = {
  count: async ({ text }: { text: string }) => {
    if (text === 'die') process.nextTick(() => Promise.reject(new Error('broken down')));
    while (text === 'endless') {
      // Busy for good, as a scan without an index would be.
    }
    return text === 'die' ? new Promise<number>(() => {}) : 7;
  },
} as unknown as Store;

if (parentPort) answerInThread(parentPort, store);
