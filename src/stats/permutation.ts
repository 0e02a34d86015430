/** Chances of sums of values drawn without replacement from a fixed set. */
export interface SumOdds {
  /** Chance that k draws sum to `sum` or more. */
  atLeast(k: number, sum: number): number;
  /** Chance that k draws sum to `sum` or less. */
  atMost(k: number, sum: number): number;
}

/**
 * The exact odds for k = 1 to `most` draws (at most as many as there are values), for whole values from 0: what chance
 * gives around a place when all values are dealt out anew. All draws are counted, value by value, so that no approximation
 * and no random number is involved, however skewed the values are. Work grows with the number of different values,
 * `most` squared and the largest sum.
 */
export function sumOdds(values: ArrayLike<number>, most: number): SumOdds {
  const ways = countWays(values, most);
  const totals = ways.map((own) => own.reduce((sum, count) => sum + count, 0));
  const least = ways.map((own) => own.slice());
  for (const own of least) for (let s = own.length - 2; s >= 0; s--) own[s]! += own[s + 1]!;
  for (const own of ways) for (let s = 1; s < own.length; s++) own[s]! += own[s - 1]!;
  return {
    atLeast: (k, sum) => Math.min(1, (least[k]![Math.max(0, sum)] ?? 0) / totals[k]!),
    atMost: (k, sum) => (sum < 0 ? 0 : Math.min(1, (ways[k]![sum] ?? totals[k]!) / totals[k]!)),
  };
}

/** In how many ways k draws give each sum: `ways[k][sum]`. */
function countWays(values: ArrayLike<number>, most: number): readonly Float64Array[] {
  const times = new Map<number, number>();
  for (let i = 0; i < values.length; i++) times.set(values[i]!, (times.get(values[i]!) ?? 0) + 1);
  const groups = [...times].sort((a, b) => a[0] - b[0]);
  const largest = groups.at(-1)?.[0] ?? 0;
  const ways = Array.from({ length: most + 1 }, (_, k) => new Float64Array(k * largest + 1));
  ways[0]![0] = 1;
  let reach = 0;
  for (const [value, count] of groups) {
    for (let k = most; k > 0; k--) {
      let choices = 1;
      for (let j = 1; j <= Math.min(k, count); j++) {
        choices *= (count - j + 1) / j;
        addShifted(ways[k]!, ways[k - j]!, (k - j) * reach, j * value, choices);
      }
    }
    reach = value;
  }
  return ways;
}

/** Adds `from[0..last] × times` to `into`, `shift` places further up. */
function addShifted(
  into: Float64Array,
  from: Float64Array,
  last: number,
  shift: number,
  times: number,
): void {
  const end = Math.min(last, from.length - 1);
  for (let s = 0; s <= end; s++) {
    const own = from[s]!;
    if (own !== 0) into[s + shift]! += own * times;
  }
}
