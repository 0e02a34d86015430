import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { ApiError } from '#contract/errors.ts';
import type { RowKey } from './store/store.ts';

const signatureBytes = 12;

/**
 * Where a list goes on, as an opaque text: the row key, signed together with the question and the data version with the store's
 * own key, so that a cursor works only for the question it was given for, and only while the data stay the same.
 */
export class Cursors {
  readonly #key: string;
  readonly #dataVersion: string;

  constructor(key: string, dataVersion: string) {
    this.#key = key;
    this.#dataVersion = dataVersion;
  }

  write(question: string, row: RowKey): string {
    const payload = Buffer.from(JSON.stringify(row));
    return Buffer.concat([this.#sign(question, payload), payload]).toString('base64url');
  }

  /** Throws ApiError 400 `bad-cursor` for anything that `write` did not give for this question and this data. */
  read(question: string, cursor: string): RowKey {
    const bytes = Buffer.from(cursor, 'base64url');
    const [signature, payload] = [bytes.subarray(0, signatureBytes), bytes.subarray(signatureBytes)];
    const expected = this.#sign(question, payload);
    if (signature.length !== signatureBytes || !timingSafeEqual(signature, expected)) throw badCursor(cursor);
    return JSON.parse(payload.toString()) as RowKey;
  }

  #sign(question: string, payload: Buffer): Buffer {
    const about = createHash('sha256').update(`${this.#dataVersion}\n${question}`).digest();
    return createHmac('sha256', this.#key).update(about).update(payload).digest().subarray(0, signatureBytes);
  }
}

function badCursor(cursor: string): ApiError {
  const mend =
    'Leave the cursor out and start again: it belongs to another question, or the data have changed.';
  return new ApiError(400, 'bad-cursor', mend, {
    problems: [{ parameter: 'cursor', value: cursor.slice(0, 80), mend }],
  });
}
