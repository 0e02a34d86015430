import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { parseIsoDay } from '#core/time.ts';
import type { FigureWords } from '#figures/figure.ts';
import type { Edition, WordsInput } from '#figures/words.ts';
import { type I18n, useLang } from '#i18n/i18n.tsx';
import { useEngineStatus } from '#state/engine-context.tsx';
import { paths } from '#state/paths.ts';
import { apiOptions } from '#state/queries.ts';
import type { useNames } from '#state/use-names.ts';
import { useView } from '#state/use-view.ts';
import { type Counts, useShownFilter } from './use-explore.ts';

/** Version, data and moment that a figure prints. */
export function useEdition(): Edition {
  const meta = useQuery(apiOptions('meta')).data;
  const status = useEngineStatus();
  const dataVersion =
    status.state === 'ready' || status.state === 'loading' ? status.dataVersion : (meta?.dataVersion ?? '');
  const dataAsOf = status.state === 'ready' ? status.dataAsOf : (meta?.dataAsOf ?? '');
  const version = meta?.version ?? '';
  return useMemo(
    () => ({ version, dataVersion, dataAsOf, now: new Date() }),
    [version, dataVersion, dataAsOf],
  );
}

/** Last day the data can speak of. */
export function asOfDay(edition: Edition): number {
  return parseIsoDay(edition.dataAsOf.slice(0, 10)) ?? Math.floor(edition.now.getTime() / 86_400_000);
}

/** The absolute address that reopens this very view, language and data included. */
export function useShareLink(edition: Edition): string {
  const { view } = useView();
  const lang = useLang();
  return location.origin + paths.explore({ ...view, lang, asof: edition.dataVersion || null });
}

/** What the words of every figure of this screen have in common. */
export function useWordsBase(counts: Counts, names: ReturnType<typeof useNames>, edition: Edition) {
  const { view } = useView();
  const filter = useShownFilter();
  const link = useShareLink(edition);
  return useMemo((): Omit<WordsInput, 'kind' | 'extent'> => {
    const byId = new Map(names.sources.map((source) => [source.id, source]));
    return {
      filter,
      measure: view.measure,
      count: counts.count,
      sources: counts.sourcesShown.flatMap((id) => byId.get(id) ?? []),
      link,
      edition,
    };
  }, [filter, view.measure, counts, names, link, edition]);
}

/** Publishers that the line under a figure on screen spells out; the rest is counted. Exports name more. */
const SPELLED = 2;

/** The words as the line under a figure has room for them; the summary and every export have them whole. */
export function onScreen(
  words: FigureWords,
  { sources, edition, measure }: Pick<WordsInput, 'sources' | 'edition' | 'measure'>,
  i18n: I18n,
): FigureWords {
  const { t, format } = i18n;
  const short = {
    ...words,
    caveat: measure === 'count' ? t('figures.words.caveatShort') : words.caveat,
    dataAsOf:
      edition.dataAsOf === ''
        ? t('figures.words.asOfAwaited')
        : t('figures.words.asOfShort', { date: format.stamp(edition.dataAsOf) }),
  };
  const publishers = new Set(sources.map((source) => source.publisher));
  const rest = publishers.size - SPELLED;
  if (rest <= 1) return short;
  const first = [...publishers].slice(0, SPELLED).join('; ');
  return { ...short, sources: t('explore.sources', { names: first, n: rest }) };
}
