import { useCallback, useMemo } from 'react';
import { type EventFilter, withoutDimension } from '#core/filter.ts';
import type { ExtentQuery, MarksQuery } from '#core/query.ts';
import {
  barsPlan,
  barsQueries,
  milestonesInput,
  milestonesOf,
  spanOf,
} from '#drawings/timeline/lanes-plan.ts';
import { shownAxis } from '#drawings/timeline/time-axis.ts';
import { marksQueryFor } from '#figures/lanes/lanes-model.ts';
import type { DaySpan, Milestone } from '#figures/lanes/lanes-props.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useAskBefore } from '#state/ask-apart.ts';
import { useAsk } from '#state/engine-context.tsx';
import { apiOptions } from '#state/queries.ts';
import type { Names } from '#state/use-names.ts';
import { useQuery } from '#state/use-query.ts';
import { useView } from '#state/use-view.ts';
import { useSettled } from '#ui/use-settled.ts';
import { useExploreStore } from './explore-store.ts';

const noMarks = (filter: EventFilter): MarksQuery => ({ kind: 'marks', filter, domain: null, limit: 0 });

/** Laws and decisions in the chosen countries, whatever the other filters. */
function useMilestones(countries: readonly string[], names: Names): Milestone[] {
  const i18n = useI18n();
  const { data } = useQuery(apiOptions('events', milestonesInput(countries)));
  return useMemo(() => milestonesOf(data?.rows ?? [], names, i18n), [data, names, i18n]);
}

const noDays: DaySpan = { from: 0, to: 0 };

const extentUnder = (filter: EventFilter): ExtentQuery => ({ kind: 'extent', filter });

/** Px that the bars have; the window's until they are laid out. */
function usePlotWidth(): number {
  return useExploreStore((state) => state.plotWidth) ?? window.innerWidth;
}

/** Has the timeline of a changed filter answered before it is shown, one question after the other; once on the screen. */
export function useTimeAskedAhead(): void {
  const width = usePlotWidth();
  useAskBefore(
    useCallback(
      async (view, ask) => {
        const filter = withoutDimension(view.filter, 'time');
        const extent = spanOf((await ask([extentUnder(filter)]))[0]);
        if (extent === null) return;
        const axis = shownAxis(view.axis, view.filter, extent);
        const plan = barsPlan(view, axis, width);
        const [series] = await ask(barsQueries(filter, plan));
        const marks = view.timeForm === 'lanes' ? marksQueryFor(series, filter, plan.split, axis) : null;
        if (marks) await ask([marks]);
      },
      [width],
    ),
  );
}

/** All that the timeline draws: extent first, then bars and coverage over the axis, then the single marks. */
export function useTime(names: Names) {
  const { view } = useView();
  const filter = useMemo(() => withoutDimension(view.filter, 'time'), [view.filter]);
  const span = useAsk([extentUnder(filter)]);
  const extent = useMemo(() => spanOf(span.data?.answers[0]), [span.data]);
  const { timeForm: form } = view;
  const { from, to } = view.filter;
  const axis = useMemo(
    () => (extent === null ? null : shownAxis(view.axis, { from, to }, extent)),
    [view.axis, from, to, extent],
  );
  const plan = barsPlan(view, axis ?? noDays, usePlotWidth());
  const bars = useAsk(barsQueries(filter, plan), axis !== null);
  // Keys of a series are read as what it was split by.
  const split = useSettled(plan.split, bars.behind);
  const series = bars.data?.answers[0] ?? null;
  const marksQuery = useMemo(
    () => (series && axis && form === 'lanes' ? marksQueryFor(series, filter, split, axis) : null),
    [series, axis, filter, split, form],
  );
  const singles = useAsk([marksQuery ?? noMarks(filter)], marksQuery !== null);
  return {
    extent,
    axis,
    bin: series?.bin ?? (axis ? plan.bin : 'month'),
    split,
    filter,
    series,
    coverage: bars.data?.answers[1] ?? null,
    marks: marksQuery === null ? null : (singles.data?.answers[0] ?? null),
    milestones: useMilestones(filter.countries, names),
    empty: span.data !== undefined && extent === null,
    error: span.error ?? bars.error,
    refreshing: bars.refreshing,
    behind: bars.behind,
    retry: () => {
      span.retry();
      bars.retry();
    },
  };
}
