import { parentPort, workerData } from 'node:worker_threads';
import { answerInThread } from './answer-in-thread.ts';
import { openSqliteStore } from './sqlite.ts';

const { folder } = workerData as { folder: string };

if (parentPort) answerInThread(parentPort, openSqliteStore(folder));
