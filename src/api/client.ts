import * as z from 'zod/mini';
import { type EndpointName, endpoints, endpointUrl, type Input, type Reply } from '#contract/endpoints.ts';
import { ApiError, type Problem, problemCodes } from '#contract/errors.ts';

export type CallOptions = {
  readonly signal?: AbortSignal;
  /** The world outside, replaced in tests. */
  readonly fetch?: typeof globalThis.fetch;
  /** Told how many rows of a reply were unreadable and left out. */
  readonly onSkipped?: (name: EndpointName, rows: number) => void;
};

/** A reply that takes longer than this is given up. */
const TIMEOUT_MS = 30_000;

let skippedListener: CallOptions['onSkipped'];

/** Registers who shows the reader that rows were left out; one for the page. */
export function onSkippedRows(listener: CallOptions['onSkipped']): void {
  skippedListener = listener;
}

/**
 * Calls one endpoint and checks the reply against the contract. Rows that break it are left out and counted; anything else
 * that is wrong is an ApiError: `unreachable` when no answer came, `unreadable` when it was not what the contract says.
 * An abort of `signal` rejects with the signal's own reason.
 */
export async function call<N extends EndpointName>(
  name: N,
  input: Input = {},
  options: CallOptions = {},
): Promise<Reply<N>> {
  const response = await reach(endpointUrl(name, input), options);
  if (!response.ok) throw await failureOf(response);
  return readReply(name, await textOf(response, options.signal), options.onSkipped ?? skippedListener);
}

async function reach(url: string, { signal, fetch = globalThis.fetch }: CallOptions): Promise<Response> {
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  try {
    return await fetch(url, {
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      headers: { accept: 'application/json' },
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw new ApiError(0, 'unreachable', `No answer from ${url}: ${messageOf(error)}`);
  }
}

/** The body, whole: a reply cut in the middle is an error, never a shorter list. */
async function textOf(response: Response, signal: AbortSignal | undefined): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    signal?.throwIfAborted();
    throw new ApiError(response.status, 'unreachable', `The answer was cut off: ${messageOf(error)}`);
  }
}

function readReply<N extends EndpointName>(
  name: N,
  text: string,
  onSkipped: CallOptions['onSkipped'],
): Reply<N> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new ApiError(200, 'unreadable', `The answer to ${name} is not JSON.`);
  }
  const schema: z.ZodMiniType = endpoints[name].reply;
  const whole = z.safeParse(schema, body);
  if (whole.success) return whole.data as Reply<N>;
  const bad = badRows(whole.error.issues);
  const rows = rowsOf(body);
  if (bad === null || rows === null || bad.size === rows.length) {
    throw new ApiError(
      200,
      'unreadable',
      `The answer to ${name} is not what was agreed: ${firstIssue(whole.error)}`,
    );
  }
  const rest = z.safeParse(schema, { ...(body as object), rows: rows.filter((_, at) => !bad.has(at)) });
  if (!rest.success)
    throw new ApiError(200, 'unreadable', `The answer to ${name}: ${firstIssue(rest.error)}`);
  onSkipped?.(name, bad.size);
  return rest.data as Reply<N>;
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** Indexes of the rows that every issue lies in; null when something else is wrong too. */
function badRows(issues: readonly Issue[]): Set<number> | null {
  const bad = new Set<number>();
  for (const { path } of issues) {
    if (path[0] !== 'rows' || typeof path[1] !== 'number') return null;
    bad.add(path[1]);
  }
  return bad;
}

function rowsOf(body: unknown): readonly unknown[] | null {
  if (typeof body !== 'object' || body === null || !('rows' in body)) return null;
  return Array.isArray(body.rows) ? body.rows : null;
}

function firstIssue({ issues }: { readonly issues: readonly Issue[] }): string {
  const issue = issues[0];
  return issue ? `${issue.path.join('.')}: ${issue.message}` : 'unknown';
}

/** The server's own problem where it gave one; else the status says it. */
async function failureOf(response: Response): Promise<ApiError> {
  const problem = await problemOf(response);
  const asked = Number(response.headers.get('retry-after'));
  const retryAfterSeconds = Number.isFinite(asked) && asked > 0 ? asked : null;
  const code =
    problemCodes.find((known) => known === problem?.code) ??
    (response.status === 404 ? 'not-found' : 'internal');
  return new ApiError(response.status, code, problem?.detail ?? `The service answered ${response.status}.`, {
    requestId: problem?.requestId ?? response.headers.get('x-request-id') ?? '',
    problems: problem?.problems ?? [],
    retryAfterSeconds,
  });
}

async function problemOf(response: Response): Promise<Partial<Problem> | null> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? (body as Partial<Problem>) : null;
  } catch {
    return null;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
