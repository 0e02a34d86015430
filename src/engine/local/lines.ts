import type { HostLine } from './protocol.ts';
import { withPulse } from './pulse.ts';
import { type PackedReply, Unpacker } from './wire.ts';

/**
 * A line to a Host in a Worker. Throws where Workers cannot start; a Worker that fails later, or falls silent, is reported by
 * `onDeath`.
 */
export function workerLine(): HostLine {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'atalaya' });
  const unpacker = new Unpacker();
  return withPulse({
    post: (command, transfer = []) => worker.postMessage(command, transfer),
    onReply: (listener) => {
      worker.onmessage = (message: MessageEvent<PackedReply>) => listener(unpacker.unpackReply(message.data));
    },
    onDeath: (listener) => {
      worker.onerror = (event) => {
        event.preventDefault();
        listener(event.message || 'The worker stopped.');
      };
      worker.onmessageerror = () => listener('A message could not be read.');
    },
    close: () => worker.terminate(),
  });
}

/** A line to a Host in this thread, whose code is fetched only when no Worker can be had; commands wait for it in order. */
export function lineHere(): HostLine {
  let line: HostLine | null = null;
  let closed = false;
  const waiting: ((line: HostLine) => void)[] = [];
  const later = (act: (line: HostLine) => void): void => {
    if (line) act(line);
    else waiting.push(act);
  };
  let died: (reason: string) => void = () => {};
  import('./same-thread-line.ts').then(
    ({ sameThreadLine }) => {
      if (closed) return;
      line = sameThreadLine();
      for (const act of waiting) act(line);
    },
    (error: unknown) => died(String(error)),
  );
  return {
    post: (command, transfer) => later((open) => open.post(command, transfer)),
    onReply: (listener) => later((open) => open.onReply(listener)),
    onDeath: (listener) => {
      died = listener;
    },
    close: () => {
      closed = true;
      line?.close();
    },
  };
}

/** The code that counts on the main thread, fetched only when asked for. */
export const nearLedger = () => import('./near-ledger.ts');
