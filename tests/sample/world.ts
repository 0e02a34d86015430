import type { Article } from '#core/article.ts';
import type { CrimeEvent } from '#core/event.ts';
import type { IndicatorSeries } from '#core/indicator.ts';
import type { SourceInfo } from '#core/provenance.ts';
import { openSample } from '#server/sample/load-sample.ts';

/** The whole bundled sample in memory, read once for all tests of a file. */
export const sample = openSample();
export const events: readonly CrimeEvent[] = [...sample.eventBatches()].flat();
export const articles: readonly Article[] = sample.articles();
export const series: readonly IndicatorSeries[] = [...sample.indicatorBatches()].flat();
export const sources: readonly SourceInfo[] = sample.sources();

/** Events of one dataset. */
export function eventsOf(source: string): readonly CrimeEvent[] {
  return events.filter((event) => event.source === source);
}

const eventsById = new Map(events.map((event) => [event.id, event]));

/** One event by id; its absence is a failure. */
export function eventById(id: string): CrimeEvent {
  const found = eventsById.get(id);
  if (!found) throw new Error(`No event ${id} in the sample`);
  return found;
}

/** One series by id; its absence is a failure. */
export function seriesById(id: string): IndicatorSeries {
  const found = series.find((one) => one.id === id);
  if (!found) throw new Error(`No series ${id} in the sample`);
  return found;
}
