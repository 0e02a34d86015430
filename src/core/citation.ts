import { bibtexOf } from './citation-bibtex.ts';
import { cslOf } from './citation-csl.ts';
import { risOf } from './citation-ris.ts';
import { type NamedDataset, type Reference, type ReferenceKind, tidied } from './reference.ts';
import type { EventTime } from './time.ts';

/** The words around a reference's facts, in the reader's language. */
export interface CitationWords {
  /** A date as exact as it is known. */
  date(time: EventTime): string;
  readonly undated: string;
  /** "“Title”" with the language's own marks. */
  quoted(title: string): string;
  /** "Event record pe-007" */
  kind(kind: ReferenceKind, id: string): string;
  list(names: readonly string[]): string;
  reported(names: string): string;
  dataset(dataset: NamedDataset): string;
  datasets(names: string): string;
  version(version: string): string;
  licence(licence: string): string;
  /** "Accessed 26 Nov 2026", without a full stop. */
  accessed(isoDay: string): string;
  /** "Retrieved 26 Nov 2026, from https://…" */
  retrieved(isoDay: string, url: string): string;
  readonly noAddress: string;
}

export const citationFormats = ['plain', 'apa', 'bibtex', 'ris', 'csl'] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** Ending and media type of a citation saved as a file. */
export const citationFiles: Readonly<
  Record<CitationFormat, { readonly extension: string; readonly type: string }>
> = {
  plain: { extension: 'txt', type: 'text/plain;charset=utf-8' },
  apa: { extension: 'apa.txt', type: 'text/plain;charset=utf-8' },
  bibtex: { extension: 'bib', type: 'application/x-bibtex;charset=utf-8' },
  ris: { extension: 'ris', type: 'application/x-research-info-systems;charset=utf-8' },
  csl: { extension: 'csl.json', type: 'application/vnd.citationstyles.csl+json' },
};

/** A reference written in one format. */
export function writeCitation(reference: Reference, format: CitationFormat, words: CitationWords): string {
  const tidy = tidied(reference);
  if (format === 'plain') return plainOf(tidy, words);
  if (format === 'apa') return apaOf(tidy, words);
  const notes = notesOf(tidy, words);
  if (format === 'bibtex') return bibtexOf(tidy, notes);
  return format === 'ris' ? risOf(tidy, notes) : cslOf(tidy, notes);
}

const ended = (text: string): string => (/[.!?…]["”»]?$/.test(text) ? text : `${text}.`);
const joined = (parts: readonly (string | null)[]): string =>
  parts.filter((part): part is string => part !== null && part !== '').join(' ');

/** What has no field of its own in BibTeX, RIS and CSL: who reported it, the dataset, licence and tool. */
function notesOf(reference: Reference, words: CitationWords): string[] {
  const { kind, id, originals, licence, tool } = reference;
  return [
    ended(words.kind(kind, id)),
    originals.length > 0 ? ended(words.reported(words.list(originals))) : '',
    datasetsOf(reference, words),
    licence === null ? '' : ended(words.licence(licence)),
    tool === null ? '' : ended(`${tool.name} ${tool.version}`.trim()),
  ].filter((note) => note !== '');
}

/** A few datasets are named with their licences, many by publisher alone. */
function datasetsOf({ datasets }: Reference, words: CitationWords): string {
  if (datasets.length === 0) return '';
  if (datasets.length <= 2) return datasets.map((one) => ended(words.dataset(one))).join(' ');
  return ended(words.datasets(words.list([...new Set(datasets.map((one) => one.publisher))])));
}

function plainOf(reference: Reference, words: CitationWords): string {
  const { kind, id, title, authors, date, url, accessed, version, licence, originals, tool } = reference;
  const when = date === null ? null : `(${words.date(date)})`;
  const accessNote = `(${words.accessed(accessed)}).`;
  return joined([
    authors.length > 0 ? ended(words.list(authors)) : null,
    words.quoted(ended(title)),
    when === null ? null : `${when}.`,
    kind === 'article' ? null : ended(words.kind(kind, id)),
    originals.length > 0 && kind !== 'article' ? ended(words.reported(words.list(originals))) : null,
    datasetsOf(reference, words),
    licence === null ? null : ended(words.licence(licence)),
    version === null ? null : ended(words.version(version)),
    tool === null ? null : ended(`${tool.name} ${tool.version}`.trim()),
    url ?? ended(words.noAddress),
    accessNote,
  ]);
}

function apaOf(reference: Reference, words: CitationWords): string {
  const { kind, id, title, authors, publisher, date, url, accessed, version, originals, tool } = reference;
  const names = authors.length > 0 ? authors : [publisher];
  const bracket = kind === 'article' ? null : `[${words.kind(kind, id)}]`;
  const edition = version === null ? null : `(${words.version(version)})`;
  const house = tool?.name ?? (names.includes(publisher) ? null : publisher);
  return joined([
    ended(names.length > 1 ? `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}` : (names[0] ?? '')),
    `(${date === null ? words.undated : words.date(date)}).`,
    kind === 'article' ? ended(title) : ended(joined([title.replace(/\.$/, ''), edition, bracket])),
    originals.length > 0 && kind !== 'article' ? ended(words.reported(words.list(originals))) : null,
    datasetsOf(reference, words),
    house === null || names.includes(house) ? null : ended(house),
    url === null ? ended(words.noAddress) : words.retrieved(accessed, url),
  ]);
}
