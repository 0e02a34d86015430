import type { FilterProblem } from './filter.ts';
import { maxAddressLength, type ReadView, readView, type View, writeView } from './view.ts';

/** Figures that can be named from outside their page: in a briefing, an embed, a feed. */
export const figureNames = [
  'map',
  'timeline',
  'list',
  'rank',
  'series',
  'chart',
  'years',
  'indicator',
] as const;
export type FigureName = (typeof figureNames)[number];

/** One figure of one page: `address` is the page's address within the app, with the whole view in its query. */
export interface FigureRef {
  readonly figure: FigureName;
  /** "/?v=1&c=PE", "/country/PE?v=1&mode=hot", "/indicators/coca-national", "/country/PE#coca-national". */
  readonly address: string;
}

/** The pages that have figures, and which. `:id` stands for one segment. */
export const figurePages = {
  explore: { path: '/', figures: ['map', 'timeline', 'list', 'rank'] },
  country: { path: '/country/:id', figures: ['map', 'timeline', 'chart', 'indicator'] },
  events: { path: '/events', figures: ['list'] },
  event: { path: '/events/:id', figures: ['map'] },
  group: { path: '/groups/:id', figures: ['years'] },
  indicator: { path: '/indicators/:id', figures: ['series'] },
} as const satisfies Record<string, { path: string; figures: readonly FigureName[] }>;
export type FigurePage = keyof typeof figurePages;

/** A reference that has been read: which page, which record, which view of it. */
export interface OpenRef extends FigureRef {
  readonly page: FigurePage;
  /** The segment that `:id` stands for; "" where the page has none. */
  readonly id: string;
  /** What follows "#": which of several charts or numbers; "" = none. */
  readonly part: string;
  readonly view: View;
  /** Parts of the query that were dropped. */
  readonly problems: readonly FilterProblem[];
}

/** A reference that names no figure: what was given, and how to mend it. */
export class FigureRefError extends Error {
  readonly code:
    | 'not-a-ref'
    | 'no-figure'
    | 'not-in-app'
    | 'too-long'
    | 'no-page'
    | 'not-on-page'
    | 'no-part'
    | 'no-values'
    | 'other-data';
  readonly value: string;
  /** What could be given instead; none where there is no list of it. */
  readonly known: readonly string[];

  constructor(code: FigureRefError['code'], value: string, mend: string, known: readonly string[] = []) {
    const shown = value.slice(0, 80);
    super(`${shown === '' ? 'An empty reference' : `"${shown}"`} names no figure. ${mend}`);
    this.name = 'FigureRefError';
    this.code = code;
    this.value = shown;
    this.known = known;
  }
}

const known = (name: string): name is FigureName => figureNames.some((figure) => figure === name);

/** Splits an address within the app; refuses one that leads out of it. */
function partsOf(address: string): { path: string; search: string; part: string } {
  if (address.length > maxAddressLength)
    throw new FigureRefError('too-long', address, `Use at most ${maxAddressLength} characters.`);
  const match = /^(\/(?:[^/\\?#][^\\?#]*)?)(\?[^#]*)?(?:#(.*))?$/.exec(address);
  if (!match?.[1] || match[1].includes('//'))
    throw new FigureRefError(
      'not-in-app',
      address,
      'Give an address within Atalaya, such as /?v=1&c=PE or /country/PE.',
    );
  return { path: match[1], search: match[2] ?? '', part: decoded(match[3] ?? '', address) };
}

function decoded(segment: string, address: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new FigureRefError('not-in-app', address, 'A % in it is followed by no two hexadecimal digits.');
  }
}

/** The page of a path and the record it shows; null for pages without figures. */
function pageOf(path: string, address: string): { page: FigurePage; id: string } | null {
  const given = path.split('/');
  for (const page of Object.keys(figurePages) as FigurePage[]) {
    const pattern = figurePages[page].path.split('/');
    const fits =
      pattern.length === given.length &&
      pattern.every((segment, at) => (segment === ':id' ? given[at] !== '' : segment === given[at]));
    if (fits) return { page, id: pattern.includes(':id') ? decoded(given.at(-1) ?? '', address) : '' };
  }
  return null;
}

/** Reads a reference wholly. Parts of the query that cannot be used are dropped and named in `problems`; all else throws FigureRefError. */
export function openFigureRef({ figure, address }: FigureRef): OpenRef {
  if (!known(figure))
    throw new FigureRefError('no-figure', figure, `Use one of ${figureNames.join(', ')}.`, figureNames);
  const { path, search, part } = partsOf(address);
  const found = pageOf(path, address);
  const paths = Object.values(figurePages).map((page) => page.path);
  if (!found) throw new FigureRefError('no-page', path, `Pages with figures are ${paths.join(', ')}.`, paths);
  const figures: readonly FigureName[] = figurePages[found.page].figures;
  if (!figures.includes(figure))
    throw new FigureRefError(
      'not-on-page',
      `${figure} ${path}`,
      `${path} has ${figures.join(', ')}.`,
      figures,
    );
  if ((figure === 'chart' || figure === 'indicator') && part === '')
    throw new FigureRefError('no-part', address, 'Say after # which series, such as #coca-national.');
  const { view, problems }: ReadView = readView(search);
  return { figure, address, ...found, part, view, problems };
}

/** A stored or received value as a reference; throws FigureRefError where it is none. */
export function checkFigureRef(value: unknown): FigureRef {
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const { figure, address } = given;
  if (typeof figure !== 'string' || typeof address !== 'string')
    throw new FigureRefError(
      'not-a-ref',
      JSON.stringify(value) ?? '',
      'Give { "figure", "address" }, both text.',
    );
  const { figure: name } = openFigureRef({ figure: figure as FigureName, address });
  return { figure: name, address };
}

/** A reference as one line of text: "map /?v=1&c=PE". */
export function writeFigureRef({ figure, address }: FigureRef): string {
  return `${figure} ${address}`;
}

/** Reads what writeFigureRef wrote; throws FigureRefError. */
export function readFigureRef(text: string): FigureRef {
  const at = text.indexOf(' ');
  if (at < 0)
    throw new FigureRefError('not-a-ref', text, 'Give the figure and its address, such as "map /?v=1&c=PE".');
  return checkFigureRef({ figure: text.slice(0, at), address: text.slice(at + 1) });
}

/** The address of a page with this very view, position and all; `part` names one of several charts or numbers. */
export function figureAddress(page: FigurePage, id: string, view: View, part = ''): string {
  const path = figurePages[page].path.replace(':id', () => encodeURIComponent(id));
  return path + writeView(view) + (part === '' ? '' : `#${encodeURIComponent(part)}`);
}

/** Which figure of a page an export of this kind is. */
const figureOfKind = {
  map: ['map'],
  lanes: ['timeline', 'years'],
  series: ['series', 'chart'],
  rank: ['rank'],
  table: ['list'],
  indicator: ['indicator'],
} as const satisfies Record<string, readonly FigureName[]>;

/** The reference of a drawn figure, from its kind and the link it prints; null where the link leads to no page with that figure. */
export function refOfLink(kind: keyof typeof figureOfKind, link: string): FigureRef | null {
  const address = /^[a-z]+:\/\/[^/?#]+(\/.*)?$/.exec(link)?.[1] ?? '/';
  for (const figure of figureOfKind[kind]) {
    try {
      openFigureRef({ figure, address });
      return { figure, address };
    } catch (error) {
      if (!(error instanceof FigureRefError)) throw error;
    }
  }
  return null;
}
