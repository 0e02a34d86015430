import { type EventFilter, emptyFilter } from '#core/filter.ts';
import type { Query } from '#core/query.ts';
import { families } from '#core/taxonomy.ts';
import { dayOf } from '#core/time.ts';
import { seeded } from './random.ts';

/** A gesture, as the filters it passes through. */
export interface Gesture {
  readonly name: string;
  readonly filters: readonly EventFilter[];
}

const start = dayOf(1995, 1, 1);
const tenYears = 3652;
const countries = ['MX', 'CO', 'PE', 'BR', 'VE', 'EC', 'HN', 'GT'];

/** The three gestures of the budgets: a window dragged, a window that jumps, categories switched on and off. */
export function gestures(moves: number, seed = 7): Gesture[] {
  const random = seeded(seed);
  const each = <T>(make: (index: number) => T): T[] =>
    Array.from({ length: moves }, (_, index) => make(index));
  return [
    {
      name: 'drag',
      filters: each((index) => ({
        ...emptyFilter,
        from: start + 14 * index,
        to: start + 14 * index + tenYears,
      })),
    },
    {
      name: 'jump',
      filters: each(() => {
        const from = start + random.below(8000);
        return { ...emptyFilter, from, to: from + 200 + random.below(3000) };
      }),
    },
    {
      name: 'toggle',
      filters: each(() => ({
        ...emptyFilter,
        types: families.filter(() => random.next() < 0.5).map((family) => family.key),
        countries: countries.filter(() => random.next() < 0.5),
      })),
    },
  ];
}

/** What one move must answer: everything that Explore shows beside the texts. */
export function questions(filter: EventFilter): readonly Query[] {
  return [
    { kind: 'count', filter, measure: 'count' },
    { kind: 'series', filter, bin: 'month', measure: 'count', split: 'family', domain: null },
    { kind: 'facet', filter, dimension: 'country', measure: 'count' },
    { kind: 'facet', filter, dimension: 'kind', measure: 'count' },
    { kind: 'cells', filter, zoom: 4, viewport: null, measure: 'count' },
    { kind: 'page', filter, sort: 'newest', offset: 0, limit: 50 },
  ];
}
