/** Five sequential classes. `breaks[i]` is the lowest value of class i; the last class is open above. */
export interface ClassScale {
  readonly breaks: readonly number[];
  readonly max: number;
}

export const CLASS_COUNT = 5;
const RATIOS = [2, 3, 4, 5, 10, 30, 100] as const;

/**
 * Breaks that grow by one round ratio (1 2 4 8 16; 1 3 9 27 81; 1 5 25…): event counts per place are skewed, and a reader
 * can hold "each step doubles". The smallest ratio is taken that leaves at most a fifth of the places in the top class, as long as all
 * five classes are used.
 * Null when there is nothing to class.
 */
export function classScale(values: readonly number[]): ClassScale | null {
  const sorted = Float64Array.from(values.filter((value) => value > 0)).sort();
  const min = sorted[0];
  const max = sorted.at(-1);
  if (min === undefined || max === undefined) return values.length > 0 ? { breaks: [0], max: 0 } : null;
  const start = lowStart(min, sorted[Math.floor(sorted.length / 20)] ?? min);
  const high = sorted[Math.floor(sorted.length * 0.8)] ?? max;
  const top = (ratio: number): number => start * ratio ** (CLASS_COUNT - 1);
  const enough = RATIOS.find((ratio) => top(ratio) >= high) ?? 100;
  const ratio = top(enough) <= max ? enough : (RATIOS.findLast((candidate) => top(candidate) <= max) ?? 2);
  const breaks: number[] = [];
  for (let step = 0; step < CLASS_COUNT; step += 1) {
    const value = start * ratio ** step;
    if (step === 0 || value <= max) breaks.push(value);
  }
  return { breaks, max };
}

/** Counts start at 1; quantities at the power of ten under the smaller values. */
function lowStart(min: number, low: number): number {
  if (Number.isInteger(min) && min < 10) return 1;
  return 10 ** Math.floor(Math.log10(Math.max(low, 1e-6)));
}

/** The class of a value, 0 to 4; null for null. Values under the first break belong to the first class. */
export function classOf(scale: ClassScale, value: number | null): number | null {
  if (value === null) return null;
  return Math.max(
    0,
    scale.breaks.findLastIndex((lowest) => value >= lowest),
  );
}
