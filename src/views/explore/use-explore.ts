import { useMemo } from 'react';
import type { EventFilter } from '#core/filter.ts';
import type { FacetAnswer } from '#core/query.ts';
import type { View } from '#core/view.ts';
import { type Counted, type FacetCounts, facetCounts, sourcesShown } from '#drawings/counts.ts';
import { type AskedApart, isWhole, useAskAhead, useAskApart } from '#state/ask-apart.ts';
import { useView } from '#state/use-view.ts';
import { countQueries } from './explore-queries.ts';
import { useShownFilter } from './surrounding.tsx';

export type Counts = Counted & {
  /** Null while they are awaited or could not be had. */
  readonly facets: Readonly<Record<FacetAnswer['dimension'], FacetCounts | null>>;
  readonly asked: Pick<AskedApart<readonly []>, 'error' | 'loading' | 'refreshing' | 'behind' | 'retry'>;
};

/** Several parts of the screen read the same answers. */
const countsIn = new WeakMap<FacetAnswer, FacetCounts>();

function countsOf(answer: FacetAnswer | null): FacetCounts | null {
  if (answer === null) return null;
  const known = countsIn.get(answer) ?? Object.assign(facetCounts(answer), { soFar: !isWhole(answer) });
  countsIn.set(answer, known);
  return known;
}

/** How many events match; null while that is not known. */
export const matching = ({ count }: Counts): number | null => count?.total.events ?? null;

/** Total and facet counts of what is shown. */
export function useCounts(): Counts {
  const { view } = useView();
  const filter = useShownFilter();
  const { answers, error, loading, refreshing, behind, retry } = useAskApart(
    countQueries(filter, view.measure),
  );
  return useMemo(() => {
    const state = { error, loading, refreshing, behind, retry };
    const [count, country, adm1, kind, substance, group, source, precision, reported, datePrecision] =
      answers;
    const listed = { country, adm1, kind, substance, group, source, precision, reported, datePrecision };
    const facets = Object.fromEntries(Object.entries(listed).map(([key, answer]) => [key, countsOf(answer)]));
    const shown = source ? sourcesShown(source, filter) : [];
    return { count, facets: facets as Counts['facets'], sourcesShown: shown, asked: state };
  }, [answers, error, loading, refreshing, behind, retry, filter]);
}

/** What the filters, the count and all words of the screen ask. */
const countsAsked = (filter: EventFilter, { measure }: View) => countQueries(filter, measure);

/** Has the counts under a changed filter or a dragged window answered before it is shown; once on the screen. */
export function useCountsAhead(): void {
  useAskAhead(countsAsked);
}
