import type { CrimeEvent } from '#core/event.ts';
import type { EventFilter } from '#core/filter.ts';
import { cellAt } from '#core/geo/hexagon.ts';
import { gramsOf, quantityOf } from '#core/measure.ts';
import { degreesInSnapshot, inArea, inBbox, isPlaced } from '#core/place.ts';
import type { EventSort } from '#core/query.ts';
import { codeOfKind, kindsOfType } from '#core/taxonomy.ts';
import { inWindow, type WindowMembership } from '#core/time.ts';
import { hasWords, wordsOf } from '#mocks/words.ts';

const anyOf = (chosen: readonly string[], has: readonly (string | null)[]): boolean =>
  chosen.length === 0 || has.some((value) => value !== null && chosen.includes(value));

function matchesPlace({ place }: CrimeEvent, filter: EventFilter): boolean {
  if (!filter.bbox && !filter.area && !filter.cell) return true;
  if (place.lat === null || place.lon === null || !isPlaced(place.precision)) return false;
  // A border must fall the same way everywhere, so degrees are rounded as the snapshot carries them.
  const [lat, lon] = [degreesInSnapshot(place.lat)!, degreesInSnapshot(place.lon)!];
  if (filter.cell) {
    const { zoom, q, r } = filter.cell;
    const cell = cellAt(lon, lat, zoom);
    if (cell.q !== q || cell.r !== r) return false;
  }
  if (filter.bbox && !inBbox(lat, lon, filter.bbox)) return false;
  return !filter.area || inArea(lat, lon, filter.area);
}

function matchesQuantity(event: CrimeEvent, quantity: EventFilter['quantity']): boolean {
  if (!quantity) return true;
  const whole = (amount: number): number =>
    quantity.measure === 'kg' ? gramsOf(amount) : Math.round(amount);
  const value = quantityOf(event.quantities, quantity.measure);
  if (value === null) return false;
  const { min, max } = quantity;
  return (min === null || whole(value) >= whole(min)) && (max === null || whole(value) <= whole(max));
}

/** How one event stands to a filter, read straight from the definitions: the plainest possible answer, for comparison. */
export function matchEvent(event: CrimeEvent, filter: EventFilter): WindowMembership {
  const kinds = filter.types.flatMap((type) => kindsOfType(type));
  const passes =
    anyOf(filter.countries, [event.place.country]) &&
    anyOf(filter.adm1, [event.place.adm1]) &&
    (filter.types.length === 0 || kinds.includes(event.kind)) &&
    anyOf(filter.groups, event.groups) &&
    anyOf(filter.substances, event.substances) &&
    anyOf(filter.sources, [event.source]) &&
    (filter.precisions.length === 0 || filter.precisions.includes(event.place.precision)) &&
    (filter.text === '' || hasWords(wordsOf(event), filter.text)) &&
    matchesPlace(event, filter) &&
    matchesQuantity(event, filter.quantity);
  return passes ? inWindow(event.time, filter.from, filter.to) : 'out';
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** Unknown values come last whichever way the rest is sorted. */
function descending(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b - a;
}

const orders: Record<EventSort, (a: CrimeEvent, b: CrimeEvent) => number> = {
  newest: (a, b) => descending(a.time.from, b.time.from),
  oldest: (a, b) =>
    a.time.from === null || b.time.from === null
      ? descending(a.time.from, b.time.from)
      : a.time.from - b.time.from,
  kg: (a, b) => descending(quantityOf(a.quantities, 'kg'), quantityOf(b.quantities, 'kg')),
  usd: (a, b) => descending(quantityOf(a.quantities, 'usd'), quantityOf(b.quantities, 'usd')),
  people: (a, b) => descending(quantityOf(a.quantities, 'people'), quantityOf(b.quantities, 'people')),
  country: (a, b) => compare(a.place.country ?? '~', b.place.country ?? '~'),
  kind: (a, b) => codeOfKind(a.kind) - codeOfKind(b.kind),
};

/** The events a filter lets through, in order; ties by row number. */
export function selectEvents(
  events: readonly CrimeEvent[],
  filter: EventFilter,
  sort: EventSort = 'newest',
): CrimeEvent[] {
  return events
    .filter((event) => matchEvent(event, filter) === 'in')
    .sort((a, b) => orders[sort](a, b) || a.n - b.n);
}
