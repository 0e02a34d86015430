import { useCallback, useMemo } from 'react';
import { useLocation } from 'wouter';
import { emptyFilter } from '#core/filter.ts';
import type { MarksQuery } from '#core/query.ts';
import {
  barsQueries,
  binFor,
  milestonesInput,
  milestonesOf,
  spanOf,
  splitOf,
} from '#drawings/timeline/lanes-plan.ts';
import { countryAxis } from '#drawings/timeline/time-axis.ts';
import { marksQueryFor } from '#figures/lanes/lanes-model.ts';
import type { DaySpan } from '#figures/lanes/lanes-props.ts';
import { eventHeadline } from '#i18n/event-words.ts';
import { useI18n } from '#i18n/i18n.tsx';
import { useAsk } from '#state/engine-context.tsx';
import { apiOptions } from '#state/queries.ts';
import { useEventLead } from '#state/use-event-lead.ts';
import type { Names } from '#state/use-names.ts';
import { useQuery } from '#state/use-query.ts';
import { useView } from '#state/use-view.ts';
import { useSettled } from '#ui/use-settled.ts';

const none: DaySpan = { from: 0, to: 0 };

/** Laws and decisions of the country, whatever kinds are chosen. */
function useMilestones(iso2: string, names: Names) {
  const i18n = useI18n();
  const { data } = useQuery(apiOptions('events', milestonesInput([iso2])));
  return useMemo(() => {
    const rows = data?.rows ?? [];
    return { rows, milestones: milestonesOf(rows, names, i18n) };
  }, [data, names, i18n]);
}

/** All that the country's timeline draws: extent, then bars and coverage over the axis, then single marks. */
export function useCountryTime(iso2: string, names: Names) {
  const i18n = useI18n();
  const [, navigate] = useLocation();
  const { view } = useView();
  const { types } = view.filter;
  const filter = useMemo(() => ({ ...emptyFilter, countries: [iso2], types }), [iso2, types]);
  const span = useAsk([{ kind: 'extent', filter }]);
  const extent = useMemo(() => spanOf(span.data?.answers[0]), [span.data]);
  const axis = useMemo(() => (extent ? countryAxis(view.axis, extent) : null), [view.axis, extent]);
  const nextSplit = splitOf(types);
  const bin = axis ? binFor('auto', axis) : 'month';
  const bars = useAsk(
    barsQueries(filter, { bin, measure: view.measure, split: nextSplit, domain: axis ?? none }),
    axis !== null,
  );
  const split = useSettled(nextSplit, bars.behind);
  const [series = null, coverage = null] = bars.data?.answers ?? [];
  const marksQuery = useMemo(
    () => (series && axis ? marksQueryFor(series, filter, split, axis) : null),
    [series, axis, filter, split],
  );
  const idle: MarksQuery = { kind: 'marks', filter, domain: null, limit: 0 };
  const singles = useAsk([marksQuery ?? idle], marksQuery !== null);
  const { milestones, rows } = useMilestones(iso2, names);
  const open = useEventLead(navigate);
  const headline = useCallback(
    (n: number): string | null => {
      const known = rows.find((event) => event.n === n);
      return known ? eventHeadline(known, i18n, names.adm1).text : null;
    },
    [rows, i18n, names],
  );
  return {
    extent,
    axis,
    bin: series?.bin ?? bin,
    split,
    series,
    coverage,
    marks: marksQuery === null ? null : (singles.data?.answers[0] ?? null),
    milestones,
    open,
    headline,
    empty: span.data !== undefined && extent === null,
    error: span.data === undefined ? span.error : bars.data === undefined ? bars.error : null,
    refreshing: bars.refreshing,
    retry: () => {
      span.retry();
      bars.retry();
    },
  } as const;
}
