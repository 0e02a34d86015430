import type { CoverageAnswer, EventMark, MarksAnswer, SeriesAnswer } from '#core/query.ts';
import { type Bin, binEnd, binStarts, dayOf } from '#core/time.ts';
import type { LanesInput } from '#figures/lanes/lanes-props.ts';
import { type I18n, loadMessages, makeI18n } from '#i18n/i18n.tsx';
import type { Lang } from '#i18n/lang.ts';

export const axis = { from: dayOf(2014, 1, 1), to: dayOf(2015, 12, 31) };

/** Seizures: 1, 2, 3, … per month; shoot-downs: one in February 2015, one in March 2015. */
export function seriesAnswer(bin: Bin = 'month', span = axis): SeriesAnswer {
  const starts = binStarts(span.from, span.to, bin);
  const seizures = starts.map((_, index) => index + 1);
  const shootDowns = starts.map(
    (from) => airDays.filter((day) => day >= from && day <= binEnd(from, bin)).length,
  );
  return {
    kind: 'series',
    bin,
    starts,
    series: [
      {
        key: 'seizure',
        events: seizures,
        values: seizures.map((events) => events * 100),
        unreported: seizures.map((_, index) => (index === 0 ? 1 : 0)),
      },
      {
        key: 'air',
        events: shootDowns,
        values: shootDowns.map((events) => events * 50),
        unreported: shootDowns.map(() => 0),
      },
    ],
    tooVague: 4,
    undated: 2,
    spanning: 3,
  };
}

export const airDays = [dayOf(2015, 2, 26), dayOf(2015, 3, 15)];

const mark = (n: number, from: number, to: number, kg: number | null): EventMark => ({
  n,
  from,
  to,
  precision: from === to ? 'day' : 'month',
  kind: 'shoot-down',
  country: 'PE',
  kg,
  usd: null,
  people: null,
});

export const marksAnswer: MarksAnswer = {
  kind: 'marks',
  marks: [mark(11, airDays[0]!, airDays[0]!, 288), mark(12, dayOf(2015, 3, 1), dayOf(2015, 3, 31), null)],
  matched: 2,
  truncated: false,
};

export const coverageAnswer: CoverageAnswer = {
  kind: 'coverage',
  starts: seriesAnswer().starts,
  sources: seriesAnswer().starts.map((_, index) => (index < 12 ? 0 : 3)),
  changes: [{ bin: 12, began: ['unodc'], ended: [] }],
};

export const milestones = [
  { n: 100, day: dayOf(2015, 2, 4), precision: 'day' as const, label: 'No-fly zone, VRAEM' },
  { n: 101, day: dayOf(2015, 8, 20), precision: 'day' as const, label: 'Airspace law' },
];

export const lanesInput: LanesInput = {
  series: seriesAnswer(),
  marks: marksAnswer,
  coverage: coverageAnswer,
  split: 'family',
  measure: 'count',
  axis,
  window: { from: null, to: null },
  milestones,
  asOf: dayOf(2015, 12, 10),
};

export async function i18nOf(lang: Lang): Promise<I18n> {
  return makeI18n(lang, await loadMessages(lang));
}
