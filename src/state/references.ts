import type { Article } from '#core/article.ts';
import type { CrimeEvent } from '#core/event.ts';
import type { Indicator } from '#core/indicator.ts';
import type { SourceInfo } from '#core/provenance.ts';
import type { NamedDataset, Reference } from '#core/reference.ts';
import { parseVagueDate } from '#core/time.ts';
import { defaultView, type View } from '#core/view.ts';
import type { I18n } from '#i18n/i18n.tsx';
import { chooseText, sourceWords } from '#i18n/localised.ts';
import { paths } from './paths.ts';
import type { PageEdition } from './use-edition.ts';

/** What every reference of a page shares: the language, the state of tool and data, the moment. */
export interface CitingPage {
  readonly i18n: I18n;
  readonly edition: PageEdition;
}

const toolName = 'Atalaya';

const absolute = (path: string): string => new URL(path, location.href).href;
const today = ({ now }: PageEdition): string => now.toISOString().slice(0, 10);
const asofNow = ({ dataVersion }: PageEdition): View =>
  dataVersion === '' ? defaultView : { ...defaultView, asof: dataVersion };

function pageParts({ i18n, edition }: CitingPage) {
  return {
    lang: i18n.lang,
    accessed: today(edition),
    version: edition.dataVersion || null,
    tool: { name: toolName, version: edition.version },
  };
}

function named({ i18n }: CitingPage, source: SourceInfo): NamedDataset {
  const { title, licence } = sourceWords(i18n.lang, source);
  return { title, licence, publisher: source.publisher, url: source.url };
}

/** A view of the data: the tool answers for the selection, its sources for the figures. `link` reopens it. */
export function viewReference(
  page: CitingPage,
  view: {
    readonly id: string;
    readonly title: string;
    readonly link: string;
    readonly sources: readonly SourceInfo[];
  },
): Reference {
  return {
    ...pageParts(page),
    kind: 'view',
    id: view.id,
    title: view.title,
    authors: [toolName],
    publisher: toolName,
    date: parseVagueDate(page.edition.dataAsOf.slice(0, 10)),
    url: view.link,
    licence: null,
    originals: [],
    datasets: view.sources.map((source) => named(page, source)),
  };
}

/** An event's record: its dataset answers for it, the publications behind it reported it. */
export function eventReference(
  page: CitingPage,
  event: CrimeEvent,
  headline: string,
  dataset: SourceInfo | undefined,
): Reference {
  const publisher = dataset?.publisher ?? event.source;
  return {
    ...pageParts(page),
    kind: 'event',
    id: event.id,
    title: headline,
    authors: [publisher],
    publisher,
    date: event.time.from === null ? null : event.time,
    url: absolute(paths.event(event.id, asofNow(page.edition))),
    licence: null,
    originals: event.citations.map((citation) => citation.publisher),
    datasets: dataset ? [named(page, dataset)] : [],
  };
}

/** The article itself, as its outlet published it; we are only where it was found. */
export function articleReference({ edition }: CitingPage, article: Article): Reference {
  return {
    kind: 'article',
    id: article.id,
    title: article.headline,
    lang: article.lang,
    authors: [article.outlet],
    publisher: article.outlet,
    date: article.published.from === null ? null : article.published,
    url: article.url,
    accessed: today(edition),
    version: null,
    licence: null,
    originals: [article.outlet],
    datasets: [],
    tool: null,
  };
}

/** A series, by whoever published its dataset. */
export function indicatorReference(
  page: CitingPage,
  indicator: Indicator,
  source: SourceInfo | undefined,
): Reference {
  const { lang } = page.i18n;
  const publisher = source?.publisher ?? indicator.source;
  const title = chooseText(lang, indicator.title, indicator.texts?.title).text;
  const unit = chooseText(lang, indicator.unit, indicator.texts?.unit).text;
  return {
    ...pageParts(page),
    kind: 'indicator',
    id: indicator.id,
    title: `${title} (${unit}), ${indicator.from}–${indicator.to}`,
    authors: [publisher],
    publisher,
    date: null,
    url: absolute(paths.indicator(indicator.id, asofNow(page.edition))),
    licence: null,
    originals: [],
    datasets: source ? [named(page, source)] : [],
  };
}

/** A dataset at its publisher's own address, in the state we retrieved; ours where it has none. */
export function datasetReference(page: CitingPage, source: SourceInfo): Reference {
  const { title, licence } = sourceWords(page.i18n.lang, source);
  return {
    ...pageParts(page),
    kind: 'dataset',
    id: source.id,
    title,
    authors: [source.publisher],
    publisher: source.publisher,
    date: null,
    url: source.url ?? absolute(paths.sources(source.id, asofNow(page.edition))),
    version: source.retrieved,
    licence,
    originals: [],
    datasets: [],
  };
}
