import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Lets this process's collector take what nobody holds. */
export const collect = runInNewContext('gc') as () => void;

const patience = 20;

/** What is held, once it is no longer less: buffers let go are freed beside the collector, a little later. */
export async function heldOnceFreed(read: (usage: NodeJS.MemoryUsage) => number): Promise<number> {
  let held = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < patience; tries++) {
    collect();
    await pause(300);
    const now = read(process.memoryUsage());
    if (now >= held) break;
    held = now;
  }
  return held;
}

/** Bytes of buffers that this process holds. */
export const buffersHeld = (): Promise<number> => heldOnceFreed(({ arrayBuffers }) => arrayBuffers);
