import type { BenchColumns } from './columns.ts';

/** Where the user has moved to: a window of days, and the families and countries switched on (null = all). */
export interface Move {
  readonly from: number;
  readonly to: number;
  /** By family code − 1. */
  readonly families: readonly boolean[] | null;
  /** By country code. */
  readonly countries: readonly boolean[] | null;
}

/**
 * What every engine answers at every move, each panel without its own dimension: cells of the overview, month × family
 * (without the window), countries (without the countries), the ten largest seizures, and the total. Kept small enough to compare whole.
 */
export interface Update {
  readonly total: number;
  /** Hexagons with an event, and the events in them. */
  readonly cells: number;
  readonly inCells: number;
  readonly months: number;
  readonly inMonths: number;
  readonly countries: readonly number[];
  /** Grams of the ten largest. */
  readonly top: readonly number[];
}

export interface Contestant {
  readonly name: string;
  update(move: Move): Update | Promise<Update>;
}

export type Build = (data: BenchColumns) => Promise<Contestant>;

/** Zoom of the overview's hexagons. */
export const overviewZoom = 4;
/** The months of the made data: January 1988 to December 2027. */
export const firstYear = 1988;
export const monthCount = 40 * 12;
