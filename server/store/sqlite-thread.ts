import { parentPort, workerData } from 'node:worker_threads';
import { answerInThread } from './answer-in-thread.ts';
import { openCheckedSqliteStore } from './sqlite.ts';

const { folder } = workerData as { folder: string };

if (parentPort) answerInThread(parentPort, openCheckedSqliteStore(folder));
