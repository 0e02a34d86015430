/** Times of one thing done many times, in milliseconds. */
export interface Timing {
  readonly median: number;
  readonly p95: number;
  readonly min: number;
  readonly runs: number;
}

export function timingOf(samples: readonly number[]): Timing {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { median: at(0.5), p95: at(0.95), min: at(0), runs: sorted.length };
}

/** Spread of a ratio over repetitions of the whole measurement: least, median and most. */
export interface Ratio {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export function ratioOf(pairs: readonly { readonly plain: number; readonly ours: number }[]): Ratio {
  const ratios = pairs.map(({ plain, ours }) => plain / ours).sort((a, b) => a - b);
  return {
    low: ratios[0] ?? 0,
    median: ratios[Math.floor(ratios.length / 2)] ?? 0,
    high: ratios.at(-1) ?? 0,
  };
}

export const ms = (value: number): string => (value >= 10 ? value.toFixed(0) : value.toPrecision(2));
export const times = (value: number): string => `${value >= 10 ? value.toFixed(0) : value.toFixed(1)}×`;

/** A markdown table; the first row is the head. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...body.map(line)].join(
    '\n',
  );
}
