import type { Command, HostLine, Reply } from './protocol.ts';

/**
 * When a host that says nothing counts as dead. Counted in ticks during which the page itself ran and was seen, so that neither
 * a sleeping computer, a tab in the background nor a debugger that holds the page kills a host that only slept along.
 */
export const pulse = {
  tickMs: 1000,
  /** A tick this late tells of a page that stood still: it does not count. */
  lateMs: 1500,
  /** Silent ticks after which a ping asks whether anybody is there. Most questions are answered within one. */
  pingAfter: 5,
  /** Silent ticks after which the host is given up: some times what one pass over ten million rows takes on a slow phone. */
  deathAfter: 20,
  /** The same before its first word: its script may come over a slow line, and is given as long as a part of the data is. */
  deathBeforeFirstWord: 120,
} as const;

/** How the page is doing while it waits. */
export interface PageClock {
  now(): number;
  /** Whether anybody can see the page. */
  isSeen(): boolean;
}

const thisPage: PageClock = { now: () => performance.now(), isSeen: () => !document.hidden };

/** A line that also reports the death of a host that ends or hangs without a word while something is expected of it. */
export function withPulse(line: HostLine, page: PageClock = thisPage): HostLine {
  const watch = new Watch(line, page);
  return {
    post(command, transfer) {
      line.post(command, transfer);
      watch.noteCommand(command);
    },
    onReply: (listener) =>
      line.onReply((reply) => {
        watch.noteReply(reply);
        if (reply.type !== 'pong') listener(reply);
      }),
    onDeath(listener) {
      watch.onSilence = listener;
      line.onDeath((reason) => {
        watch.stop();
        listener(reason);
      });
    },
    close() {
      watch.stop();
      line.close();
    },
  };
}

/** Counts how long a host has been silent while a question or the loading is open. */
class Watch {
  onSilence: (reason: string) => void = () => {};
  private readonly line: HostLine;
  private readonly page: PageClock;
  private readonly questions = new Set<number>();
  private loading = false;
  private hasSpoken = false;
  private silent = 0;
  private lastTick = 0;
  private timer: ReturnType<typeof setInterval> | null = null;

  constructor(line: HostLine, page: PageClock) {
    this.line = line;
    this.page = page;
  }

  noteCommand(command: Command): void {
    if (command.type === 'load') this.loading = true;
    if (command.type === 'ask') this.questions.add(command.id);
    if (command.type === 'cancel') this.questions.delete(command.id);
    this.run();
  }

  noteReply(reply: Reply): void {
    this.hasSpoken = true;
    this.silent = 0;
    if (reply.type === 'answer' || reply.type === 'refused') this.questions.delete(reply.id);
    if (endsLoading(reply)) this.loading = false;
    this.run();
  }

  stop(): void {
    this.questions.clear();
    this.loading = false;
    this.run();
  }

  /** Ticks while something is open, and only then. */
  private run(): void {
    const isOpen = this.loading || this.questions.size > 0;
    if (isOpen && this.timer === null) {
      this.lastTick = this.page.now();
      this.timer = setInterval(() => this.tick(), pulse.tickMs);
    }
    if (!isOpen && this.timer !== null) {
      clearInterval(this.timer);
      this.timer = null;
    }
  }

  private tick(): void {
    const now = this.page.now();
    const isLate = now - this.lastTick > pulse.lateMs;
    this.lastTick = now;
    if (isLate || !this.page.isSeen()) return;
    this.silent++;
    if (this.silent === pulse.pingAfter) this.line.post({ type: 'ping' });
    if (this.silent < (this.hasSpoken ? pulse.deathAfter : pulse.deathBeforeFirstWord)) return;
    this.stop();
    this.onSilence('The worker no longer answers.');
  }
}

/** Whether nothing more is expected of the loading; what cannot be reached is tried again. */
function endsLoading(reply: Reply): boolean {
  if (reply.type === 'progress') return reply.progress.complete;
  return reply.type === 'outdated' || (reply.type === 'failed' && reply.code !== 'unreachable');
}
