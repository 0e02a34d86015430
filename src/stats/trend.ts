import { adjustForDiscovery } from './false-discovery.ts';
import { SPOT_RATE, type SpotTest } from './hot-spots.ts';
import { twoSidedP } from './normal.ts';

/** The Mann–Kendall test of one series. */
export interface MannKendall {
  /** Rising pairs minus falling pairs. */
  readonly s: number;
  /** Of s if order were chance, with tied values taken into account. */
  readonly variance: number;
  /** With continuity correction; 0 when all values are alike. */
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
}

/**
 * Whether later values tend to be larger: Mann 1945, Econometrica 13, 245–259; variance with ties and continuity correction
 * as in Kendall 1975, Rank Correlation Methods. Needs no equal steps of time, only order. The normal approximation is
 * good from ten values on.
 */
export function mannKendall(values: ArrayLike<number>): MannKendall {
  const n = values.length;
  let s = 0;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) s += Math.sign(values[j]! - values[i]!);
  const times = new Map<number, number>();
  for (let i = 0; i < n; i++) times.set(values[i]!, (times.get(values[i]!) ?? 0) + 1);
  const pairs = (t: number): number => t * (t - 1) * (2 * t + 5);
  let ties = 0;
  for (const t of times.values()) ties += pairs(t);
  const variance = (pairs(n) - ties) / 18;
  const z = variance > 0 ? (s - Math.sign(s)) / Math.sqrt(variance) : 0;
  return { s, variance, z, p: twoSidedP(z) };
}

/**
 * Sen's slope: the median of the slopes between all pairs of points, so that single outliers do not turn it (Sen 1968,
 * Journal of the American Statistical Association 63, 1379–1389). Per unit of `times`, which must be distinct; NaN for
 * fewer than two points.
 */
export function senSlope(values: ArrayLike<number>, times: ArrayLike<number>): number {
  const slopes: number[] = [];
  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      slopes.push((values[j]! - values[i]!) / (times[j]! - times[i]!));
    }
  }
  if (slopes.length === 0) return Number.NaN;
  const sorted = Float64Array.from(slopes).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/**
 * What became of a hot spot over the periods.
 * - `new`: hot in the last period and in none before.
 * - `intensifying`: hot in at least three quarters of the periods and in the last, its share of all events rising.
 * - `persistent`: the same, its share neither rising nor falling.
 * - `diminishing`: the same, its share falling.
 * - `sporadic`: hot in some periods, but not as often, or no longer.
 * - `none`: hot in no period.
 */
export type TrendClass = 'new' | 'intensifying' | 'persistent' | 'diminishing' | 'sporadic' | 'none';

/** Periods a trend needs. */
export const LEAST_PERIODS = 10;
/** Share of the periods in which a lasting hot spot is hot. */
export const LASTING_SHARE = 0.75;

/** One period: the test of its counts, and for each place the share (0 to 1) of all its events that lie around the place. */
export interface Period {
  /** Position on the time axis, in whole steps. */
  readonly at: number;
  readonly test: SpotTest;
  readonly shares: Float64Array;
}

export interface SpotTrends {
  readonly classes: readonly TrendClass[];
  /** Periods in which the place was hot. */
  readonly hotPeriods: Uint16Array;
  /** Sen's slope of the share around the place, per step of time (0.01 = one percentage point). */
  readonly slopes: Float64Array;
  /** Mann–Kendall p of the share, adjusted over the lasting hot spots; NaN elsewhere. */
  readonly adjusted: Float64Array;
  /** Positions of the periods that could be tested; classes rest on these alone. */
  readonly periods: readonly number[];
  /** Set when there are too few of them. */
  readonly problem: 'few-periods' | null;
}

/**
 * The trend of each place's hot-spot history. Shares instead of counts are tested, so that more reporting everywhere is not
 * taken for a trend of one place. Periods without a test (too few events) are left out, not read as "not hot".
 */
export function spotTrends(places: number, all: readonly Period[]): SpotTrends {
  const periods = all.filter(({ test }) => test.problem === null);
  const hotPeriods = new Uint16Array(places);
  for (const { test } of periods) {
    for (let i = 0; i < places; i++) if (test.levels[i]! > 0) hotPeriods[i]!++;
  }
  const known = {
    hotPeriods,
    slopes: new Float64Array(places).fill(Number.NaN),
    periods: periods.map(({ at }) => at),
  };
  const p = new Float64Array(places).fill(Number.NaN);
  if (periods.length < LEAST_PERIODS) {
    const classes = new Array<TrendClass>(places).fill('none');
    return { ...known, classes, adjusted: p, problem: 'few-periods' };
  }
  const last = periods.at(-1)!.test.levels;
  const rising = new Int8Array(places);
  for (let i = 0; i < places; i++) {
    if (hotPeriods[i] === 0) continue;
    const shares = Float64Array.from(periods, (period) => period.shares[i]!);
    known.slopes[i] = senSlope(shares, known.periods);
    if (!isLasting(hotPeriods[i]!, periods.length, last[i]!)) continue;
    const test = mannKendall(shares);
    p[i] = test.p;
    rising[i] = Math.sign(test.s);
  }
  const adjusted = adjustForDiscovery(p);
  const classes = Array.from(hotPeriods, (hot, i): TrendClass => {
    if (hot === 0) return 'none';
    if (!isLasting(hot, periods.length, last[i]!)) return hot === 1 && last[i]! > 0 ? 'new' : 'sporadic';
    if (!(adjusted[i]! <= SPOT_RATE)) return 'persistent';
    return rising[i]! > 0 ? 'intensifying' : 'diminishing';
  });
  return { ...known, classes, adjusted, problem: null };
}

const isLasting = (hot: number, periods: number, last: number): boolean =>
  last > 0 && hot >= LASTING_SHARE * periods;
