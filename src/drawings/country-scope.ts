import type { Country } from '#core/country.ts';
import { type EventFilter, emptyFilter, withoutDimension } from '#core/filter.ts';
import type { Measure } from '#core/measure.ts';
import type { CountAnswer, FacetAnswer } from '#core/query.ts';
import type { View } from '#core/view.ts';
import type { FigureWords } from '#figures/figure.ts';
import { makeWords, type WordsInput } from '#figures/words.ts';
import type { I18n } from '#i18n/i18n.tsx';
import type { DrawContext } from './draw-context.ts';
import { shareLink, sourcesById } from './words-base.ts';

/** A country page's filter: its country, with the kinds and days of the address. Nothing else narrows, so all panels agree. */
export function countryFilter(iso2: string, { filter }: Pick<View, 'filter'>): EventFilter {
  const { types, from, to } = filter;
  return { ...emptyFilter, countries: [iso2], types, from, to };
}

/** Counts that several panels of a country page print. */
export function scopeQueries(filter: EventFilter, measure: Measure) {
  return [
    { kind: 'count', filter, measure },
    { kind: 'facet', filter, dimension: 'kind', measure: 'count' },
    { kind: 'facet', filter, dimension: 'source', measure: 'count' },
  ] as const;
}

/** The country's timeline shows all dates; the days chosen are its window. */
export const countryTimeFilter = (filter: EventFilter): EventFilter => withoutDimension(filter, 'time');

interface Ask extends Pick<WordsInput, 'kind' | 'filter'>, Partial<Pick<WordsInput, 'extent'>> {
  readonly country: Country;
  readonly view: View;
  readonly count: CountAnswer | null;
  readonly sources: FacetAnswer | null;
  /** What else these words say: title, finding, bin. */
  readonly more?: Partial<Pick<WordsInput, 'title' | 'finding' | 'bin'>>;
}

/** The twelve fields of a figure of a country's page. */
export function countryWords(
  { kind, filter, country, view, count, sources, extent = null, more }: Ask,
  context: Pick<DrawContext, 'i18n' | 'names' | 'edition' | 'origin'>,
): FigureWords {
  const { i18n, names, edition } = context;
  const ids = (sources?.values ?? []).map(({ key }) => key);
  const link = shareLink(context, 'country', country.iso2, view);
  const input = { kind, filter, measure: view.measure, count, extent, link, edition, ...more };
  return makeWords({ ...input, sources: sourcesById(names, ids) }, i18n, names);
}

/** "Where seizures were made" where only they are shown; null = the subject in the figure's own words. */
export function countryMapTitle({ types }: EventFilter, { t }: I18n): string | null {
  if (types.length === 0) return t('country.map.title');
  const seizures = types.every((type) => type === 'seizure' || type === 'drug-seizure');
  return seizures ? t('country.map.seizures') : null;
}
