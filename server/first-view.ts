import type { FastifyRequest } from 'fastify';
import { endpointUrl } from '#contract/endpoints.ts';
import type { Country } from '#core/country.ts';
import { writeFilter } from '#core/filter.ts';
import { markupText } from '#core/markup.ts';
import { type Lang, langs, readView } from '#core/view.ts';
import { feedTitle } from './feeds/feed-words.ts';
import { Remembered } from './remembered.ts';
import type { Services } from './services.ts';
import { type StaticFile, staticFile } from './static-files.ts';

/** Documents that the build wrote for each screen and language (scripts/first-view); they are only served filled. */
export const firstViewFolder = '/first-view/';

const rememberedDocuments = 200;
const locales: Readonly<Record<Lang, string>> = { en: 'en-GB', es: 'es-419', pt: 'pt-BR' };

/** Values for the holes of a document: `title`, `lead`, `data` (addresses that the screen asks for first), and counts. */
type Filling = Readonly<Record<string, string>>;

/** The documents of the screens, with what the data say of each written in, so that there is something to read before any script. */
export class FirstViews {
  readonly #files: ReadonlyMap<string, StaticFile>;
  readonly #services: () => Services | null;
  readonly #filled = new Remembered<StaticFile>(rememberedDocuments);

  constructor(files: ReadonlyMap<string, StaticFile>, services: () => Services | null) {
    this.#files = files;
    this.#services = services;
  }

  /** The document for this request, or undefined where the build wrote none for the address. */
  async of(request: FastifyRequest, address: string): Promise<StaticFile | undefined> {
    const { screen, id } = placeOf(address);
    const lang = langOf(request);
    const template = this.#files.get(`${firstViewFolder}${screen}.${lang}.html`);
    if (!template) return undefined;
    // A pinned link shows an earlier state: today's words would be wrong there.
    const services = queryOf(request).has('asof') ? null : this.#services();
    const version = services?.info.dataVersion ?? '';
    const feeds = screen === 'explore' || screen === 'events' ? feedLinks(request, lang) : '';
    return this.#filled.of(`${screen} ${id} ${lang} ${version} ${feeds}`, async () => {
      const filling = services ? await fillingOf(screen, id, lang, services) : {};
      const text = fill(template.plain.toString('utf8'), filling);
      return staticFile(Buffer.from(text.replace('</head>', () => `${feeds}</head>`)), '.html');
    });
  }
}

/** "/events/abc" is the screen "event" of "abc"; "/" is Explore. */
function placeOf(address: string): { readonly screen: string; readonly id: string } {
  const [, first = '', id = ''] = address.split('/');
  if (first === '') return { screen: 'explore', id: '' };
  return { screen: id === '' ? first : first.replace(/s$/, ''), id };
}

const queryOf = (request: FastifyRequest): URLSearchParams =>
  new URLSearchParams((request.raw.url ?? '').split('?')[1]);

/** The link's language, else the first that the browser asks for and we have, as src/i18n/lang.ts chooses. */
function langOf(request: FastifyRequest): Lang {
  const asked = queryOf(request).get('lang');
  const tags = [asked ?? '', ...(request.headers['accept-language'] ?? '').split(',')];
  const known = tags.map((tag) => langs.find((lang) => lang === tag.trim().slice(0, 2).toLowerCase()));
  return known.find((lang) => lang !== undefined) ?? 'en';
}

/** The filter of the address as feeds, named where feed readers look: in the document as it is served. */
function feedLinks(request: FastifyRequest, lang: Lang): string {
  const { filter } = readView(queryOf(request).toString()).view;
  const title = markupText(feedTitle(filter, lang));
  const feeds = { feedAtom: 'application/atom+xml', feedJson: 'application/feed+json' } as const;
  return Object.entries(feeds)
    .map(([name, type]) => {
      const input = { ...writeFilter(filter), ...(lang === 'en' ? {} : { lang }) };
      const href = markupText(endpointUrl(name as keyof typeof feeds, input));
      return `<link rel="alternate" type="${type}" title="${title}" href="${href}">`;
    })
    .join('');
}

async function fillingOf(screen: string, id: string, lang: Lang, services: Services): Promise<Filling> {
  if (screen === 'explore') return exploreFilling(lang, services);
  if (screen !== 'country' || !/^[A-Za-z]{2}$/.test(id)) return {};
  const iso2 = id.toUpperCase();
  const found = await services.store.country(iso2);
  if (found === null) return {};
  const country = JSON.parse(found) as Country;
  const runs = country.lead[lang].length > 0 ? country.lead[lang] : country.lead.en;
  return {
    title: country.names[lang],
    lead: runs.map(({ text }) => text).join(''),
    data: endpointUrl('country', { iso2 }),
  };
}

function exploreFilling(lang: Lang, { info }: Services): Filling {
  const number = new Intl.NumberFormat(locales[lang]);
  const asOf = new Date(`${info.dataAsOf.slice(0, 10)}T00:00:00Z`);
  return {
    events: number.format(info.counts.events),
    articles: number.format(info.counts.articles),
    sources: number.format(info.counts.sources),
    date: new Intl.DateTimeFormat(locales[lang], { dateStyle: 'medium', timeZone: 'UTC' }).format(asOf),
    data: `${endpointUrl('snapshot')} /geo/countries.json`,
  };
}

/** Asks for what the screen's script will fetch: one address, or several with a space between, the later ones after all scripts. */
const preload = (addresses: string): string =>
  addresses
    .split(' ')
    .map((address, at) => {
      const late = at === 0 ? '' : ' fetchpriority="low"';
      return `<link rel="preload" as="fetch" crossorigin${late} href="${markupText(address)}">`;
    })
    .join('');

/**
 * Fills the holes: `{{name}}`, or `{{name|words}}` whose words, themselves with {holes}, stand where there is no value. Words that
 * would keep a hole are left out. What is filled in is text, never markup.
 */
function fill(template: string, filling: Filling): string {
  return template.replace(/\{\{(\w+)(?:\|((?:[^{}]|\{\w+\})*))?\}\}/g, (_, name: string, words = '') => {
    const value = filling[name];
    if (value !== undefined) return name === 'data' ? preload(value) : markupText(value);
    const known = (words as string).replace(/\{(\w+)\}/g, (hole, key: string) =>
      markupText(filling[key] ?? hole),
    );
    return /\{\w+\}/.test(known) ? '' : known;
  });
}
