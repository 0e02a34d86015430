import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyFilter } from '#core/filter.ts';
import type { Command, HostLine, Progress, Reply } from '#engine/local/protocol.ts';
import { pulse, withPulse } from '#engine/local/pulse.ts';
import { sixEvents } from '#tests/conformance/engine.ts';
import { clonedLine, memoryEngine, memorySource, snapshotOf, until, whenReady } from './in-memory.ts';

const ask = (id: number): Command => ({ type: 'ask', id, queries: [], held: null });
const refusal = (id: number): Reply => ({ type: 'refused', id, code: 'bad-query', message: '' });
const { manifest } = snapshotOf(sixEvents, 3);
const load: Command = { type: 'load', manifest, whole: false };
const progress: Progress = {
  rowsLoaded: 0,
  rowsTotal: 6,
  bytesLoaded: 0,
  bytesTotal: 1,
  skippedRows: 0,
  complete: false,
  overview: false,
  overviewFault: null,
  damage: null,
};

/** A watched line whose host says only what the test makes it say, in a page that the test may hide or hold. */
function silentLine() {
  const sent: string[] = [];
  const heard: string[] = [];
  const deaths: string[] = [];
  let say: (reply: Reply) => void = () => {};
  let answersPings = false;
  const page = { late: 0, isSeen: true };
  const line: HostLine = {
    post({ type }) {
      sent.push(type);
      if (type === 'ping' && answersPings) say({ type: 'pong' });
    },
    onReply: (listener) => {
      say = listener;
    },
    onDeath: () => {},
    close: () => void sent.push('close'),
  };
  const watched = withPulse(line, { now: () => performance.now() + page.late, isSeen: () => page.isSeen });
  watched.onReply(({ type }) => heard.push(type));
  watched.onDeath((reason) => deaths.push(reason));
  return {
    ...{ sent, heard, deaths, page, watched },
    say: (reply: Reply) => say(reply),
    answerPings: () => {
      answersPings = true;
    },
    pings: () => sent.filter((type) => type === 'ping').length,
  };
}

const pass = (ticks: number): unknown => vi.advanceTimersByTime(ticks * pulse.tickMs);

describe('the pulse of a host', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is asked for when a question stays without a word, and its lack is a death, told once', () => {
    const host = silentLine();
    host.watched.post(ask(1));
    host.say({ type: 'progress', progress });
    pass(pulse.pingAfter - 1);
    expect(host.pings()).toBe(0);
    pass(1);
    expect(host.pings()).toBe(1);
    pass(pulse.deathAfter - pulse.pingAfter - 1);
    expect(host.deaths).toEqual([]);
    pass(1);
    expect(host.deaths).toHaveLength(1);
    pass(10 * pulse.deathAfter);
    expect([host.deaths.length, host.pings()]).toEqual([1, 1]);
  });

  it('is asked for while the data are loading, too', () => {
    const host = silentLine();
    host.watched.post(load);
    host.say({ type: 'progress', progress });
    host.say({ type: 'failed', code: 'unreachable', message: 'tried again' });
    pass(pulse.deathAfter);
    expect(host.deaths).toHaveLength(1);
  });

  it('keeps a host alive that answers, however long the question takes; the page hears nothing of it', () => {
    const host = silentLine();
    host.answerPings();
    host.watched.post(ask(1));
    pass(20 * pulse.deathAfter);
    expect(host.pings()).toBe(4 * pulse.deathAfter);
    expect([host.deaths, host.heard]).toEqual([[], []]);
  });

  it('spares a host that is busy with one pass for longer than a ping waits, and then speaks', () => {
    const host = silentLine();
    host.watched.post(ask(1));
    host.watched.post(ask(2));
    host.say({ type: 'pong' });
    pass(pulse.deathAfter - 1);
    host.say(refusal(1));
    pass(pulse.deathAfter - 1);
    host.say(refusal(2));
    pass(10 * pulse.deathAfter);
    expect([host.deaths, host.heard]).toEqual([[], ['refused', 'refused']]);
  });

  it('expects nothing where nothing is open: after the last answer, a withdrawn question, a finished loading, a close', () => {
    const ends: ((host: ReturnType<typeof silentLine>) => void)[] = [
      ({ say }) => say(refusal(1)),
      ({ watched }) => watched.post({ type: 'cancel', id: 1 }),
      ({ watched }) => watched.close(),
    ];
    for (const end of ends) {
      const host = silentLine();
      host.watched.post(load);
      host.watched.post(ask(1));
      host.say({ type: 'progress', progress: { ...progress, complete: true } });
      end(host);
      pass(3 * pulse.deathAfter);
      expect([host.deaths, host.pings()]).toEqual([[], 0]);
    }
    expect(vi.getTimerCount()).toBe(0);
  });

  it('counts no time in which the page was hidden, or stood still itself', () => {
    const host = silentLine();
    host.watched.post(ask(1));
    host.say({ type: 'pong' });
    host.page.isSeen = false;
    pass(3 * pulse.deathAfter);
    host.page.isSeen = true;
    for (let sleep = 0; sleep < 3 * pulse.deathAfter; sleep++) {
      host.page.late += 60_000;
      pass(1);
    }
    expect([host.deaths, host.pings()]).toEqual([[], 0]);
    pass(pulse.deathAfter);
    expect(host.deaths).toHaveLength(1);
  });

  it('gives a host that has not said its first word the time its script may take to come', () => {
    const host = silentLine();
    host.watched.post(ask(1));
    pass(pulse.deathBeforeFirstWord - 1);
    expect(host.deaths).toEqual([]);
    pass(1);
    expect(host.deaths).toHaveLength(1);
  });

  it('makes the engine start a new Worker that loses no question when the first falls silent', async () => {
    const snapshot = snapshotOf(sixEvents, 3);
    const source = memorySource(snapshot);
    const page = { now: () => performance.now(), isSeen: () => true };
    let isMute = false;
    let opened = 0;
    const engine = memoryEngine(snapshot, {
      openWorker: () => {
        const line = clonedLine(source);
        const { post } = line;
        if (opened++ > 0) return withPulse(line, page);
        return withPulse({ ...line, post: (...sent) => void (isMute || post(...sent)) }, page);
      },
    });
    await whenReady(engine);
    isMute = true;
    const filter = { ...emptyFilter, countries: ['PE'] };
    const open = engine.ask([{ kind: 'count', filter, measure: 'count' }]);
    await Promise.resolve();
    pass(pulse.deathAfter);
    expect((await open).answers[0].total.events).toBe(4);
    await until(engine, ({ state }) => state === 'ready');
    expect(opened).toBe(2);
    engine.close();
  });

  it('is given by a real host, at once', async () => {
    const line = clonedLine(memorySource(snapshotOf(sixEvents, 3)));
    const heard = new Promise<Reply>((resolve) => line.onReply(resolve));
    line.post({ type: 'ping' });
    expect(await heard).toEqual({ type: 'pong' });
    line.close();
  });
});
