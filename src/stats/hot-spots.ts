import { adjustForDiscovery } from './false-discovery.ts';
import { sumOdds } from './permutation.ts';
import { type Surroundings, surroundingCount, surroundingSums } from './surroundings.ts';

/**
 * Getis-Ord Gi* as a z score for each place: how far the sum over its surroundings (itself included, all weights 1) lies
 * from what the mean of all places lets expect, in standard deviations under random permutation.
 * Getis & Ord 1992, Geographical Analysis 24, 189–206; the standardised form with self: Ord & Getis 1995, Geographical
 * Analysis 27, 286–306, equation (14). NaN where it is not defined (all values alike, or the surroundings are everything).
 */
export function giStar(values: ArrayLike<number>, around: Surroundings): Float64Array {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i]!;
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i]! - mean) ** 2;
  const deviation = Math.sqrt(squares / n);
  return surroundingSums(around, values).map((total, i) => {
    const k = surroundingCount(around, i);
    const spread = deviation * Math.sqrt((k * (n - k)) / (n - 1));
    return spread > 0 ? (total - k * mean) / spread : Number.NaN;
  });
}

/** Steps that one unit of the natural logarithm is cut into: a step is 1.6 %, finer than any count of reports is known. */
const scoreSteps = 64;

/**
 * Counts on a logarithmic scale, log(1 + count), in whole steps. Counts of reports are so skewed (most cells 0, one with
 * thousands) that on their own scale a single cell decides: the normal p of Gi* then finds over a hundred clusters where
 * permutation finds none (docs/methodology.md).
 */
export function scoresOf(counts: ArrayLike<number>): Int32Array {
  return Int32Array.from(counts, (count) => Math.round(scoreSteps * Math.log1p(count)));
}

/** Why nothing was tested. */
export type TestProblem = 'few-places' | 'few-events' | 'all-alike';

/** Places a study area needs. */
export const LEAST_PLACES = 30;
/** Places with any event that it needs: fewer say nothing of a pattern. */
export const LEAST_FILLED = 10;
/** Events that chance must let expect around a place: below, an empty surrounding is what chance gives anyway. */
export const LEAST_EXPECTED = 1;
/** Places a test's surroundings must hold, the place itself included: an islet alone says nothing of clusters. */
export const LEAST_AROUND = 3;

/** Adjusted p at which a place is called a spot, and a strong one. */
export const SPOT_RATE = 0.05;
export const STRONG_RATE = 0.01;

/** 2 and 1 hot, −2 and −1 cold (±2 strong), 0 not to be told from chance. */
export type SpotLevel = -2 | -1 | 0 | 1 | 2;

/** What the test says of each place. NaN in `z`, `p`, `adjusted` and 0 in `levels` where it was not tested. */
export interface SpotTest {
  /** Gi* of the scores. */
  readonly z: Float64Array;
  /** Two-sided, exact under permutation, before adjustment. */
  readonly p: Float64Array;
  /** After control of the false discovery rate over all tested places. */
  readonly adjusted: Float64Array;
  /** A SpotLevel for each place. */
  readonly levels: Int8Array;
  /** 1 where the place was tested. */
  readonly tested: Uint8Array;
  readonly testedCount: number;
  /** Set when no place at all was tested. */
  readonly problem: TestProblem | null;
}

/**
 * Hot and cold spots among places with whole counts of events (no event = 0): Gi* of the logarithmic scores, its p exact
 * under permutation of the places instead of read from a normal curve, then controlled for the number of tests. Nothing is
 * tested below LEAST_PLACES places or LEAST_FILLED with events; a place is tested when at least LEAST_EXPECTED events are
 * expected around it and LEAST_AROUND places surround it.
 */
export function testSpots(counts: Float64Array, around: Surroundings): SpotTest {
  const n = counts.length;
  const problem = problemOf(counts);
  const tested = problem === null ? testable(counts, around) : new Uint8Array(n);
  const scores = scoresOf(counts);
  const z = giStar(scores, around).map((score, i) => (tested[i] === 1 ? score : Number.NaN));
  const p = permutationP(scores, around, tested);
  const adjusted = adjustForDiscovery(p);
  const levels = Int8Array.from(z, (score, i) => levelOf(score, adjusted[i]!));
  const testedCount = tested.reduce((sum, flag) => sum + flag, 0);
  return {
    z,
    p,
    adjusted,
    levels,
    tested,
    testedCount,
    problem: problem ?? (testedCount === 0 ? 'few-events' : null),
  };
}

function problemOf(counts: Float64Array): TestProblem | null {
  if (counts.length < LEAST_PLACES) return 'few-places';
  const filled = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  if (filled < LEAST_FILLED) return 'few-events';
  return counts.every((count) => count === counts[0]) ? 'all-alike' : null;
}

function testable(counts: Float64Array, around: Surroundings): Uint8Array {
  const n = counts.length;
  const mean = counts.reduce((sum, count) => sum + count, 0) / n;
  return Uint8Array.from(counts, (_, i) => {
    const k = surroundingCount(around, i);
    return k >= LEAST_AROUND && k < n && k * mean >= LEAST_EXPECTED ? 1 : 0;
  });
}

/** Twice the smaller tail, at most 1. */
function permutationP(scores: Int32Array, around: Surroundings, tested: Uint8Array): Float64Array {
  let most = 0;
  tested.forEach((flag, i) => {
    if (flag === 1) most = Math.max(most, surroundingCount(around, i));
  });
  const p = new Float64Array(scores.length).fill(Number.NaN);
  if (most === 0) return p;
  const odds = sumOdds(scores, most);
  const sums = surroundingSums(around, scores);
  for (let i = 0; i < p.length; i++) {
    if (tested[i] === 0) continue;
    const k = surroundingCount(around, i);
    p[i] = Math.min(1, 2 * Math.min(odds.atLeast(k, sums[i]!), odds.atMost(k, sums[i]!)));
  }
  return p;
}

function levelOf(z: number, adjusted: number): SpotLevel {
  if (!(adjusted <= SPOT_RATE)) return 0;
  if (z > 0) return adjusted <= STRONG_RATE ? 2 : 1;
  return adjusted <= STRONG_RATE ? -2 : -1;
}
