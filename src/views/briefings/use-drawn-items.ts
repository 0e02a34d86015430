import { useQueryClient } from '@tanstack/react-query';
import type { Briefing, BriefingItem } from '#core/briefing.ts';
import { writeBriefing } from '#core/briefing-file.ts';
import { drawContext } from '#drawings/draw-context.ts';
import type { DrawnBriefing, DrawnItem } from '#export/briefing/drawn-briefing.ts';
import { editionLines } from '#figures/words.ts';
import { loadBriefingWords } from '#i18n/briefing-words.ts';
import { loadMessages, makeI18n } from '#i18n/i18n.tsx';
import type { Lang } from '#i18n/lang.ts';
import { failureOf, useEngine, useEngineValue, useRetry } from '#state/engine-context.tsx';
import { useQueries, useQuery } from '#state/use-query.ts';
import { drawContent, drawnItem, type ItemContext } from './draw-item.ts';

/** How far an item is. */
export type ItemDrawing =
  | { readonly state: 'drawing' }
  | { readonly state: 'drawn'; readonly item: DrawnItem }
  | { readonly state: 'failed'; readonly error: Error; retry(): void };

/** What an item shows, apart from the author's words: as long as this is the same, nothing is drawn again. */
const shownBy = (item: BriefingItem): string => {
  if (item.kind === 'note') return item.id;
  const { title: _, message: __, annotation: ___, ...shown } = item;
  return JSON.stringify(shown);
};

const still = {
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
  structuralSharing: false,
  networkMode: 'always',
} as const;

/** Everything that figures of the briefing's language are made with. */
function useItemContext(lang: Lang) {
  const engine = useEngine();
  const client = useQueryClient();
  const version = useEngineValue((status) => (status.state === 'ready' ? status.dataVersion : status.state));
  const enabled = useEngineValue(failureOf) === null;
  return useQuery({
    ...still,
    queryKey: ['briefing-context', lang, version],
    queryFn: async (): Promise<ItemContext> => {
      const [messages, say] = await Promise.all([loadMessages(lang), loadBriefingWords(lang)]);
      const i18n = makeI18n(lang, messages, navigator.languages);
      return { ...(await drawContext({ engine, client, i18n, origin: location.origin })), say };
    },
    enabled,
  });
}

/** Draws the items of a briefing, each by itself so that one failure hides only one item. */
export function useDrawnItems(briefing: Briefing) {
  const context = useItemContext(briefing.lang);
  const given = context.data;
  const queries = useQueries({
    queries: briefing.items.map((item) => ({
      ...still,
      queryKey: ['briefing-item', briefing.lang, given?.edition.dataVersion ?? '', shownBy(item)],
      queryFn: () => {
        if (!given) throw new Error('The context is not there yet.');
        return item.kind === 'note' ? null : drawContent(item, given);
      },
      enabled: given !== undefined,
    })),
  });
  const failure = context.error;
  const tryAgain = useRetry();
  const items = briefing.items.map((item, at): ItemDrawing => {
    const query = queries[at];
    if (failure) return { state: 'failed', error: failure, retry: () => tryAgain(context.refetch) };
    if (query?.error) return { state: 'failed', error: query.error, retry: () => tryAgain(query.refetch) };
    if (!given || query?.data === undefined) return { state: 'drawing' };
    return { state: 'drawn', item: drawnItem(item, query.data, given.say) };
  });
  return { context: given ?? null, items };
}

/** The briefing with the items that are drawn by now; null before its language and data are there. */
export function drawnSoFar(
  briefing: Briefing,
  { context, items }: ReturnType<typeof useDrawnItems>,
): DrawnBriefing | null {
  if (context === null) return null;
  const { i18n, say, edition } = context;
  return {
    title: briefing.title || say('briefing.untitled'),
    audience: briefing.audience,
    lang: briefing.lang,
    items: items.flatMap((one) => (one.state === 'drawn' ? [one.item] : [])),
    ...editionLines(edition, i18n),
    dataVersion: edition.dataVersion,
    doc: writeBriefing(briefing),
    i18n,
    say,
  };
}

/** The whole briefing for its files; null while an item is not drawn. */
export function wholeBriefing(
  briefing: Briefing,
  drawn: ReturnType<typeof useDrawnItems>,
): DrawnBriefing | null {
  const soFar = drawnSoFar(briefing, drawn);
  return soFar?.items.length === drawn.items.length ? soFar : null;
}
