import type { InSteps } from '#core/geo/base-map.ts';

/** Runs a piece of work to its end, where nobody waits. */
export function atOnce<Made>(work: InSteps<Made>): Made {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
