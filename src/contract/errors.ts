/**
 * One error shape for the whole API: RFC 9457 problem+json with the parameter, what it said and how to mend it.
 * `requestId` finds the line in the server's log.
 */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly requestId: string;
  readonly problems?: readonly {
    readonly parameter: string;
    readonly value: string;
    readonly mend: string;
  }[];
}

export const problemCodes = [
  'bad-parameter',
  'bad-cursor',
  'not-found',
  'gone',
  'method-not-allowed',
  'not-acceptable',
  'too-large',
  'too-many-requests',
  'busy',
  'restricted',
  'unauthorized',
  'conflict',
  'unconditional',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Thrown by handlers and by the client alike; `status` 0 means that no answer came. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: ProblemCode | 'unreachable' | 'unreadable' | 'cancelled';
  readonly requestId: string;
  readonly problems: NonNullable<Problem['problems']>;
  readonly retryAfterSeconds: number | null;

  constructor(
    status: number,
    code: ApiError['code'],
    message: string,
    details: {
      requestId?: string;
      problems?: NonNullable<Problem['problems']>;
      retryAfterSeconds?: number | null;
    } = {},
  ) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.requestId = details.requestId ?? '';
    this.problems = details.problems ?? [];
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
  }
}
