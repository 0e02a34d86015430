/** Seeded random numbers (mulberry32, public domain): the same seed gives the same data and the same moves anywhere. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Whole number from 0 to n - 1. */
  below(n: number): number;
  /** Roughly normal, mean 0, deviation 1 (sum of twelve). */
  normal(): number;
  /** One of the items; earlier ones are likelier the larger `skew` is. */
  pick<T>(items: readonly T[], skew?: number): T;
}

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    next,
    below,
    normal: () => Array.from({ length: 12 }, next).reduce((sum, value) => sum + value, -6),
    pick: (items, skew = 1) => items[Math.floor(next() ** skew * items.length)]!,
  };
}
