import type { Measure } from '#core/measure.ts';
import type { FacetAnswer } from '#core/query.ts';
import { roundTop } from '../lanes/lanes-model.ts';
import { type Population, type Rate, rateOf } from '../map/rates.ts';

/** Countries, groups or regions by a measure, most first, without pixels. */
export interface RankModel {
  readonly by: FacetAnswer['dimension'];
  readonly measure: Measure;
  readonly bars: readonly RankBar[];
  /** Values not drawn; they are in the table. */
  readonly rest: readonly RankBar[];
  readonly top: number;
  /** What rates are taken of, where countries are ranked by rate. */
  readonly population: Population | null;
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
  /** Null where events or sums are ranked. */
  readonly rate: Rate | null;
}

/** The bars of a facet answer; what reports nothing, or allows no rate, stands last and is not 0. */
export function buildRank(
  answer: FacetAnswer,
  measure: Measure,
  most: number,
  population: Population | null = null,
): RankModel {
  const all = answer.values
    .map((value) => (population ? rateBar(value, population) : barOf(value, measure)))
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1) || b.events - a.events || (a.key < b.key ? -1 : 1));
  const bars = all.slice(0, most);
  const highest = Math.max(0, ...bars.map((bar) => Math.max(bar.value ?? 0, bar.high)));
  return {
    by: answer.dimension,
    measure: population ? 'count' : measure,
    bars,
    rest: all.slice(most),
    top: roundTop(highest),
    population,
    without: answer.without,
  };
}

type Value = FacetAnswer['values'][number];

function barOf({ key, total }: Value, measure: Measure): RankBar {
  const { events, unreported } = total;
  if (measure === 'count')
    return { key, value: events, low: events, high: events, events, unreported: 0, rate: null };
  const { best, low, high } = total;
  return { key, value: unreported >= events ? null : best, low, high, events, unreported, rate: null };
}

function rateBar({ key, total: { events } }: Value, population: Population): RankBar {
  const rate = rateOf(population, key, events);
  const shown = rate.value ?? 0;
  return { key, value: rate.value, low: shown, high: shown, events, unreported: 0, rate };
}
