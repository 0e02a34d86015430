import { createHash, timingSafeEqual } from 'node:crypto';
import { ApiError } from '#contract/errors.ts';
import { limits } from './limits.ts';
import { RateLimit } from './rate-limit.ts';

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Who may write: whoever sends the configured token. Only its hash is kept, the comparison takes the same time whatever is sent,
 * and an address that has failed a few times waits, even with the right token.
 */
export class WriteAccess {
  readonly #hash: Buffer;
  readonly #failures = new RateLimit(
    limits.authFailuresPerMinute / 60,
    limits.authFailuresPerMinute,
    limits.rememberedAddresses,
  );
  readonly #writes = new RateLimit(
    limits.writesPerMinute / 60,
    limits.writesPerMinute,
    limits.rememberedAddresses,
  );

  constructor(token: string) {
    this.#hash = hashOf(token);
  }

  /** Throws ApiError (401, 429) unless the Authorization header carries the token. */
  admit(authorization: string | undefined, address: string, now: number): void {
    refuseAfter(this.#failures.look(address, now), 'Too many wrong write tokens from this address.');
    const sent = /^Bearer +([\x21-\x7e]{1,400})$/i.exec(authorization ?? '')?.[1] ?? '';
    if (timingSafeEqual(hashOf(sent), this.#hash)) return;
    this.#failures.take(address, now);
    throw new ApiError(
      401,
      'unauthorized',
      sent === ''
        ? 'Send the write token of this server as "Authorization: Bearer …".'
        : 'This is not the write token of this server. Ask whoever runs it.',
    );
  }

  /** Throws ApiError 429 when an address writes too often. */
  countWrite(address: string, now: number): void {
    refuseAfter(this.#writes.take(address, now), 'Too many changes from this address.');
  }
}

function refuseAfter(wait: number | null, why: string): void {
  if (wait === null) return;
  throw new ApiError(429, 'too-many-requests', `${why} Try again in ${wait} s.`, { retryAfterSeconds: wait });
}
