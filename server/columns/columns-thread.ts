import { parentPort, workerData } from 'node:worker_threads';
import type { Snapshot } from '#server/jobs/snapshot.ts';
import { answerInThread } from '#server/store/answer-in-thread.ts';
import { columnsOver } from './columns.ts';

if (parentPort) answerInThread(parentPort, columnsOver(workerData as Snapshot));
