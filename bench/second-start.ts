import type { Product } from '#tests/journeys/product.ts';
import { timingOf } from './report.ts';
import type { Verdict } from './sections.ts';

const budgetMs = 2000;

/** The server ended and started anew on the store it has filled, until the first question of a reader is answered. */
export async function secondStart({ origin, start, stop }: Product, runs: number): Promise<Verdict> {
  const took: number[] = [];
  for (let run = 0; run < runs; run++) {
    await stop();
    const began = performance.now();
    await start();
    const { ok, status } = await fetch(`${origin}/api/v1/meta`);
    if (!ok) throw new Error(`the server started anew answers ${status}`);
    took.push(performance.now() - began);
  }
  const { median } = timingOf(took);
  return {
    what: 'second start of the server, to the first answered request',
    must: `≤ ${budgetMs / 1000} s`,
    measured: `${(median / 1000).toFixed(1)} s`,
    met: median <= budgetMs,
  };
}
