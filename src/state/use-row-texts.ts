import { useRef } from 'react';
import type { PageAnswer } from '#core/query.ts';
import { eventRowsOptions } from './queries.ts';
import { useLate } from './use-late.ts';
import { useQuery } from './use-query.ts';

/** So long, ms, the rows of another list stay while the words of the new one are fetched. */
const KEPT_MS = 1000;

/**
 * The events on a page of a list, which `list` names: its filter, not its order or page. While their words are fetched the events
 * before stay, those of another list for a second at most, and none outlast the page they were of.
 */
export function useRowTexts(page: PageAnswer | undefined, dataVersion: string, list: string) {
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...eventRowsOptions(page?.rows ?? [], dataVersion),
    enabled: page !== undefined && page.rows.length > 0,
    placeholderData: (before) => before,
  });
  const shown = useRef<string | null>(null);
  if (page && data && !isPlaceholderData) shown.current = list;
  const isOther = isPlaceholderData && shown.current !== list;
  const isLate = useLate(isOther, KEPT_MS);
  if (isLate || !page) shown.current = null;
  const behind = isOther && shown.current !== null;
  const isShown = page !== undefined && (!isOther || behind);
  return { data: isShown ? data : undefined, error, refetch, behind };
}
