import { Host } from './host.ts';
import { webPartSource } from './part-source.ts';
import type { Command, Reply } from './protocol.ts';

/** The Worker's side: a Host behind messages. Answers travel as structured clones. */
const turns = new MessageChannel();
const dueTurns: (() => void)[] = [];
turns.port1.onmessage = () => dueTurns.shift()?.();

const host = new Host(
  webPartSource,
  (reply: Reply) => self.postMessage(reply),
  (run) => {
    dueTurns.push(run);
    turns.port2.postMessage(null);
  },
);

self.onmessage = (message: MessageEvent<Command>) => host.receive(message.data);
