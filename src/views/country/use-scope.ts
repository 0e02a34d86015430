import { useMemo } from 'react';
import type { EventFilter } from '#core/filter.ts';
import type { Measure } from '#core/measure.ts';
import type { CountAnswer, FacetAnswer } from '#core/query.ts';
import { countryFilter, scopeQueries } from '#drawings/country-scope.ts';
import { useDraft, withDraft } from '#state/draft-store.ts';
import { type Asked, useAsk } from '#state/engine-context.tsx';
import { useView } from '#state/use-view.ts';

/** The page's filter: its country, with the kinds and days of the address. Nothing else narrows, so all panels agree. */
export function useCountryFilter(iso2: string): EventFilter {
  const { view } = useView();
  const draft = useDraft((state) => state.window);
  return useMemo(() => withDraft(countryFilter(iso2, view), draft), [iso2, view, draft]);
}

export type Scope = {
  readonly count: CountAnswer | null;
  readonly kinds: FacetAnswer | null;
  /** Sources behind the events shown, weightiest first. */
  readonly sources: FacetAnswer | null;
  readonly asked: Pick<Asked<readonly []>, 'error' | 'loading' | 'refreshing' | 'behind' | 'retry'>;
};

/** Counts that several panels print; asked once, so that they cannot disagree. */
export function useScope(filter: EventFilter, measure: Measure): Scope {
  const asked = useAsk(scopeQueries(filter, measure));
  const { data, error, loading, refreshing, behind, retry } = asked;
  return useMemo(() => {
    const [count, kinds, sources] = data?.answers ?? [];
    return {
      count: count ?? null,
      kinds: kinds ?? null,
      sources: sources ?? null,
      asked: { error, loading, refreshing, behind, retry },
    };
  }, [data, error, loading, refreshing, behind, retry]);
}
