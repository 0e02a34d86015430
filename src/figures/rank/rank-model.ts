import type { Measure } from '#core/measure.ts';
import type { FacetAnswer } from '#core/query.ts';
import { roundTop } from '../lanes/lanes-model.ts';

/** Countries, groups or regions by a measure, most first, without pixels. */
export interface RankModel {
  readonly by: FacetAnswer['dimension'];
  readonly measure: Measure;
  readonly bars: readonly RankBar[];
  /** Values not drawn; they are in the table. */
  readonly rest: readonly RankBar[];
  readonly top: number;
  /** Events that name no value of this dimension. */
  readonly without: number;
}

export interface RankBar {
  readonly key: string;
  /** Null = events, but none reports the measure. */
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly events: number;
  readonly unreported: number;
}

/** The bars of a facet answer; what reports nothing stands last and is not 0. */
export function buildRank(answer: FacetAnswer, measure: Measure, most: number): RankModel {
  const all = answer.values
    .map(({ key, total }): RankBar => {
      const isUnknown = measure !== 'count' && total.unreported >= total.events;
      const value = measure === 'count' ? total.events : isUnknown ? null : total.best;
      return {
        key,
        value,
        low: measure === 'count' ? total.events : total.low,
        high: measure === 'count' ? total.events : total.high,
        events: total.events,
        unreported: measure === 'count' ? 0 : total.unreported,
      };
    })
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1) || b.events - a.events || (a.key < b.key ? -1 : 1));
  const bars = all.slice(0, most);
  return {
    by: answer.dimension,
    measure,
    bars,
    rest: all.slice(most),
    top: roundTop(Math.max(0, ...bars.map((bar) => Math.max(bar.value ?? 0, bar.high)))),
    without: answer.without,
  };
}
