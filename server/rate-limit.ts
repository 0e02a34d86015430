import { isIPv6 } from 'node:net';

/**
 * A bucket of tokens an address: each request takes one, they come back at a steady rate. Addresses are told apart by their /64
 * where they are IPv6, since one household has the whole of it. The oldest are forgotten when there are too many.
 */
export class RateLimit {
  readonly #perSecond: number;
  readonly #burst: number;
  readonly #remembered: number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(perSecond: number, burst: number, remembered: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#remembered = remembered;
  }

  /** Takes a token at a time in milliseconds. Null = go on; otherwise whole seconds until the next token. */
  take(address: string, now: number): number | null {
    const key = addressKey(address);
    const tokens = this.#tokens(key, now);
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
    if (this.#buckets.size > this.#remembered) {
      const oldest = this.#buckets.keys().next().value;
      if (oldest !== undefined) this.#buckets.delete(oldest);
    }
    return this.#wait(tokens);
  }

  /** What `take` would say, without taking. */
  look(address: string, now: number): number | null {
    return this.#wait(this.#tokens(addressKey(address), now));
  }

  #tokens(key: string, now: number): number {
    const bucket = this.#buckets.get(key) ?? { tokens: this.#burst, at: now };
    const elapsed = Math.max(0, now - bucket.at) / 1000;
    return Math.min(this.#burst, bucket.tokens + elapsed * this.#perSecond);
  }

  #wait(tokens: number): number | null {
    return tokens >= 1 ? null : Math.max(1, Math.ceil((1 - tokens) / this.#perSecond));
  }
}

/** An IPv4 address whole; of an IPv6 address the first 64 bits; an IPv4 address in IPv6 clothing is IPv4. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!isIPv6(address)) return address;
  const [head = '', tail] = (address.split('%', 1)[0] ?? '').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}
