import { useMemo } from 'react';
import { type EventFilter, withoutDimension } from '#core/filter.ts';
import type { MarksQuery } from '#core/query.ts';
import {
  barsQueries,
  binFor,
  milestonesInput,
  milestonesOf,
  spanOf,
  splitOf,
} from '#drawings/timeline/lanes-plan.ts';
import { shownAxis } from '#drawings/timeline/time-axis.ts';
import { marksQueryFor } from '#figures/lanes/lanes-model.ts';
import type { Milestone } from '#figures/lanes/lanes-props.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useAsk } from '#state/engine-context.tsx';
import { apiOptions } from '#state/queries.ts';
import type { Names } from '#state/use-names.ts';
import { useQuery } from '#state/use-query.ts';
import { useView } from '#state/use-view.ts';
import { useExploreStore } from './explore-store.ts';

const noMarks = (filter: EventFilter): MarksQuery => ({ kind: 'marks', filter, domain: null, limit: 0 });

/** Laws and decisions in the chosen countries, whatever the other filters. */
function useMilestones(countries: readonly string[], names: Names): Milestone[] {
  const i18n = useI18n();
  const { data } = useQuery(apiOptions('events', milestonesInput(countries)));
  return useMemo(() => milestonesOf(data?.rows ?? [], names, i18n), [data, names, i18n]);
}

/** All that the timeline draws: extent first, then bars and coverage over the axis, then the single marks. */
export function useTime(names: Names) {
  const { view } = useView();
  const filter = useMemo(() => withoutDimension(view.filter, 'time'), [view.filter]);
  const span = useAsk([{ kind: 'extent', filter }]);
  const extent = useMemo(() => spanOf(span.data?.answers[0]), [span.data]);
  const { timeForm: form } = view;
  const { from, to } = view.filter;
  const axis = useMemo(
    () => (extent === null ? null : shownAxis(view.axis, { from, to }, extent)),
    [view.axis, from, to, extent],
  );
  const split = splitOf(view.filter.types, form);
  const width = useExploreStore((state) => state.plotWidth) ?? window.innerWidth;
  const bin = axis ? binFor(view.bin, axis, width) : 'month';
  const domain = axis ?? { from: 0, to: 0 };
  const bars = useAsk(barsQueries(filter, { bin, measure: view.measure, split, domain }), axis !== null);
  const series = bars.data?.answers[0] ?? null;
  const marksQuery = useMemo(
    () => (series && axis && form === 'lanes' ? marksQueryFor(series, filter, split, axis) : null),
    [series, axis, filter, split, form],
  );
  const singles = useAsk([marksQuery ?? noMarks(filter)], marksQuery !== null);
  return {
    extent,
    axis,
    bin,
    split,
    filter,
    series,
    coverage: bars.data?.answers[1] ?? null,
    marks: marksQuery === null ? null : (singles.data?.answers[0] ?? null),
    milestones: useMilestones(filter.countries, names),
    empty: span.data !== undefined && extent === null,
    error: span.error ?? bars.error,
    refreshing: bars.refreshing,
    retry: () => {
      span.retry();
      bars.retry();
    },
  };
}
