import { citationKey, dateParts, type Reference } from './reference.ts';

/** Accents over or under a letter, by the combining mark that Unicode decomposes them to. */
const accents: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u',
  '\u0307': '.',
  '\u0308': '"',
  '\u030a': 'r',
  '\u030b': 'H',
  '\u030c': 'v',
  '\u0323': 'd',
  '\u0327': 'c',
  '\u0328': 'k',
};

/** Signs that mean something to TeX, and letters and marks that plain TeX writes by name. Braces always come in pairs. */
const signs: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '<': '{\\textless}',
  '>': '{\\textgreater}',
  '|': '{\\textbar}',
  ß: '{\\ss}',
  æ: '{\\ae}',
  Æ: '{\\AE}',
  ø: '{\\o}',
  Ø: '{\\O}',
  ł: '{\\l}',
  Ł: '{\\L}',
  ı: '{\\i}',
  '¿': '{\\textquestiondown}',
  '¡': '{\\textexclamdown}',
  '–': '{\\textendash}',
  '—': '{\\textemdash}',
  '…': '{\\textellipsis}',
  '“': '{\\textquotedblleft}',
  '”': '{\\textquotedblright}',
  '‘': '{\\textquoteleft}',
  '’': '{\\textquoteright}',
  '«': '{\\guillemotleft}',
  '»': '{\\guillemotright}',
  º: '{\\textordmasculine}',
  ª: '{\\textordfeminine}',
};

/**
 * Text as it stands inside a BibTeX field: TeX's signs are named, accents are commands, braces are balanced, and signs that TeX would
 * draw together ("--") stay apart.
 */
export function texText(text: string): string {
  return [...text.normalize('NFC')]
    .map(texSign)
    .join('')
    .replace(/([-'`])(?=\1)/g, '$1{}');
}

function texSign(sign: string): string {
  const named = signs[sign];
  if (named !== undefined) return named;
  const [letter = '', mark, ...more] = sign.normalize('NFD');
  const accent = mark === undefined || more.length > 0 ? undefined : accents[mark];
  if (accent === undefined || !/^[A-Za-z]$/.test(letter)) return sign;
  // Not on a dotless i: reference managers read that as the letter ı with a loose accent.
  return `{\\${accent}{${letter}}}`;
}

/** One entry. `@misc` is known to every style; names of organisations are braced so that no style takes them apart. */
export function bibtexOf(reference: Reference, notes: readonly string[]): string {
  const { title, authors, publisher, url, accessed, version, lang, date, datasets, originals } = reference;
  const [first = []] = date === null ? [] : dateParts(date);
  const [year, month] = first;
  const fields: readonly (readonly [string, string | null])[] = [
    ['title', `{${texText(title)}}`],
    ['author', authors.length > 0 ? authors.map((name) => `{${texText(name)}}`).join(' and ') : null],
    ['year', year === undefined ? null : String(year).padStart(4, '0')],
    ['month', month === undefined ? null : String(month)],
    ['date', date === null ? null : edtf(dateParts(date))],
    ['publisher', `{${texText(publisher)}}`],
    [
      'organization',
      datasets.length > 0 ? `{${texText(datasets.map((one) => one.title).join('; '))}}` : null,
    ],
    ['origpublisher', originals.length > 0 ? `{${texText(originals.join('; '))}}` : null],
    ['version', version === null ? null : texText(version)],
    ['language', lang],
    ['url', url === null ? null : url.replaceAll('$', '%24')],
    ['urldate', accessed],
    ['note', notes.length > 0 ? texText(notes.join(' ')) : null],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === null || value === '' ? [] : [`  ${name} = {${value}},`],
  );
  return `@misc{${citationKey(reference)},\n${lines.join('\n')}\n}\n`;
}

/** A date or a span as ISO 8601-2 writes it: "2014-08", "2014-07/2014-09". */
function edtf(parts: readonly (readonly number[])[]): string | null {
  if (parts.length === 0) return null;
  const iso = ([year = 0, ...rest]: readonly number[]): string =>
    [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
  return parts.map(iso).join('/');
}
