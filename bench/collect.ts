import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Lets this process's collector take what nobody holds. */
export const collect = runInNewContext('gc') as () => void;

const patience = 20;

/** Bytes of buffers that this process holds, once they are no longer fewer: those let go are freed beside the collector, a little later. */
export async function buffersHeld(): Promise<number> {
  let held = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < patience; tries++) {
    collect();
    await pause(300);
    const { arrayBuffers } = process.memoryUsage();
    if (arrayBuffers >= held) break;
    held = arrayBuffers;
  }
  return held;
}
