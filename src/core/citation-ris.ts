import { dateParts, type Reference, type ReferenceKind } from './reference.ts';

/** Reference types that Zotero, EndNote and Mendeley read alike. */
const types: Readonly<Record<ReferenceKind, string>> = {
  view: 'DATA',
  event: 'DATA',
  article: 'ELEC',
  indicator: 'DATA',
  dataset: 'DATA',
};

/**
 * One record. Every line is two letters or digits, two spaces, a hyphen, a space and the value; lines end with CR LF; the record
 * ends with an empty ER. Values hold no line end, and an author no comma or asterisk, which readers take for a part of a name.
 */
export function risOf(reference: Reference, notes: readonly string[]): string {
  const { kind, id, title, authors, publisher, url, accessed, version, lang, date, datasets } = reference;
  const [first = []] = date === null ? [] : dateParts(date);
  const [year] = first;
  const lines: readonly (readonly [string, string | null])[] = [
    ['TY', types[kind]],
    ['TI', title],
    ...authors.map((name) => ['AU', undivided(name)] as const),
    ['PB', publisher],
    ['PY', year === undefined ? null : String(year).padStart(4, '0')],
    ['DA', first.length === 0 ? null : risDate(first)],
    ['T2', kind === 'article' ? publisher : datasets.map((one) => one.title).join('; ') || null],
    ['ET', version],
    ['LA', lang],
    ['AN', id],
    ['UR', url],
    ['Y2', risDate(accessed.split('-').map(Number))],
    ...notes.map((note) => ['N1', note] as const),
  ];
  const text = lines.flatMap(([tag, value]) =>
    value === null || value === '' ? [] : [`${tag}  - ${value}`],
  );
  return `${[...text, 'ER  - '].join('\r\n')}\r\n`;
}

/** "2014/08//": year, month, day and a free part, empty where not known. */
function risDate(parts: readonly number[]): string {
  const [year = 0, month, day] = parts;
  const two = (part: number | undefined): string => (part === undefined ? '' : String(part).padStart(2, '0'));
  return `${String(year).padStart(4, '0')}/${two(month)}/${two(day)}/`;
}

/** A name that readers keep whole: "Ministry of Interior, Peru" would become a person called Peru. */
function undivided(name: string): string {
  return name
    .replace(/\s*,\s*/g, ' – ')
    .replaceAll('*', '∗')
    .trim();
}
