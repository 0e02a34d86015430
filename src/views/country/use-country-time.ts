import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { CrimeEvent } from '#core/event.ts';
import { emptyFilter } from '#core/filter.ts';
import type { MarksQuery } from '#core/query.ts';
import { familyOf, kindsOfType } from '#core/taxonomy.ts';
import { autoBin, type Bin, parseIsoDay } from '#core/time.ts';
import { marksQueryFor } from '#figures/lanes/lanes-model.ts';
import type { DaySpan, Milestone } from '#figures/lanes/lanes-props.ts';
import { eventHeadline, placeName } from '#i18n/event-words.ts';
import { type I18n, useI18n } from '#i18n/i18n.tsx';
import { useAsk } from '#state/engine-context.tsx';
import { paths } from '#state/paths.ts';
import { apiOptions, eventRowsOptions } from '#state/queries.ts';
import type { Names } from '#state/use-names.ts';
import { useView } from '#state/use-view.ts';

const MOST_BARS = 110;
const LABEL_WORDS = 4;
const none: DaySpan = { from: 0, to: 0 };

function milestoneOf(event: CrimeEvent, names: Names, i18n: I18n): Milestone[] {
  const { from, to, precision } = event.time;
  if (!event.milestone || from === null || to === null) return [];
  const words = (event.summary ?? '')
    .split(/\s+/)
    .slice(0, LABEL_WORDS)
    .join(' ')
    .replace(/[.,;:]$/, '');
  const label = event.label?.[i18n.lang] ?? (words === '' ? placeName(event.place, i18n, names.adm1) : words);
  return [{ n: event.n, day: Math.floor((from + to) / 2), precision, label }];
}

/** Laws and decisions of the country, whatever kinds are chosen. */
function useMilestones(iso2: string, names: Names) {
  const i18n = useI18n();
  const { data } = useQuery(apiOptions('events', { c: iso2, type: 'policy', limit: '500', sort: 'newest' }));
  return useMemo(() => {
    const rows = data?.rows ?? [];
    return { rows, milestones: rows.flatMap((event) => milestoneOf(event, names, i18n)) };
  }, [data, names, i18n]);
}

/** All that the country's timeline draws: extent, then bars and coverage over the axis, then single marks. */
export function useCountryTime(iso2: string, names: Names) {
  const i18n = useI18n();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const { view } = useView();
  const { types } = view.filter;
  const filter = useMemo(() => ({ ...emptyFilter, countries: [iso2], types }), [iso2, types]);
  const span = useAsk([{ kind: 'extent', filter }]);
  const found = span.data?.answers[0];
  const first = found?.from ?? null;
  const last = found?.to ?? null;
  const extent = useMemo(
    (): DaySpan | null => (first === null || last === null ? null : { from: first, to: last }),
    [first, last],
  );
  const axis = useMemo((): DaySpan | null => {
    const from = view.axis ? parseIsoDay(view.axis.from) : null;
    const to = view.axis ? parseIsoDay(view.axis.to) : null;
    return from === null || to === null ? extent : { from, to };
  }, [view.axis, extent]);
  const families = new Set(types.flatMap((type) => kindsOfType(type)).map(familyOf));
  const split = families.size === 1 ? 'kind' : 'family';
  const bin: Bin = axis ? autoBin(axis.from, axis.to, MOST_BARS) : 'month';
  const bars = useAsk(
    [
      { kind: 'series', filter, bin, measure: view.measure, split, domain: axis ?? none },
      { kind: 'coverage', filter, bin, domain: axis ?? none },
    ],
    axis !== null,
  );
  const [series = null, coverage = null] = bars.data?.answers ?? [];
  const marksQuery = useMemo(
    () => (series && axis ? marksQueryFor(series, filter, split, axis) : null),
    [series, axis, filter, split],
  );
  const idle: MarksQuery = { kind: 'marks', filter, domain: null, limit: 0 };
  const singles = useAsk([marksQuery ?? idle], marksQuery !== null);
  const { milestones, rows } = useMilestones(iso2, names);
  const version = span.data?.dataVersion ?? '';
  const open = useCallback(
    (n: number) => {
      void client.fetchQuery(eventRowsOptions([n], version)).then(([event]) => {
        if (event) navigate(paths.event(event.id));
      });
    },
    [client, version, navigate],
  );
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
    bin,
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
