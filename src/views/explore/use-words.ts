import { createContext, useContext, useMemo } from 'react';
import { editionOf } from '#drawings/edition.ts';
import { shareLink, type WordsBase, wordsBase } from '#drawings/words-base.ts';
import type { FigureWords } from '#figures/figure.ts';
import type { Edition, WordsInput } from '#figures/words.ts';
import { type I18n, useI18n } from '#i18n/i18n.tsx';
import { dataAsOfOf, dataVersionOf, useEngineValue } from '#state/engine-context.tsx';
import type { Reference } from '#state/names.ts';
import { apiOptions } from '#state/queries.ts';
import { useQuery } from '#state/use-query.ts';
import { useView } from '#state/use-view.ts';
import { useShownFilter } from './surrounding.tsx';
import type { Counts } from './use-explore.ts';

const Given = createContext<Edition | null>(null);
/** Hands the edition on to all figures of the screen. */
export const EditionProvider = Given.Provider;

/** Version, data and moment that a figure prints, as the screen has them. */
export function useEdition(): Edition {
  const edition = useContext(Given);
  if (edition === null) throw new Error('useEdition outside EditionProvider');
  return edition;
}

/** Reads the edition; once on a screen. */
export function useReadEdition(): Edition {
  const meta = useQuery(apiOptions('meta')).data;
  const held = { dataVersion: useEngineValue(dataVersionOf), dataAsOf: useEngineValue(dataAsOfOf) };
  const made = editionOf(meta, held, new Date(0));
  const { version, dataVersion, dataAsOf } = made;
  return useMemo(
    () => ({ version, dataVersion, dataAsOf, now: new Date() }),
    [version, dataVersion, dataAsOf],
  );
}

/** The absolute address that reopens this very view, language and data included. */
export function useShareLink(edition: Edition): string {
  const { view } = useView();
  const i18n = useI18n();
  return useMemo(
    () => shareLink({ origin: location.origin, edition, i18n }, 'explore', '', view),
    [edition, i18n, view],
  );
}

/** What the words of every figure of this screen have in common. */
export function useWordsBase(counts: Counts, names: Reference, edition: Edition): WordsBase {
  const { view } = useView();
  const { measure } = view;
  const filter = useShownFilter();
  const link = useShareLink(edition);
  return useMemo(
    () => wordsBase({ filter, measure, counted: counts, names, link, edition }),
    [filter, measure, counts, names, link, edition],
  );
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
