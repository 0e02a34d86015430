import { type EventTime, isoOf, vagueIso } from './time.ts';

export const referenceKinds = ['view', 'event', 'article', 'indicator', 'dataset'] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

/** A dataset as a reference names it, apart from who reported first and from the tool. */
export interface NamedDataset {
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly url: string | null;
}

/**
 * What can be cited, as one value: the work, the dataset that holds it, who published it first, and the tool that shows it are
 * four things and stay apart. Every text is as the reader sees it, in `lang` where our words made it.
 */
export interface Reference {
  readonly kind: ReferenceKind;
  /** Id of the record, or a short name of the view; keys of BibTeX and CSL are made from it. */
  readonly id: string;
  readonly title: string;
  /** BCP 47 language of the title. */
  readonly lang: string;
  /** Organisations (or persons as printed) that answer for the work; the tool for a view. */
  readonly authors: readonly string[];
  readonly publisher: string;
  /** When the work, or what it records, is dated; no finer than known. Null where a date makes no sense. */
  readonly date: EventTime | null;
  readonly url: string | null;
  /** ISO day of access. */
  readonly accessed: string;
  /** Data version, or the day a dataset was retrieved. */
  readonly version: string | null;
  readonly licence: string | null;
  /** Who reported it first. */
  readonly originals: readonly string[];
  readonly datasets: readonly NamedDataset[];
  /** Null where the tool has no part in what is cited, as with an article. */
  readonly tool: { readonly name: string; readonly version: string } | null;
}

/** "pe-007" and "2026" as "atalaya-pe-007-2026": letters, digits and hyphens, as BibTeX keys and file names take them. */
export function citationKey({ id, date }: Pick<Reference, 'id' | 'date'>): string {
  const year = date === null ? '' : vagueIso(date).slice(0, 4);
  const plain = `atalaya-${id}`
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return year === '' ? plain : `${plain}-${year}`;
}

/** One line of text: control characters and line ends become single spaces, lone surrogates the replacement character. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim();
}

/** A reference fit for lines and fields: every text on one line, names once, addresses without signs that end a field. */
export function tidied(reference: Reference): Reference {
  const names = (all: readonly string[]) => [...new Set(all.map(oneLine).filter((name) => name !== ''))];
  return {
    ...reference,
    title: oneLine(reference.title),
    authors: names(reference.authors),
    publisher: oneLine(reference.publisher),
    url: reference.url === null ? null : addressOf(reference.url),
    version: reference.version === null ? null : oneLine(reference.version),
    licence: reference.licence === null ? null : oneLine(reference.licence),
    originals: names(reference.originals),
    datasets: reference.datasets.map((one) => ({
      title: oneLine(one.title),
      publisher: oneLine(one.publisher),
      licence: oneLine(one.licence),
      url: one.url === null ? null : addressOf(one.url),
    })),
  };
}

/** An address with nothing in it that could end a field or a line. */
function addressOf(url: string): string {
  return oneLine(url).replace(
    /[\s{}\\"<>^`|]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** Year, month and day of a date's first and last day, as many as are known of both. */
export function dateParts(time: EventTime): readonly (readonly number[])[] {
  if (time.from === null || time.to === null) return [];
  const cut = { day: 3, week: 3, month: 2, quarter: 2, year: 1, unknown: 3 }[time.precision];
  const parts = (day: number): number[] => isoOf(day).split('-').slice(0, cut).map(Number);
  const [first, last] = [parts(time.from), parts(time.to)];
  return first.join() === last.join() ? [first] : [first, last];
}
