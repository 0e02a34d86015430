import {
  type FigureName,
  type FigurePage,
  type FigureRef,
  FigureRefError,
  figureAddress,
  figureNames,
  figurePages,
  openFigureRef,
} from './figure-ref.ts';
import { markupText } from './markup.ts';

export const embedThemes = ['light', 'dark'] as const;
export type EmbedTheme = (typeof embedThemes)[number];

/** What an address under /embed shows, and how. */
export interface Embed {
  readonly ref: FigureRef;
  /** Null = as the reader's system prefers. */
  readonly theme: EmbedTheme | null;
}

/** The page whose path an embed of this figure leaves out: /embed/series/coca-national, /embed/map?c=PE. */
const homes: Readonly<Record<FigureName, FigurePage>> = {
  map: 'explore',
  timeline: 'explore',
  list: 'explore',
  rank: 'explore',
  series: 'indicator',
  chart: 'country',
  indicator: 'country',
  years: 'group',
};

const folderOf = (page: FigurePage): string => figurePages[page].path.replace(/\/(:id)?$/, '');
const isTheme = (text: string | undefined): text is EmbedTheme => embedThemes.some((theme) => theme === text);

/** The address that shows one figure alone, to be framed by another page. */
export function embedAddress(ref: FigureRef, theme: EmbedTheme | null = null): string {
  const { figure, address } = openFigureRef(ref);
  const [, path = '/', search = '', part = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(address) ?? [];
  const home = folderOf(homes[figure]);
  const rest = home !== '' && path.startsWith(`${home}/`) ? path.slice(home.length) : path;
  const own = theme === null ? '' : `${search === '' ? '?' : '&'}theme=${theme}`;
  return `/embed/${figure}${rest === '/' ? '' : rest}${search}${own}${part}`;
}

/** Reads an address under /embed; throws FigureRefError where it names no figure. An unknown theme is the reader's own. */
export function readEmbedAddress(address: string): Embed {
  const match = /^\/embed\/([a-z]+)((?:\/[^?#]*)?)(\?[^#]*)?(#.*)?$/.exec(address);
  const figure = figureNames.find((name) => name === match?.[1]);
  if (!match || !figure) {
    const names = figureNames.join(', ');
    throw new FigureRefError(
      'no-figure',
      address,
      `Give /embed/ and one of ${names}, such as /embed/map?c=PE.`,
      figureNames.map((name) => `/embed/${name}`),
    );
  }
  const [, , rest = '', search = '', part = ''] = match;
  const values = search.slice(1).split('&').filter(Boolean);
  const theme = values.findLast((value) => value.startsWith('theme='))?.slice('theme='.length);
  const kept = values.filter((value) => !value.startsWith('theme='));
  const single =
    rest.split('/').length === 2 && !Object.values(figurePages).some(({ path }) => path === rest);
  const path = single ? folderOf(homes[figure]) + rest : rest || '/';
  const ref = { figure, address: path + (kept.length > 0 ? `?${kept.join('&')}` : '') + part };
  openFigureRef(ref);
  return { ref, theme: isTheme(theme) ? theme : null };
}

/** The figure without the data version it was drawn from: an embed follows the data. */
export function followingData(ref: FigureRef): FigureRef {
  const { page, id, view, part } = openFigureRef(ref);
  return { figure: ref.figure, address: figureAddress(page, id, { ...view, asof: null }, part) };
}

/** What a page pastes into its source to frame a figure: named for screen readers, of a fixed shape, fetched when near. */
export function embedCode(ref: FigureRef, { origin, title }: { origin: string; title: string }): string {
  const src = markupText(origin + embedAddress(followingData(ref)));
  return `<iframe src="${src}" title="${markupText(title)}" loading="lazy" style="width: 100%; min-height: 420px; aspect-ratio: 3 / 2; border: 0"></iframe>`;
}
