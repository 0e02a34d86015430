import type { CrimeEvent } from '#core/event.ts';
import type { EventFilter } from '#core/filter.ts';
import type { Measure } from '#core/measure.ts';
import type { CoverageAnswer, ExtentAnswer, MarksAnswer, SeriesAnswer } from '#core/query.ts';
import { familyOf, kindsOfType } from '#core/taxonomy.ts';
import { autoBin, type Bin } from '#core/time.ts';
import type { TimeForm, View } from '#core/view.ts';
import type { DaySpan, LanesInput, Milestone } from '#figures/lanes/lanes-props.ts';
import { placeName } from '#i18n/event-words.ts';
import type { I18n } from '#i18n/i18n.tsx';
import type { Names } from '#state/names.ts';

/** Bars that a comfortable timeline holds. */
export const MOST_BARS = 132;
/** Px that a bar takes at least, and the width of the plot where no screen says otherwise. */
const PX_PER_BAR = 3;
const PLOT_WIDTH = 1600;
const DAYS: Record<Bin, number> = { day: 1, week: 7, month: 30.4, quarter: 91.3, year: 365.25 };
const LABEL_WORDS = 4;

/** Kinds apart when one family (or less) is chosen, families otherwise; a stack needs a colour for each of its parts. */
export function splitOf(types: readonly string[], form: TimeForm = 'lanes'): 'family' | 'kind' {
  if (form === 'stacked') return 'family';
  const chosen = new Set(types.flatMap((type) => kindsOfType(type)).map(familyOf));
  return chosen.size === 1 ? 'kind' : 'family';
}

/** The chosen bin, or the one that fits; a bin too fine for the span and the width gives way to the finest possible. */
export function binFor(chosen: Bin | 'auto', axis: DaySpan, width = PLOT_WIDTH): Bin {
  const days = axis.to - axis.from + 1;
  const most = Math.max(12, Math.floor(width / PX_PER_BAR));
  if (chosen !== 'auto' && days / DAYS[chosen] <= most) return chosen;
  return autoBin(axis.from, axis.to, chosen === 'auto' ? Math.min(MOST_BARS, most) : most);
}

/** The days an extent answer spans; null where nothing is dated. */
export function spanOf(answer: ExtentAnswer | undefined): DaySpan | null {
  return answer?.from == null || answer.to === null ? null : { from: answer.from, to: answer.to };
}

/** What bars a view has over an axis, in bins that the width of its plot can hold. */
export function barsPlan({ bin, filter, timeForm, measure }: View, domain: DaySpan, width: number) {
  return { domain, bin: binFor(bin, domain, width), split: splitOf(filter.types, timeForm), measure };
}

/** Bars and coverage over the axis. */
export function barsQueries(
  filter: EventFilter,
  { bin, measure, split, domain }: { bin: Bin; measure: Measure; split: 'family' | 'kind'; domain: DaySpan },
) {
  return [
    { kind: 'series', filter, bin, measure, split, domain, coarser: true },
    { kind: 'coverage', filter, bin, domain, coarser: true },
  ] as const;
}

/** What to ask the service for: laws and decisions in the chosen countries, whatever the other filters. */
export function milestonesInput(countries: readonly string[]) {
  const c = countries.length > 0 ? { c: countries.join(',') } : {};
  return { ...c, type: 'policy', limit: '1000' };
}

/** The events among them that mark a turn, with a few words each. */
export function milestonesOf(events: readonly CrimeEvent[], names: Names, i18n: I18n): Milestone[] {
  return events.flatMap((event) => milestoneOf(event, names, i18n));
}

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

/** What the engine and the service answered for a timeline; null = not there yet. */
export interface LanesAnswers {
  readonly axis: DaySpan | null;
  readonly split: 'family' | 'kind';
  readonly series: SeriesAnswer | null;
  readonly marks: MarksAnswer | null;
  readonly coverage: CoverageAnswer | null;
  readonly milestones: readonly Milestone[];
}

/** All that the lanes draw; null until there are bars. */
export function lanesInputOf(
  { axis, series, split, marks, coverage, milestones }: LanesAnswers,
  { measure, window, asOf, form = 'lanes' }: Pick<LanesInput, 'measure' | 'window' | 'asOf' | 'form'>,
): LanesInput | null {
  return axis && series
    ? { split, form, measure, axis, window, milestones, asOf, series, marks, coverage }
    : null;
}
