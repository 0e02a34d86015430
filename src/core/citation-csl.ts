import { citationKey, dateParts, type Reference } from './reference.ts';

/** A list of one item, as Zotero, Pandoc and citeproc read it. */
export function cslOf(reference: Reference, notes: readonly string[]): string {
  const { kind, id, title, authors, publisher, url, accessed, version, lang, date, datasets, originals } =
    reference;
  const issued = date === null ? [] : dateParts(date);
  const item = {
    id: citationKey(reference),
    type: kind === 'article' ? 'webpage' : 'dataset',
    title,
    ...(authors.length > 0 ? { author: authors.map((literal) => ({ literal })) } : {}),
    publisher,
    ...(issued.length > 0 ? { issued: { 'date-parts': issued } } : {}),
    accessed: { 'date-parts': [accessed.split('-').map(Number)] },
    ...(url === null ? {} : { URL: url }),
    ...(version === null ? {} : { version }),
    ...(kind === 'article' ? { 'container-title': publisher } : {}),
    ...(datasets.length > 0 ? { source: datasets.map((one) => one.title).join('; ') } : {}),
    ...(originals.length > 0 ? { 'original-publisher': originals.join('; ') } : {}),
    number: id,
    language: lang,
    ...(notes.length > 0 ? { note: notes.join(' ') } : {}),
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}
