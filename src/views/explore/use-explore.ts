import { useMemo } from 'react';
import type { EventFilter } from '#core/filter.ts';
import type { FacetAnswer } from '#core/query.ts';
import { type Counted, type FacetCounts, facetCounts, sourcesShown } from '#drawings/counts.ts';
import { type AskedApart, useAskApart } from '#state/ask-apart.ts';
import { useDraft, withDraft } from '#state/draft-store.ts';
import { useView } from '#state/use-view.ts';
import { countQueries } from './explore-queries.ts';

/** The filter as shown this moment, a dragged window included. */
export function useShownFilter(): EventFilter {
  const { view } = useView();
  const draft = useDraft((state) => state.window);
  return useMemo(() => withDraft(view.filter, draft), [view.filter, draft]);
}

export type Counts = Counted & {
  readonly facets: Readonly<Record<FacetAnswer['dimension'], FacetCounts>>;
  readonly asked: Pick<AskedApart<readonly []>, 'error' | 'loading' | 'refreshing' | 'retry'>;
};

const none: FacetCounts = new Map();

/** Total and facet counts of what is shown; of facets that are still awaited, none. */
export function useCounts(): Counts {
  const { view } = useView();
  const filter = useShownFilter();
  const { answers, error, loading, refreshing, retry } = useAskApart(countQueries(filter, view.measure));
  return useMemo(() => {
    const state = { error, loading, refreshing, retry };
    const [count, country, adm1, kind, substance, group, source, precision, reported, datePrecision] =
      answers;
    const listed = { country, adm1, kind, substance, group, source, precision, reported, datePrecision };
    const facets = Object.fromEntries(
      Object.entries(listed).map(([key, answer]) => [key, answer ? facetCounts(answer) : none]),
    );
    const shown = source ? sourcesShown(source, filter) : [];
    return { count, facets: facets as Counts['facets'], sourcesShown: shown, asked: state };
  }, [answers, error, loading, refreshing, retry, filter]);
}
