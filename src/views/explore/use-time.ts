import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CrimeEvent } from '#core/event.ts';
import { type EventFilter, withoutDimension } from '#core/filter.ts';
import type { MarksQuery } from '#core/query.ts';
import { familyOf, kindsOfType } from '#core/taxonomy.ts';
import { autoBin, type Bin } from '#core/time.ts';
import { shownAxis } from '#drawings/timeline/time-axis.ts';
import { marksQueryFor } from '#figures/lanes/lanes-model.ts';
import type { DaySpan, Milestone } from '#figures/lanes/lanes-props.ts';
import { placeName } from '#i18n/event-words.ts';
import { type I18n, useI18n } from '#i18n/i18n.tsx';
import { useAsk } from '#state/engine-context.tsx';
import { apiOptions } from '#state/queries.ts';
import type { Names } from '#state/use-names.ts';
import { useView } from '#state/use-view.ts';

/** Bars that a comfortable timeline holds. */
const MOST_BARS = 132;
/** The engine refuses more bins than anybody could draw. */
const MOST_BINS = 2000;
const DAYS: Record<Bin, number> = { day: 1, week: 7, month: 30.4, quarter: 91.3, year: 365.25 };
const LABEL_WORDS = 4;

/** Kinds apart when one family (or less) is chosen, families otherwise. */
export function splitOf(types: readonly string[]): 'family' | 'kind' {
  const chosen = new Set(types.flatMap((type) => kindsOfType(type)).map(familyOf));
  return chosen.size === 1 ? 'kind' : 'family';
}

/** The chosen bin, or the one that fits; a bin too fine for the span gives way to the finest possible. */
export function binFor(chosen: Bin | 'auto', axis: DaySpan): Bin {
  const days = axis.to - axis.from + 1;
  if (chosen !== 'auto' && days / DAYS[chosen] <= MOST_BINS) return chosen;
  return autoBin(axis.from, axis.to, chosen === 'auto' ? MOST_BARS : MOST_BINS);
}

const noMarks = (filter: EventFilter): MarksQuery => ({ kind: 'marks', filter, domain: null, limit: 0 });

function milestoneOf(event: CrimeEvent, names: Names, i18n: I18n): Milestone[] {
  const { from, to, precision } = event.time;
  if (!event.milestone || from === null || to === null) return [];
  const place = placeName(event.place, i18n, names.adm1);
  const words = (event.summary ?? '')
    .split(/\s+/)
    .slice(0, LABEL_WORDS)
    .join(' ')
    .replace(/[.,;:]$/, '');
  const label = event.label?.[i18n.lang] ?? (words === '' ? place : words);
  return [{ n: event.n, day: Math.floor((from + to) / 2), precision, label }];
}

/** Laws and decisions in the chosen countries, whatever the other filters. */
function useMilestones(countries: readonly string[], names: Names): Milestone[] {
  const i18n = useI18n();
  const c = countries.length > 0 ? { c: countries.join(',') } : {};
  const { data } = useQuery(apiOptions('events', { ...c, type: 'policy', limit: '1000' }));
  return useMemo(
    () => (data?.rows ?? []).flatMap((event) => milestoneOf(event, names, i18n)),
    [data, names, i18n],
  );
}

/** All that the timeline draws: extent first, then bars and coverage over the axis, then the single marks. */
export function useTime(names: Names) {
  const { view } = useView();
  const filter = useMemo(() => withoutDimension(view.filter, 'time'), [view.filter]);
  const span = useAsk([{ kind: 'extent', filter }]);
  const extent = useMemo((): DaySpan | null => {
    const found = span.data?.answers[0];
    return found?.from == null || found.to === null ? null : { from: found.from, to: found.to };
  }, [span.data]);
  const { from, to } = view.filter;
  const axis = useMemo(
    () => (extent === null ? null : shownAxis(view.axis, { from, to }, extent)),
    [view.axis, from, to, extent],
  );
  const split = splitOf(view.filter.types);
  const bin = axis ? binFor(view.bin, axis) : 'month';
  const domain = axis ?? { from: 0, to: 0 };
  const bars = useAsk(
    [
      { kind: 'series', filter, bin, measure: view.measure, split, domain },
      { kind: 'coverage', filter, bin, domain },
    ],
    axis !== null,
  );
  const series = bars.data?.answers[0] ?? null;
  const marksQuery = useMemo(
    () => (series && axis ? marksQueryFor(series, filter, split, axis) : null),
    [series, axis, filter, split],
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
