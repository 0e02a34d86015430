import { ApiError, type Problem } from '#contract/errors.ts';
import { StoreBusy } from './store/store.ts';

const titles: Readonly<Record<Problem['code'], string>> = {
  'bad-parameter': 'A parameter cannot be used',
  'bad-cursor': 'The cursor cannot be used',
  'not-found': 'Not found',
  gone: 'Not kept any more',
  'method-not-allowed': 'Method not allowed',
  'not-acceptable': 'No such format',
  'too-large': 'Too large',
  'too-many-requests': 'Too many requests',
  busy: 'Busy',
  restricted: 'Not shared',
  unauthorized: 'The write token is needed',
  conflict: 'Changed by somebody else',
  unconditional: 'Say which state is replaced',
  internal: 'Something went wrong here',
};

/** Any failure as an ApiError: expected ones as they are, the rest without a word of what happened inside. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof StoreBusy)
    return new ApiError(503, 'busy', `${error.message} Try again shortly.`, { retryAfterSeconds: 2 });
  const status = statusOf(error);
  if (status === 413) return new ApiError(413, 'too-large', 'The body is larger than is read here.');
  if (status >= 400 && status < 500)
    return new ApiError(status, 'bad-parameter', 'The request cannot be understood.');
  return new ApiError(500, 'internal', 'The request failed for a reason on our side. It was noted.');
}

/** The problem+json body of an error (contract/errors.ts). */
export function problemOf(error: ApiError, requestId: string): Problem {
  const code = error.code as Problem['code'];
  return {
    type: 'about:blank',
    title: titles[code] ?? titles.internal,
    status: error.status,
    code,
    detail: error.message,
    requestId,
    ...(error.problems.length > 0 ? { problems: error.problems } : {}),
  };
}

function statusOf(error: unknown): number {
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 500;
}
