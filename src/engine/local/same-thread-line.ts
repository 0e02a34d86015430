import { Host } from './host.ts';
import type { PartSource } from './loader.ts';
import { webPartSource } from './part-source.ts';
import type { HostLine, Reply } from './protocol.ts';

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
