import { labelled } from '../labelled.ts';
import type { DrawnBriefing, DrawnItem } from './drawn-briefing.ts';

/** Everything that stands behind an item, for whoever is asked "says who?": label ("" = none) and text, in the briefing's language. */
export function itemNotes(
  item: DrawnItem,
  { i18n: { format }, say }: Pick<DrawnBriefing, 'i18n' | 'say'>,
): readonly (readonly [string, string])[] {
  const own: (readonly [string, string])[] = [
    [say('briefing.notes.message'), item.message],
    [say('briefing.notes.annotation'), item.annotation],
  ];
  const { content } = item;
  if (content === null) return own.filter(([, text]) => text !== '');
  const { words } = content;
  const all: (readonly [string, string])[] = [
    ...own,
    [say('briefing.notes.figure'), [words.title, words.subtitle].filter(Boolean).join('. ')],
    labelled(words.filters),
    [say('briefing.notes.period'), words.period],
    [say('briefing.notes.counts'), words.counts],
    [say('briefing.notes.caveat'), words.caveat],
    labelled(words.sources),
    labelled(words.licence),
    labelled(words.dataAsOf),
    [say('briefing.notes.link'), words.link],
    [say('briefing.notes.original'), content.original ?? ''],
    [say('briefing.notes.alt'), words.alt],
    [say('briefing.notes.pinned'), content.pinnedAt === null ? '' : format.stamp(content.pinnedAt)],
  ];
  return all.filter(([, text]) => text !== '');
}

/** The same as lines of text. */
export function notesText(item: DrawnItem, briefing: Pick<DrawnBriefing, 'i18n' | 'say'>): string {
  return itemNotes(item, briefing)
    .map(([label, text]) => (label === '' ? text : `${label}: ${text}`))
    .join('\n');
}
