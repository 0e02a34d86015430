import { type FigurePage, figureAddress } from '#core/figure-ref.ts';
import type { EventFilter } from '#core/filter.ts';
import type { Measure } from '#core/measure.ts';
import type { SourceInfo } from '#core/provenance.ts';
import type { View } from '#core/view.ts';
import type { Edition, WordsInput } from '#figures/words.ts';
import type { I18n } from '#i18n/i18n.tsx';
import type { Reference } from '#state/names.ts';
import type { Counted } from './counts.ts';

/** What the words of every figure over the same events have in common. */
export type WordsBase = Omit<WordsInput, 'kind' | 'extent'>;

export interface WordsBaseInput {
  readonly filter: EventFilter;
  readonly measure: Measure;
  readonly counted: Pick<Counted, 'count' | 'sourcesShown'>;
  readonly names: Reference;
  readonly link: string;
  readonly edition: Edition;
}

/** The sources of these ids, in their order. */
export function sourcesById({ sources }: Reference, ids: readonly string[]): SourceInfo[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Filter, counts, sources and link as words need them. */
export function wordsBase({ filter, measure, counted, names, link, edition }: WordsBaseInput): WordsBase {
  const sources = sourcesById(names, counted.sourcesShown);
  return { filter, measure, count: counted.count, sources, link, edition };
}

/** The absolute address that reopens a figure's page in this very view, language and data included. */
export function shareLink(
  {
    origin,
    edition,
    i18n,
  }: { readonly origin: string; readonly edition: Edition; readonly i18n: Pick<I18n, 'lang'> },
  page: FigurePage,
  id: string,
  view: View,
  part = '',
): string {
  return (
    origin + figureAddress(page, id, { ...view, lang: i18n.lang, asof: edition.dataVersion || null }, part)
  );
}
