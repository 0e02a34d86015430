import { maxQuantity } from '#contract/part-columns.ts';
import type { CrimeEvent } from '#core/event.ts';
import { gramsOf, type QuantityMeasure, quantityOf } from '#core/measure.ts';
import { degreesInSnapshot } from '#core/place.ts';
import { codeOfKind } from '#core/taxonomy.ts';
import { civilOf } from '#core/time.ts';
import type { SqlValue } from './database.ts';

/** The columns of table `event`, in the order of `eventValues`. */
export const eventColumns = [
  'n',
  'id',
  'from_day',
  'to_day',
  'month',
  'date_precision',
  'country',
  'adm1',
  'kind',
  'place_precision',
  'lat',
  'lon',
  'source',
  'shared',
  'grams',
  'grams_low',
  'grams_high',
  'usd',
  'usd_low',
  'usd_high',
  'people',
  'people_low',
  'people_high',
  'doc',
] as const;

/**
 * A record's row. Points are rounded as the snapshot carries them, so that the store and the browser agree at the
 * edge of a box; quantities are whole grams, dollars and people, low and high null where they equal the best figure.
 */
export function eventValues(event: CrimeEvent, shared: boolean): SqlValue[] {
  const { time, place } = event;
  const dated = time.from !== null && time.to !== null;
  return [
    event.n,
    event.id,
    dated ? time.from : null,
    dated ? time.to : null,
    monthOf(event),
    time.precision,
    place.country,
    place.adm1,
    codeOfKind(event.kind),
    place.precision,
    place.lon === null ? null : degreesInSnapshot(place.lat),
    place.lat === null ? null : degreesInSnapshot(place.lon),
    event.source,
    shared ? 1 : 0,
    ...bounds(event, 'kg'),
    ...bounds(event, 'usd'),
    ...bounds(event, 'people'),
    JSON.stringify(event),
  ];
}

function monthOf({ time }: CrimeEvent): number | null {
  if (time.from === null || time.to === null) return null;
  const [first, last] = [civilOf(time.from), civilOf(time.to)];
  const month = first.year * 12 + first.month - 1;
  return month === last.year * 12 + last.month - 1 ? month : null;
}

/** Best, low and high as a snapshot carries them (contract/part-columns.ts): without a best figure nothing is reported. */
function bounds(event: CrimeEvent, measure: QuantityMeasure): [number | null, number | null, number | null] {
  const whole = (bound: 'value' | 'low' | 'high'): number | null => {
    const amount = quantityOf(event.quantities, measure, bound);
    if (amount === null) return null;
    const rounded = measure === 'kg' ? gramsOf(amount) : Math.round(amount);
    if (rounded >= 0 && rounded <= maxQuantity) return rounded;
    throw new RangeError(`Event ${event.id}: ${measure} ${amount} does not fit a snapshot column.`);
  };
  const best = whole('value');
  if (best === null) return [null, null, null];
  const [low, high] = [whole('low'), whole('high')];
  return [best, low === best ? null : low, high === best ? null : high];
}
