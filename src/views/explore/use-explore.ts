import { useMemo } from 'react';
import type { EventFilter } from '#core/filter.ts';
import type { FacetAnswer } from '#core/query.ts';
import { type Counted, type FacetCounts, facetCounts, sourcesShown } from '#drawings/counts.ts';
import { useDraft, withDraft } from '#state/draft-store.ts';
import { type Asked, useAsk } from '#state/engine-context.tsx';
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
  readonly asked: Pick<Asked<readonly []>, 'error' | 'loading' | 'refreshing' | 'retry'>;
};

const none: FacetCounts = new Map();
const empty: Counts['facets'] = {
  country: none,
  adm1: none,
  kind: none,
  group: none,
  substance: none,
  source: none,
  precision: none,
  reported: none,
};

/** Total and facet counts of what is shown; one batch, so they always speak of the same state of the data. */
export function useCounts(): Counts {
  const { view } = useView();
  const filter = useShownFilter();
  const asked = useAsk(countQueries(filter, view.measure));
  const { data, error, loading, refreshing, retry } = asked;
  return useMemo(() => {
    const state = { error, loading, refreshing, retry };
    if (!data) return { count: null, facets: empty, sourcesShown: [], asked: state };
    const [count, country, adm1, kind, substance, group, source, precision, reported] = data.answers;
    const answers = { country, adm1, kind, substance, group, source, precision, reported };
    const facets = Object.fromEntries(
      Object.entries(answers).map(([key, answer]) => [key, facetCounts(answer)]),
    );
    const shown = sourcesShown(source, filter);
    return { count, facets: facets as Counts['facets'], sourcesShown: shown, asked: state };
  }, [data, error, loading, refreshing, retry, filter]);
}
