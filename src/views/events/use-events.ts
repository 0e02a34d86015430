import { useState } from 'react';
import { type EventFilter, filterKey } from '#core/filter.ts';
import type { EventSort } from '#core/query.ts';
import { useAsk } from '#state/engine-context.tsx';
import { useRowTexts } from '#state/use-row-texts.ts';

/** Rows of one page of the table. */
export const PAGE_ROWS = 50;

/** Where the reader was in each list, so that Back from an event returns to the same page. */
const places = new Map<string, number>();

/** The list's first row, remembered per filter and order. */
export function useOffset(filter: EventFilter, sort: EventSort): [number, (offset: number) => void] {
  const key = `${filterKey(filter)}|${sort}`;
  const [, redraw] = useState(0);
  return [
    places.get(key) ?? 0,
    (offset) => {
      places.set(key, offset);
      redraw((n) => n + 1);
    },
  ];
}

/** One page of matching events with its counts, and the texts of its rows. */
export function useEvents(filter: EventFilter, sort: EventSort, offset: number) {
  const asked = useAsk([
    { kind: 'count', filter, measure: 'count' },
    { kind: 'page', filter, sort, offset, limit: PAGE_ROWS },
    { kind: 'facet', filter, dimension: 'country', measure: 'count' },
    { kind: 'facet', filter, dimension: 'kind', measure: 'count' },
    { kind: 'facet', filter, dimension: 'source', measure: 'count' },
  ]);
  const [count, page, countries, kinds, sources] = asked.data?.answers ?? [];
  const texts = useRowTexts(page, asked.data?.dataVersion ?? '', filterKey(filter));
  return { asked, count, page, countries, kinds, sources, texts };
}
