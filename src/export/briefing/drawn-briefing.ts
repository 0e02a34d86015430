import type { PinnedContent, PinnedPicture } from '#core/briefing.ts';
import type { Lang } from '#core/view.ts';
import type { Drawing, FigureTable, FigureWords } from '#figures/figure.ts';
import type { BriefingT } from '#i18n/briefing-words.ts';
import type { I18n } from '#i18n/i18n.tsx';

/** What an item shows, drawn: from its drawing where there is one, else from the pictures kept with a pinned item. */
export interface DrawnContent {
  readonly words: FigureWords;
  readonly table: FigureTable;
  /** Null where the table says it all (lists, events, articles) and for pinned figures that cannot be drawn again. */
  readonly drawing: Drawing | null;
  readonly pictures: PinnedContent['pictures'];
  readonly dataVersion: string;
  /** ISO moment of pinning; null = live. */
  readonly pinnedAt: string | null;
  /** The publication's own address, for articles. */
  readonly original: string | null;
}

/** One item, ready to be set on a slide or a page. */
export interface DrawnItem {
  readonly id: string;
  readonly kind: 'figure' | 'list' | 'event' | 'article' | 'note';
  /** The author's, or else the figure's own. */
  readonly title: string;
  readonly message: string;
  readonly annotation: string;
  /** Null for notes. */
  readonly content: DrawnContent | null;
}

/** A whole briefing in its own language, with everything that its files say. */
export interface DrawnBriefing {
  readonly title: string;
  readonly audience: string;
  readonly lang: Lang;
  readonly items: readonly DrawnItem[];
  /** "Data as of …, version …" of the data now. */
  readonly dataAsOf: string;
  readonly dataVersion: string;
  /** "Generated … · Atalaya 0.1.0". */
  readonly generated: string;
  /** What core/briefing-file.ts writes, for whoever wants to go on with it. */
  readonly doc: string;
  readonly i18n: I18n;
  readonly say: BriefingT;
}

/** Sources of a briefing, each once, in the order of first use. */
export function sourceLines({ items }: DrawnBriefing): readonly string[] {
  const lines = items.flatMap(({ content }) =>
    content === null ? [] : [[content.words.sources, content.words.licence].filter(Boolean).join(' · ')],
  );
  return [...new Set(lines.filter((line) => line !== ''))];
}

/** What must stand with an item's figure: the title of the figure itself, its measure, what it leaves out, who says so. */
export function captionLines({ words }: DrawnContent): readonly string[] {
  return [
    [words.title, words.subtitle].filter(Boolean).join('. '),
    [words.filters, words.counts].filter(Boolean).join(' · '),
    words.caveat,
    creditLine({ words }),
  ].filter((line) => line !== '');
}

/** Who says it, under which licence, as of when: on the face of whatever shows a figure. */
export function creditLine({ words }: Pick<DrawnContent, 'words'>): string {
  return [words.sources, words.licence, words.dataAsOf].filter(Boolean).join(' · ');
}

/** The link that opens a figure again, where it is an address of the web: a pinned one comes from a file that may say anything. */
export function openingLink({ words: { link } }: Pick<DrawnContent, 'words'>): string | null {
  return /^https?:\/\//i.test(link) ? link : null;
}

/** What a figure on a slide shows: what finds no room there stands in the notes. */
export function slideCaption({ words }: DrawnContent): string {
  return [words.subtitle, words.filters].filter(Boolean).join(' · ');
}

/** What a figure counts and what it leaves out, which a slide says whole. */
export function slideCaveat({ words }: DrawnContent): string {
  return [words.counts, words.caveat].filter(Boolean).join('. ');
}

/** Whether a table fits on a slide or beside a figure as it stands. */
export function isSmall(table: FigureTable): boolean {
  return table.rows.length > 0 && table.rows.length <= 12 && table.columns.length <= 6;
}

/** A cell as text; an unreported one is a dash. */
export function cellText(cell: string | number | null, { format }: I18n): string {
  if (cell === null) return '—';
  return typeof cell === 'number' ? format.number(cell) : plain(cell);
}

/** Text without the characters that office files cannot hold: controls and lone surrogates. */
export function plain(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\uFFFD', '')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\uFFFE\uFFFF]/g, '');
}

/** A picture of this box for an item; null where it has none. */
export type PictureFor = (
  content: DrawnContent,
  box: { readonly width: number; readonly height: number },
  where: 'slide' | 'page',
) => PinnedPicture | null;
