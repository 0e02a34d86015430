import { describe, expect, it, vi } from 'vitest';
import { type CallOptions, call, fetchBytes, receive } from '#api/client.ts';
import { ApiError } from '#contract/errors.ts';
import { mockWorld } from '#mocks/world.ts';

const world = mockWorld();
const page = {
  rows: world.events.slice(0, 3),
  total: 3,
  next: null,
  dataVersion: '2026-11-23.00000000',
  withheld: [],
};
const json = (body: unknown, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' }, ...init });
const problem = (status: number, headers: Record<string, string> = {}): Response =>
  json(
    { type: 'about:blank', title: 't', status, code: 'busy', detail: 'Busy now.', requestId: 'r' },
    { status, headers },
  );

/** A fetch that gives one answer after the other, and a wait that only notes how long. */
function answering(...answers: (Response | Error)[]) {
  const waits: number[] = [];
  const asked: string[] = [];
  const options: CallOptions = {
    fetch: vi.fn(async (url: RequestInfo | URL) => {
      asked.push(String(url));
      const next = answers.shift();
      if (next instanceof Response) return next;
      throw next ?? new TypeError('fetch failed');
    }),
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
  };
  return { options, waits, asked };
}

const failure = async (asked: Promise<unknown>): Promise<ApiError> => {
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ApiError);
  return error as ApiError;
};

describe('a good answer', () => {
  it('is checked and given back; unknown fields are passed over', async () => {
    const { options, asked } = answering(json({ ...page, extra: true }));
    const reply = await call('events', { c: 'PE', limit: '3' }, options);
    expect(reply.rows.map((event) => event.id)).toEqual(page.rows.map((event) => event.id));
    expect(asked).toEqual(['/api/v1/events?c=PE&limit=3']);
  });
});

describe('F04 F05 answers that cannot be read', () => {
  it.each([
    ['cut off', new Response('{"rows":[{"id":"a"')],
    ['HTML', new Response('<!doctype html><p>Welcome</p>')],
    ['empty', new Response('')],
    ['of another shape', json({ hello: 1 })],
    ['null', json(null)],
    ['a list', json([])],
  ])('%s: an error, never a shorter list, and not tried again', async (_what, response) => {
    const { options, asked } = answering(response);
    expect((await failure(call('events', {}, options))).code).toBe('unreadable');
    expect(asked).toHaveLength(1);
  });

  it('broken off in the middle of the bytes', async () => {
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array([1, 2]));
        controller.error(new TypeError('terminated'));
      },
    });
    const { options } = answering(new Response(stream));
    expect((await failure(fetchBytes('/x', options))).code).toBe('unreadable');
  });
});

describe('F06 rows of the wrong shape', () => {
  const [first, second, third] = page.rows;
  const wrong = [
    ['missing', { ...second, kind: undefined }],
    ['of an unknown word', { ...second, kind: 'no-such-kind' }],
    ['null', { ...second, time: null }],
    ['a number as text', { ...second, n: '12' }],
  ] as const;

  it.each(wrong)('a field %s: the row is set aside and counted', async (_what, row) => {
    const { options } = answering(json({ ...page, rows: [first, row, third] }));
    const { reply, setAside } = await receive('events', {}, options);
    expect(setAside).toBe(1);
    expect(reply.rows.map((event) => event.id)).toEqual([first!.id, third!.id]);
  });

  it('all rows wrong: an error', async () => {
    const { options } = answering(json({ ...page, rows: [{}, {}] }));
    expect((await failure(call('events', {}, options))).code).toBe('unreadable');
  });

  it('a wrong total: an error', async () => {
    const { options } = answering(json({ ...page, total: '3' }));
    expect((await failure(call('events', {}, options))).code).toBe('unreadable');
  });
});

describe('F07 failures of the service', () => {
  it.each([429, 500, 502, 503, 504])('%i is tried again until it answers', async (status) => {
    const { options, waits } = answering(problem(status), problem(status), json(page));
    expect((await call('events', {}, options)).total).toBe(3);
    expect(waits).toHaveLength(2);
    expect(waits[1]).toBeGreaterThan(waits[0]!);
  });

  it('three times at most', async () => {
    const { options, asked } = answering(problem(503), problem(503), problem(503), json(page));
    expect(await failure(call('events', {}, options))).toMatchObject({
      status: 503,
      code: 'busy',
      message: 'Busy now.',
    });
    expect(asked).toHaveLength(3);
  });

  it('heeds Retry-After in seconds or as a date, up to a bound', async () => {
    const soon = new Date(Date.now() + 5000).toUTCString();
    const { options, waits } = answering(
      problem(503, { 'retry-after': '7' }),
      problem(429, { 'retry-after': soon }),
      json(page),
    );
    await call('events', {}, options);
    expect(waits[0]).toBe(7000);
    expect(waits[1]).toBeGreaterThan(3000);
    const patient = answering(problem(503, { 'retry-after': '86400' }), json(page));
    await call('events', {}, patient.options);
    expect(patient.waits).toEqual([20_000]);
  });

  it.each([400, 403, 404, 405, 414])('%i is not tried again', async (status) => {
    const { options, asked } = answering(problem(status), json(page));
    expect((await failure(call('events', {}, options))).status).toBe(status);
    expect(asked).toHaveLength(1);
  });

  it('keeps the parameters that were refused', async () => {
    const problems = [{ parameter: 'c', value: 'PER', mend: 'Use two letters.' }];
    const body = { status: 400, code: 'bad-parameter', detail: 'd', requestId: 'r', problems };
    const { options } = answering(json(body, { status: 400 }));
    expect((await failure(call('events', {}, options))).problems).toEqual(problems);
  });

  it('words an error page of something in between itself', async () => {
    const { options } = answering(new Response('<h1>nginx</h1>', { status: 404 }));
    const error = await failure(call('events', {}, options));
    expect(error.code).toBe('internal');
    expect(error.message).not.toContain('nginx');
  });
});

describe('F01 F03 no answer', () => {
  it('is tried three times, then unreachable', async () => {
    const { options, asked } = answering();
    expect(await failure(call('meta', {}, options))).toMatchObject({ status: 0, code: 'unreachable' });
    expect(asked).toHaveLength(3);
  });

  it('ends at once when the question is withdrawn, before or while it waits', async () => {
    const controller = new AbortController();
    controller.abort();
    const before = call(
      'meta',
      {},
      { fetch: async (_url, init) => Promise.reject(init?.signal?.reason), signal: controller.signal },
    );
    expect((await failure(before)).code).toBe('cancelled');
    const later = new AbortController();
    const during = call(
      'meta',
      {},
      {
        fetch: async () => {
          queueMicrotask(() => later.abort());
          return problem(503, { 'retry-after': '20' });
        },
        signal: later.signal,
      },
    );
    expect((await failure(during)).code).toBe('cancelled');
  });

  it('ends an attempt that takes too long', async () => {
    const never = (_url: unknown, init?: RequestInit): Promise<Response> =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
    const slow = call(
      'meta',
      {},
      { fetch: never as typeof fetch, wait: async () => {}, timeoutMilliseconds: 5 },
    );
    expect((await failure(slow)).code).toBe('unreachable');
  });
});
