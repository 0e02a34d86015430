import type { EventFilter } from '#core/filter.ts';
import type { Measure } from '#core/measure.ts';
import { subjectWords } from '#core/sentence.ts';
import type { LanesModel } from '#figures/lanes/lanes-model.ts';
import type { DaySpan } from '#figures/lanes/lanes-props.ts';
import { binWords } from '#figures/lanes/lanes-words.ts';
import { type Names, wordingOf } from '#figures/words.ts';
import type { I18n } from '#i18n/i18n.tsx';
import type { Counted } from './counts.ts';

/** Below this many events the order of two places or months says nothing. */
const LEAST = 10;

/** The key with more events than any other; null where two are level, where there is nothing to compare, or few events. */
export function leaderOf(counts: ReadonlyMap<string, number>): string | null {
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && second && first[1] >= LEAST && first[1] > second[1] ? first[0] : null;
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** "Seizures: most placed in Loreto": of the events whose region (or country) is known; null where the subject has to do. */
export function placeFinding(
  { count, facets }: Pick<Counted, 'count' | 'facets'>,
  { filter, measure }: { readonly filter: EventFilter; readonly measure: Measure },
  i18n: I18n,
  names: Names,
): string | null {
  const { countries, adm1 } = filter;
  if (!count || measure !== 'count' || adm1.length > 0 || filter.cell || filter.area || filter.bbox)
    return null;
  const counts = countries.length === 1 ? facets.adm1 : facets.country;
  if (!counts) return null;
  const wording = wordingOf(i18n, names);
  const inside = new Map(
    [...counts].filter(([key]) => countries.length === 0 || countries.includes(key.slice(0, 2))),
  );
  const leader = leaderOf(inside);
  if (leader === null) return null;
  const where = countries.length === 1 ? wording.adm1(leader) : wording.country(leader);
  return i18n.t('figures.finding.where', { what: subjectWords(filter, wording), where });
}

/** "Seizures: most dated to March 2014": the highest of the chosen bars over all lanes; null where two are level. */
export function timeFinding(
  model: LanesModel,
  window: DaySpan,
  filter: EventFilter,
  i18n: I18n,
  names: Names,
): string | null {
  if (model.measure !== 'count' || model.bins.length < 3) return null;
  const totals = new Map<string, number>();
  model.bins.forEach((bin, index) => {
    if (bin.from < window.from || bin.to > window.to) return;
    totals.set(String(index), sum(model.lanes.map((lane) => lane.events[index] ?? 0)));
  });
  const leader = leaderOf(totals);
  if (leader === null) return null;
  const what = subjectWords(filter, wordingOf(i18n, names));
  return i18n.t('figures.finding.when', { what, when: binWords(model, Number(leader), i18n) });
}
