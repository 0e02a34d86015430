import { ApiError } from '#contract/errors.ts';
import { EngineError } from '#engine/engine.ts';

/** What the data service or the engine answered instead: its code, and the status of the answer where there was one. */
export interface ServiceFailure {
  readonly code: ApiError['code'] | EngineError['code'];
  readonly status: number | null;
}

/** Null for whatever else went wrong. */
export function serviceFailure(error: unknown): ServiceFailure | null {
  if (error instanceof ApiError) return { code: error.code, status: error.status };
  return error instanceof EngineError ? { code: error.code, status: null } : null;
}
