import { Host } from './host.ts';
import { webPartSource } from './part-source.ts';
import type { Command, Reply } from './protocol.ts';
import { Packer } from './wire.ts';

/** The Worker's side: a Host behind messages. */
const packer = new Packer();
const turns = new MessageChannel();
const dueTurns: (() => void)[] = [];
turns.port1.onmessage = () => dueTurns.shift()?.();

const host = new Host(
  webPartSource,
  (reply: Reply) => {
    const packed = packer.packReply(reply);
    self.postMessage(packed.reply, { transfer: packed.transfer });
  },
  (run) => {
    dueTurns.push(run);
    turns.port2.postMessage(null);
  },
);

self.onmessage = (message: MessageEvent<Command>) => host.receive(message.data);
