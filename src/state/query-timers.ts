import type { TimeoutProvider } from '@tanstack/react-query';

/** Delays from here on are reckoned in steps of this length: when an answer is let go, or is no longer fresh, may come so much later. */
const STEP_MS = 5000;
/** Longest turn of those that are due. */
const TURN_MS = 3;

type Callback = () => void;

/** Callbacks that are due together, by their number. */
type Due = Map<number, Callback>;
const due = new Map<number, Due>();
const dueOf = new Map<number, Due>();
let last = 0;

/** Some milliseconds of what is due, the rest in turns of its own: after a drag thousands of answers are let go together. */
function ring(callbacks: Due): void {
  const until = performance.now() + TURN_MS;
  try {
    for (const [id, callback] of callbacks) {
      if (performance.now() >= until) break;
      callbacks.delete(id);
      dueOf.delete(id);
      callback();
    }
  } finally {
    if (callbacks.size > 0) setTimeout(() => ring(callbacks), 0);
  }
}

function dueAt(step: number, now: number): Due {
  const known = due.get(step);
  if (known) return known;
  const callbacks: Due = new Map();
  due.set(step, callbacks);
  setTimeout(
    () => {
      due.delete(step);
      ring(callbacks);
    },
    step * STEP_MS - now,
  );
  return callbacks;
}

function wait(callback: Callback, delay: number): number {
  const now = Date.now();
  const callbacks = dueAt(Math.ceil((now + delay) / STEP_MS), now);
  last -= 1;
  callbacks.set(last, callback);
  dueOf.set(last, callbacks);
  return last;
}

function forget(id: number): void {
  dueOf.get(id)?.delete(id);
  dueOf.delete(id);
}

/**
 * The query library's timers: those of many seconds that come due together share one of the browser's. A page asks some hundred
 * questions, each with a timer for its age and one for its leaving, set and taken back as parts of the page come and go. Short
 * delays are the browser's own, to whom numbers below zero are unknown.
 */
export const queryTimers: TimeoutProvider<number> = {
  setTimeout: (callback, delay) =>
    delay >= STEP_MS && Number.isFinite(delay) ? wait(callback, delay) : window.setTimeout(callback, delay),
  clearTimeout: (id) => (id !== undefined && id < 0 ? forget(id) : window.clearTimeout(id)),
  setInterval: (callback, delay) => window.setInterval(callback, delay),
  clearInterval: (id) => window.clearInterval(id),
};
