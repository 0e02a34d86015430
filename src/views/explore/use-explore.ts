import { useMemo } from 'react';
import type { EventFilter } from '#core/filter.ts';
import type { CountAnswer, FacetAnswer } from '#core/query.ts';
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

export type FacetCounts = ReadonlyMap<string, number>;

export type Counts = {
  readonly count: CountAnswer | null;
  readonly facets: Readonly<Record<FacetAnswer['dimension'], FacetCounts>>;
  /** Event totals by source, weightiest first: who stands behind what is shown. */
  readonly sourcesShown: readonly string[];
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

const toMap = (answer: FacetAnswer): FacetCounts =>
  new Map(answer.values.map(({ key, total }) => [key, total.events]));

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
    const facets = Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, toMap(answer)]));
    const chosen = filter.sources;
    const sourcesShown = source.values
      .map(({ key }) => key)
      .filter((key) => chosen.length === 0 || chosen.includes(key));
    return { count, facets: facets as Counts['facets'], sourcesShown, asked: state };
  }, [data, error, loading, refreshing, retry, filter.sources]);
}
