import * as z from 'zod/mini';
import type { Endpoint } from '#contract/endpoint.ts';
import { type EndpointName, endpoints, endpointUrl, type Input, type Reply } from '#contract/endpoints.ts';
import { ApiError, type Problem } from '#contract/errors.ts';

/** How a call is made; tests give their own fetch and clock. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly fetch?: typeof fetch;
  /** Waits that many milliseconds; rejects when the signal aborts. */
  readonly wait?: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
  /** Longest time one attempt may take. */
  readonly timeoutMilliseconds?: number;
}

/** A reply, with the number of rows that were set aside because their required fields were wrong. */
export interface Received<N extends EndpointName> {
  readonly reply: Reply<N>;
  readonly setAside: number;
}

const attempts = 3;
const defaultTimeout = 30_000;
/** A server may ask for a pause, but not for longer than a reader would wait. */
const longestPause = 20_000;

/**
 * Asks the API and gives back its checked reply. GETs that fail for want of a server (no answer, 429, 500, 502, 503, 504) are tried
 * three times, heeding Retry-After; everything else throws ApiError at once: `unreachable` no answer, `unreadable` an answer cut
 * short or of another shape, `cancelled` by the caller, or the server's own problem. Rows of a list whose required fields are
 * wrong are set aside; when none is left of some the whole reply is unreadable.
 */
export async function call<N extends EndpointName>(
  name: N,
  input: Input = {},
  options: CallOptions = {},
): Promise<Reply<N>> {
  return (await receive(name, input, options)).reply;
}

/** As `call`, and says how many rows were set aside. */
export async function receive<N extends EndpointName>(
  name: N,
  input: Input = {},
  options: CallOptions = {},
): Promise<Received<N>> {
  const response = await request(endpointUrl(name, input), options);
  return readReply(name, await readJson(response, options.signal));
}

/** The bytes at an address of the API, such as a snapshot part, under the same rules of trying again. */
export async function fetchBytes(url: string, options: CallOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const response = await request(url, options);
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw failureOf(error, options.signal, 'unreadable');
  }
}

async function request(url: string, options: CallOptions): Promise<Response> {
  const { wait = pause, signal } = options;
  for (let attempt = 1; ; attempt++) {
    const outcome = await attemptOnce(url, options);
    if (outcome instanceof Response) return outcome;
    if (attempt >= attempts || !mayRetry(outcome)) throw outcome;
    await wait(pauseBefore(attempt, outcome.retryAfterSeconds), signal);
  }
}

async function attemptOnce(url: string, options: CallOptions): Promise<Response | ApiError> {
  const { signal, timeoutMilliseconds = defaultTimeout } = options;
  const send = options.fetch ?? fetch;
  const timeout = AbortSignal.timeout(timeoutMilliseconds);
  try {
    const response = await send(url, {
      headers: { accept: 'application/json, application/problem+json' },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    return response.ok ? response : await problemOf(response);
  } catch (error) {
    const failure = failureOf(error, signal, 'unreachable');
    if (failure.code === 'cancelled') throw failure;
    return failure;
  }
}

function mayRetry({ status, code }: ApiError): boolean {
  return code === 'unreachable' || [429, 500, 502, 503, 504].includes(status);
}

/** 0.4 s, 0.8 s … with a little chance in it, or what the server asked for. */
function pauseBefore(attempt: number, retryAfterSeconds: number | null): number {
  if (retryAfterSeconds !== null) return Math.min(longestPause, retryAfterSeconds * 1000);
  return 2 ** (attempt - 1) * 400 * (1 + Math.random() / 4);
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(cancelled());
      return;
    }
    const cancel = (): void => {
      clearTimeout(timer);
      reject(cancelled());
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', cancel);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', cancel, { once: true });
  });
}

const cancelled = (): ApiError => new ApiError(0, 'cancelled', 'The question was withdrawn.');

function failureOf(
  error: unknown,
  signal: AbortSignal | undefined,
  code: 'unreachable' | 'unreadable',
): ApiError {
  if (error instanceof ApiError) return error;
  if (signal?.aborted) return cancelled();
  return new ApiError(
    0,
    code,
    code === 'unreachable'
      ? 'The data service does not answer.'
      : 'The answer of the data service broke off.',
  );
}

async function problemOf(response: Response): Promise<ApiError> {
  const retryAfterSeconds = readRetryAfter(response.headers.get('retry-after'));
  const requestId = response.headers.get('x-request-id') ?? '';
  try {
    const body = (await response.json()) as Partial<Problem>;
    if (typeof body.code === 'string' && typeof body.detail === 'string') {
      return new ApiError(response.status, body.code, body.detail, {
        requestId: body.requestId ?? requestId,
        problems: Array.isArray(body.problems) ? body.problems : [],
        retryAfterSeconds,
      });
    }
  } catch {
    // An error page of something in between: its text is of no use to a reader.
  }
  return new ApiError(response.status, 'internal', `The data service failed (${response.status}).`, {
    requestId,
    retryAfterSeconds,
  });
}

/** Seconds of a Retry-After header, which may also be a date; null when there is none or it makes no sense. */
function readRetryAfter(header: string | null): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, (date - Date.now()) / 1000);
}

async function readJson(response: Response, signal: AbortSignal | undefined): Promise<unknown> {
  try {
    return JSON.parse(await response.text()) as unknown;
  } catch (error) {
    throw failureOf(error, signal, 'unreadable');
  }
}

function readReply<N extends EndpointName>(name: N, body: unknown): Received<N> {
  const endpoint: Endpoint = endpoints[name];
  const whole = z.safeParse(endpoint.reply, body);
  if (whole.success) return { reply: whole.data as Reply<N>, setAside: 0 };
  const rows = rowsOf(body);
  const bad = new Set(
    whole.error.issues.map(({ path }) => (path[0] === 'rows' && typeof path[1] === 'number' ? path[1] : -1)),
  );
  if (!rows || bad.has(-1) || bad.size === rows.length) throw unreadable();
  const kept = { ...(body as object), rows: rows.filter((_, index) => !bad.has(index)) };
  const rest = z.safeParse(endpoint.reply, kept);
  if (!rest.success) throw unreadable();
  return { reply: rest.data as Reply<N>, setAside: bad.size };
}

function rowsOf(body: unknown): readonly unknown[] | null {
  const { rows } = (body ?? {}) as { rows?: unknown };
  return Array.isArray(rows) ? rows : null;
}

const unreadable = (): ApiError =>
  new ApiError(0, 'unreadable', 'The data service answered in a form this page does not understand.');
