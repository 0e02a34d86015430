import type { FigureField } from './figure-fields.ts';
import type { Lang } from './view.ts';

/**
 * A briefing: what a person puts in front of others, item after item. It is kept, sent and read back as one JSON document of
 * this shape; briefing-file.ts reads and writes it. Only the words typed by the person are in it as they are; figures, lists
 * and records are references, so that they stay true to the data, unless they are pinned.
 */
export interface Briefing {
  readonly id: string;
  readonly title: string;
  /** Who it is for, when, on what occasion; "" = not said. */
  readonly audience: string;
  /** Language in which it is drawn and written. */
  readonly lang: Lang;
  readonly items: readonly BriefingItem[];
}

/** What every item has of the author's own; "" = none, the figure's own words stand alone. */
export interface ItemWords {
  readonly id: string;
  readonly title: string;
  /** What the audience is to take from it. */
  readonly message: string;
  /** A remark beside or under the figure: what to look at, what not to conclude. */
  readonly annotation: string;
}

/** An in-app address with its query and which figure of that page is meant. */
export interface FigureAddress {
  readonly figure: string;
  readonly address: string;
}

/** What an item shows. */
export type ItemContent =
  | { readonly kind: 'figure'; readonly ref: FigureAddress }
  /** The first rows of the event list at an address. */
  | { readonly kind: 'list'; readonly address: string; readonly rows: number }
  | { readonly kind: 'event'; readonly event: string }
  | { readonly kind: 'article'; readonly article: string };

/** An item: a note is the author's words alone; everything else also shows something, live or as it once was. */
export type BriefingItem = ItemWords &
  ((ItemContent & { readonly pinned: PinnedContent | null }) | { readonly kind: 'note' });
export type ContentItem = Exclude<BriefingItem, { readonly kind: 'note' }>;

export type PinnedWords = Readonly<Record<FigureField, string>>;

export interface PinnedTable {
  readonly caption: string;
  readonly columns: readonly { readonly key: string; readonly label: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A figure's body and legend as a picture of its own, in SVG. */
export interface PinnedPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** What an item showed when it was pinned: nothing of it changes with the data. */
export interface PinnedContent {
  readonly dataVersion: string;
  /** ISO moment. */
  readonly at: string;
  readonly words: PinnedWords;
  readonly table: PinnedTable;
  /** Laid out for a slide and for a page; null where there is nothing to draw. */
  readonly pictures: { readonly slide: PinnedPicture; readonly page: PinnedPicture } | null;
}

/** Most that a briefing holds; a file with more is refused with the limit named. */
export const briefingLimits = {
  items: 100,
  titleCharacters: 300,
  textCharacters: 5000,
  addressCharacters: 4000,
  listRows: 50,
  pictureCharacters: 3_000_000,
  tableRows: 2000,
  tableColumns: 40,
  cellCharacters: 2000,
} as const;

const listStart = 10;

/** A new list item's number of rows. */
export const newListRows = listStart;

/** An item with none of the author's words yet. */
export function newItem(id: string, content: ItemContent | { readonly kind: 'note' }): BriefingItem {
  const words = { id, title: '', message: '', annotation: '' };
  return content.kind === 'note' ? { ...words, kind: 'note' } : { ...words, ...content, pinned: null };
}

/** The briefing with an item moved by some places, no further than either end. */
export function moveItem(briefing: Briefing, id: string, by: number): Briefing {
  const from = briefing.items.findIndex((item) => item.id === id);
  if (from < 0) return briefing;
  const to = Math.max(0, Math.min(briefing.items.length - 1, from + by));
  const items = [...briefing.items];
  const [moved] = items.splice(from, 1);
  if (moved) items.splice(to, 0, moved);
  return { ...briefing, items };
}

/** The briefing with one item changed. */
export function changeItem(
  briefing: Briefing,
  id: string,
  change: (item: BriefingItem) => BriefingItem,
): Briefing {
  return { ...briefing, items: briefing.items.map((item) => (item.id === id ? change(item) : item)) };
}

/** The briefing with an item at a place; at the end when no place is given. */
export function insertItem(briefing: Briefing, item: BriefingItem, at = briefing.items.length): Briefing {
  return { ...briefing, items: briefing.items.toSpliced(at, 0, item) };
}

/** The briefing without an item. */
export function removeItem(briefing: Briefing, id: string): Briefing {
  return { ...briefing, items: briefing.items.filter((item) => item.id !== id) };
}

/** What of an item is compared with the others: the period it shows and the data it was made from; "" = not known. */
export interface ItemState {
  readonly id: string;
  readonly period: string;
  readonly dataVersion: string;
}

/** Whether the items speak of more than one period or more than one version of the data; unknown ones are not counted. */
export function differences(states: readonly ItemState[]): {
  readonly periods: readonly string[];
  readonly dataVersions: readonly string[];
} {
  const several = (values: readonly string[]): readonly string[] => {
    const known = [...new Set(values.filter((value) => value !== ''))];
    return known.length > 1 ? known : [];
  };
  return {
    periods: several(states.map((state) => state.period)),
    dataVersions: several(states.map((state) => state.dataVersion)),
  };
}
