import { Host } from './host.ts';
import type { PartSource } from './loader.ts';
import { webPartSource } from './part-source.ts';
import type { HostLine, Reply } from './protocol.ts';

/** A line to a Host in a Worker. Throws where Workers cannot start; a Worker that fails later is reported by `onDeath`. */
export function workerLine(): HostLine {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'atalaya' });
  return {
    post: (command, transfer = []) => worker.postMessage(command, transfer),
    onReply: (listener) => {
      worker.onmessage = (message: MessageEvent<Reply>) => listener(message.data);
    },
    onDeath: (listener) => {
      worker.onerror = (event) => {
        event.preventDefault();
        listener(event.message || 'The worker stopped.');
      };
      worker.onmessageerror = () => listener('A message could not be read.');
    },
    close: () => worker.terminate(),
  };
}

/** A line to a Host in this thread: the same answers, at the price of long questions holding up the page. */
export function sameThreadLine(source: PartSource = webPartSource): HostLine {
  const listeners: ((reply: Reply) => void)[] = [];
  const host = new Host(
    source,
    (reply) => {
      for (const listener of listeners) listener(reply);
    },
    (run) => void setTimeout(run, 0),
  );
  return {
    post: (command) => queueMicrotask(() => host.receive(command)),
    onReply: (listener) => void listeners.push(listener),
    onDeath: () => {},
    close: () => {
      listeners.length = 0;
      host.close();
    },
  };
}
