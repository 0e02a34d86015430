import type { CrimeEvent } from '#core/event.ts';
import { type EventFilter, withoutDimension } from '#core/filter.ts';
import { cellAt } from '#core/geo/hexagon.ts';
import { isPlaced } from '#core/place.ts';
import { familyOf } from '#core/taxonomy.ts';
import { binEnd, binStart } from '#core/time.ts';
import { matchEvent, selectEvents } from './plain-match.ts';

/** The totals of one move, to compare the two ways and to keep the work from being optimised away. */
export interface MoveTotals {
  readonly events: number;
  readonly inBins: number;
  readonly countries: number;
  readonly kinds: number;
  readonly inCells: number;
  readonly firstRow: number;
}

function tally(
  events: readonly CrimeEvent[],
  keyOf: (event: CrimeEvent) => string | null,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const event of events) {
    const key = keyOf(event);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((all, one) => all + one, 0);

/** Month × family over every month an event belongs to: days overlap, vaguer dates need a month that holds them. */
function monthsByFamily(events: readonly CrimeEvent[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { time, kind } of events) {
    if (time.from === null || time.to === null) continue;
    if (time.precision !== 'day' && binEnd(time.from, 'month') < time.to) continue;
    for (let start = binStart(time.from, 'month'); start <= time.to; start = binEnd(start, 'month') + 1) {
      const key = `${start}.${familyOf(kind)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/** One move answered the plain way: Array.filter over objects, once for each panel that ignores its own dimension. */
export function naiveMove(events: readonly CrimeEvent[], filter: EventFilter): MoveTotals {
  const select = (narrowed: EventFilter): CrimeEvent[] =>
    events.filter((event) => matchEvent(event, narrowed) === 'in');
  const matching = select(filter);
  const cells = tally(matching, ({ place }) => {
    if (place.lat === null || place.lon === null || !isPlaced(place.precision)) return null;
    const cell = cellAt(place.lon, place.lat, 4);
    return `${cell.q}.${cell.r}`;
  });
  const page = selectEvents(matching, filter).slice(0, 50);
  return {
    events: matching.length,
    inBins: sum(monthsByFamily(select(withoutDimension(filter, 'time')))),
    countries: sum(tally(select(withoutDimension(filter, 'country')), (event) => event.place.country)),
    kinds: sum(tally(select(withoutDimension(filter, 'type')), (event) => event.kind)),
    inCells: sum(cells),
    firstRow: page[0]?.n ?? -1,
  };
}
