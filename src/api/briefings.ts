import * as z from 'zod/mini';
import { briefingListSchema, briefingsPath, type KeptBriefing } from '#contract/briefing-endpoints.ts';
import { ApiError, type Problem } from '#contract/errors.ts';
import type { Briefing } from '#core/briefing.ts';
import { readBriefing, writeBriefing } from '#core/briefing-file.ts';

const timeoutMilliseconds = 30_000;

interface Sent {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  readonly token: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One request with the token in its header, never in its address. Writes are not tried again: the first may have arrived. */
async function send(id: string | null, { method, token, headers = {}, body }: Sent): Promise<Response> {
  const address = id === null ? briefingsPath : `${briefingsPath}/${encodeURIComponent(id)}`;
  let response: Response;
  try {
    response = await fetch(address, {
      method,
      headers: { accept: 'application/json', authorization: `Bearer ${token}`, ...headers },
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMilliseconds),
      ...(body === undefined ? {} : { body }),
    });
  } catch {
    throw new ApiError(0, 'unreachable', 'The data service does not answer.');
  }
  if (response.ok) return response;
  throw await problemOf(response);
}

async function problemOf(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => ({}))) as Partial<Problem>;
  const retry = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new ApiError(
    response.status,
    body.code ?? 'internal',
    body.detail ?? `The data service failed (${response.status}).`,
    { problems: body.problems ?? [], retryAfterSeconds: Number.isFinite(retry) ? retry : null },
  );
}

/** The briefings that the server keeps. All of these throw ApiError. */
export async function listBriefings(token: string): Promise<readonly KeptBriefing[]> {
  const response = await send(null, { method: 'GET', token });
  const read = z.safeParse(briefingListSchema, await response.json().catch(() => null));
  if (!read.success) throw new ApiError(0, 'unreadable', 'The list of briefings cannot be read.');
  return read.data.rows;
}

export async function fetchBriefing(
  token: string,
  id: string,
): Promise<{ readonly briefing: Briefing; readonly etag: string }> {
  const response = await send(id, { method: 'GET', token });
  return { briefing: readBriefing(await response.text()), etag: response.headers.get('etag') ?? '' };
}

/** Keeps a briefing on the server; `etag` is the state it replaces, null = none. Returns the new state's. 412 = somebody was faster. */
export async function putBriefing(token: string, briefing: Briefing, etag: string | null): Promise<string> {
  const response = await send(briefing.id, {
    method: 'PUT',
    token,
    headers: {
      'content-type': 'application/json',
      ...(etag === null ? { 'if-none-match': '*' } : { 'if-match': etag }),
    },
    body: writeBriefing(briefing),
  });
  return response.headers.get('etag') ?? '';
}

export async function deleteServerBriefing(token: string, id: string, etag: string): Promise<void> {
  await send(id, { method: 'DELETE', token, headers: { 'if-match': etag } });
}
