import type { SeriesAnswer } from '#core/query.ts';
import { civilOf } from '#core/time.ts';

/** Events per year of each source, over the years that any source covers. */
export type YearCounts = {
  readonly first: number;
  readonly last: number;
  readonly bySource: ReadonlyMap<string, ReadonlyMap<number, number>>;
};

/** Reads a yearly series split by source. */
export function coverageOf(answer: SeriesAnswer): YearCounts | null {
  const years = answer.starts.map((day) => civilOf(day).year);
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined) return null;
  const bySource = new Map(
    answer.series.map(({ key, events }) => [
      key,
      new Map(events.flatMap((n, at) => (n > 0 && years[at] !== undefined ? [[years[at], n] as const] : []))),
    ]),
  );
  return { first, last, bySource };
}
