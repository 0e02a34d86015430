import type { TimeoutProvider } from '@tanstack/react-query';

/** Delays from here on are reckoned in steps of this length: when an answer is let go, or is no longer fresh, may come so much later. */
const STEP_MS = 5000;

type Callback = () => void;

/** Callbacks that are due together, by their number. */
const due = new Map<number, Map<number, Callback>>();
const stepOf = new Map<number, number>();
let last = 0;

function ring(step: number): void {
  const callbacks = due.get(step);
  due.delete(step);
  for (const [id, callback] of callbacks ?? []) {
    if (!stepOf.delete(id)) continue;
    callback();
  }
}

function wait(callback: Callback, delay: number): number {
  const now = Date.now();
  const step = Math.ceil((now + delay) / STEP_MS);
  let callbacks = due.get(step);
  if (!callbacks) {
    callbacks = new Map();
    due.set(step, callbacks);
    setTimeout(() => ring(step), step * STEP_MS - now);
  }
  last -= 1;
  callbacks.set(last, callback);
  stepOf.set(last, step);
  return last;
}

function forget(id: number): void {
  const step = stepOf.get(id);
  if (step === undefined) return;
  stepOf.delete(id);
  due.get(step)?.delete(id);
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
