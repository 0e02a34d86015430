import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCitation } from '#core/citation.ts';
import { texText } from '#core/citation-bibtex.ts';
import { tidied } from '#core/reference.ts';
import { anyReference, anyText, englishWords, seizure } from './references.ts';

/** Fields of one entry, read by counting braces as BibTeX does: it knows no escape for them. */
function readEntry(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  let at = text.indexOf(',') + 1;
  for (;;) {
    const equals = text.indexOf('= {', at);
    if (equals < 0) return fields;
    const name = text.slice(at, equals).trim();
    let depth = 1;
    let end = equals + 3;
    for (; depth > 0; end += 1) {
      if (end >= text.length) throw new Error(`The braces of ${name} do not close.`);
      if (text[end] === '{') depth += 1;
      if (text[end] === '}') depth -= 1;
    }
    fields.set(name, text.slice(equals + 3, end - 1));
    if (text[end] !== ',') throw new Error(`Something stands behind ${name}.`);
    at = end + 1;
  }
}

const named: Record<string, string> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
  textless: '<',
  textgreater: '>',
  textbar: '|',
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  i: 'ı',
  textquestiondown: '¿',
  textexclamdown: '¡',
  textendash: '–',
  textemdash: '—',
  textellipsis: '…',
  textquotedblleft: '“',
  textquotedblright: '”',
  textquoteleft: '‘',
  textquoteright: '’',
  guillemotleft: '«',
  guillemotright: '»',
  textordmasculine: 'º',
  textordfeminine: 'ª',
};
const marks: Record<string, string> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
};

/** What TeX would print. */
const printed = (tex: string): string =>
  tex
    .replace(
      /\{\}|\{\\(.)\{([A-Za-z])\}\}|\{\\([A-Za-z]+)\}|\\([$&%#_])/g,
      (whole, mark, letter, name, sign) => {
        if (whole === '{}') return '';
        return sign ?? (name === undefined ? `${letter}${marks[mark] ?? '?'}` : (named[name] ?? '?'));
      },
    )
    .normalize('NFC');

describe('BibTeX', () => {
  it('writes an event', () => {
    const entry = writeCitation(seizure, 'bibtex', englishWords);
    expect(entry.startsWith('@misc{atalaya-pe-007-2014,\n')).toBe(true);
    expect(Object.fromEntries(readEntry(entry))).toMatchObject({
      title: "{Incautaci{\\'{o}}n de 7.600 kg de coca{\\'{i}}na en Huanchaco}",
      author: '{Compiled by this project}',
      year: '2014',
      month: '8',
      date: '2014-08-26',
      url: 'https://example.org/events/pe-007?v=1&asof=2026-11-23.abcd1234',
      urldate: '2026-11-26',
      version: '2026-11-23.abcd1234',
      origpublisher: '{InSight Crime; El Comercio}',
      organization: '{Curated events}',
    });
  });

  it('keeps each organisation whole', () => {
    const entry = writeCitation(
      { ...seizure, authors: ['Policía y Justicia', 'A and B'] },
      'bibtex',
      englishWords,
    );
    expect(readEntry(entry).get('author')).toBe("{Polic{\\'{i}}a y Justicia} and {A and B}");
  });

  it('puts accents on letters as reference managers read them, and keeps hyphens and quotes apart', () => {
    expect(texText("cocaína -- l''Aquila")).toBe("coca{\\'{i}}na -{}- l'{}'Aquila");
  });

  it('prints what it was given, whatever that is', () => {
    expect(printed(texText('{}'))).toBe('{}');
    fc.assert(
      fc.property(anyText, (text) => {
        const whole = text.toWellFormed().normalize('NFC');
        expect(printed(texText(whole))).toBe(whole);
      }),
    );
  });

  it('never breaks out of a field', () => {
    fc.assert(
      fc.property(anyReference, (reference) => {
        const fields = readEntry(writeCitation(reference, 'bibtex', englishWords));
        const { title, url } = tidied(reference);
        expect(printed(fields.get('title')?.slice(1, -1) ?? '')).toBe(title.normalize('NFC'));
        expect(fields.get('url') ?? '').toBe(url?.replaceAll('$', '%24') ?? '');
      }),
    );
  });
});
