const PAUSES_MS = [800, 2000, 4000, 8000, 15_000];

/** Whether the place that chunks come from answers at all. */
async function originAnswers(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

const pause = (ms: number) => new Promise<void>((go) => setTimeout(go, ms));

/**
 * Loads a chunk. While nobody answers it waits and tries again; where the server answers and the chunk is still not there
 * after a second try, the server has a newer build, and the error goes to the boundary, which offers a reload.
 */
export async function loadPatiently<M>(
  load: () => Promise<M>,
  world: { answers(): Promise<boolean>; pause(ms: number): Promise<void> } = {
    answers: originAnswers,
    pause,
  },
): Promise<M> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await load();
    } catch (error) {
      const gone = attempt > 0 && (await world.answers());
      if (gone) throw error;
      await world.pause(PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)] ?? 15_000);
    }
  }
}
