import type { BriefingItem, PinnedContent } from '#core/briefing.ts';
import { pinnedPictures } from '#export/briefing/body-picture.tsx';
import type { DrawnContent } from '#export/briefing/drawn-briefing.ts';
import type { Lang } from '#i18n/lang.ts';

/** What an item shows now, to be kept with it. */
export function pinnedContent(content: DrawnContent, lang: Lang, now: Date): PinnedContent {
  const { words, table, drawing, dataVersion } = content;
  return {
    dataVersion,
    at: now.toISOString(),
    words,
    table,
    pictures: drawing === null ? null : pinnedPictures(drawing, lang),
  };
}

/** The item with what is pinned to it; null = live again. */
export function withPinned(item: BriefingItem, pinned: PinnedContent | null): BriefingItem {
  return item.kind === 'note' ? item : { ...item, pinned };
}
