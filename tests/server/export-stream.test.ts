import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { heldOnceFreed } from '#bench/collect.ts';
import type { CrimeEvent } from '#core/event.ts';
import { limits } from '#server/limits.ts';
import type { Services } from '#server/services.ts';
import type { JsonOf, RowKey, Slice, Store } from '#server/store/store.ts';
import { eventOf } from '#tests/engine/random-events.ts';
import { temporaryFolders } from './temporary.ts';
import { testApp, testServices } from './test-app.ts';

const temporaryFolder = temporaryFolders();
const MEGABYTE = 1_000_000;
/** One row more than a file takes. */
const stored = limits.exportRows + 1;
let given = 0;
let app: FastifyInstance;

/** A store of very many events, made as they are asked for, which counts the rows it has given. */
function endless(store: Store): Store {
  const doc = JSON.stringify(eventOf(1, { summary: 'Seizure, "Ñaña"; '.repeat(12) })) as JsonOf<CrimeEvent>;
  const events = async ({ after, limit }: { after: RowKey | null; limit: number }) => {
    const from = Number(after ?? 0);
    const rows = Array.from({ length: Math.min(limit, stored - from) }, () => doc);
    given += rows.length;
    const next = from + rows.length < stored ? (String(from + rows.length) as unknown as RowKey) : null;
    return { rows, total: stored, next } satisfies Slice<CrimeEvent>;
  };
  return Object.create(store, { events: { value: events } }) as Store;
}

beforeAll(async () => {
  const services = await testServices(temporaryFolder());
  app = testApp({ ...services, store: endless(services.store) } as Services);
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

const ask = (path: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { port } = app.server.address() as AddressInfo;
    get({ host: '127.0.0.1', port, path, headers: { 'accept-encoding': 'identity' } }, resolve).on(
      'error',
      reject,
    );
  });

/** Bytes that are still needed: what waits to be collected is the collector's affair, and hangs on what else the machine does. */
const held = (): Promise<number> => heldOnceFreed(({ heapUsed, external }) => heapUsed + external);

/** Waits until this process holds so little; what a reader that has stopped still needs does not become less by waiting. */
const heldAtMost = (bytes: number): Promise<void> =>
  expect.poll(held, { timeout: 20_000, interval: 10 }).toBeLessThan(bytes);

it('streams 200,000 rows as CSV without holding them', async () => {
  const before = await held();
  const reply = await ask('/api/v1/events?format=csv');
  const looks = [0.1, 0.5, 0.9].map((share) => Math.floor(share * limits.exportRows));
  let looked = 0;
  let bytes = 0;
  let lines = 0;
  for await (const chunk of reply as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) lines += 1;
    if (lines < (looks[looked] ?? Number.POSITIVE_INFINITY)) continue;
    looked += 1;
    await heldAtMost(before + 10 * MEGABYTE);
  }
  expect(lines).toBe(limits.exportRows + 1);
  expect(bytes).toBeGreaterThan(60 * MEGABYTE);
  expect(looked).toBe(looks.length);
}, 120_000);

/** The rows given once no more have been asked for during ten looks in a row; a store read to its end rests too, at its end. */
async function restingCount(): Promise<number> {
  let before = -1;
  for (let calm = 0; calm < 10; ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    calm = given > 0 && given === before ? calm + 1 : 0;
    before = given;
  }
  return given;
}

it('reads no further than the reader takes', async () => {
  given = 0;
  const reply = await ask('/api/v1/events?format=csv');
  reply.pause();
  const ahead = await restingCount();
  expect(ahead).toBeGreaterThan(0);
  expect(ahead).toBeLessThan(limits.exportRows / 4);
  reply.destroy();
}, 30_000);
