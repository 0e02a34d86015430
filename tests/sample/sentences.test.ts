import { describe, expect, it } from 'vitest';
import type { Translated } from '#core/localised.ts';
import { articles, events, sample, series, sources } from './world.ts';

/** One sentence of ours as the sample holds it. */
interface Sentence {
  readonly of: string;
  readonly en: string | null;
  readonly other: Translated | null | undefined;
}

const groups: Readonly<Record<string, readonly Sentence[]>> = {
  'event summaries': events.map(({ id, summary, summaries }) => ({ of: id, en: summary, other: summaries })),
  'event notes': events.map(({ id, note, notes }) => ({ of: id, en: note, other: notes })),
  disputes: events.flatMap(({ id, disputes }) =>
    disputes.map(({ text, texts }) => ({ of: id, en: text, other: texts })),
  ),
  'article summaries': articles.map(({ id, summary, summaries }) => ({
    of: id,
    en: summary,
    other: summaries,
  })),
  'indicator notes': series.flatMap(({ id, values }) =>
    values.map(({ period, note, notes }) => ({ of: `${id} ${period}`, en: note, other: notes })),
  ),
  'indicator titles, definitions and caveats': series.flatMap(({ id, title, definition, caveat, texts }) => [
    { of: id, en: title, other: texts?.title },
    { of: id, en: definition, other: texts?.definition },
    { of: id, en: caveat, other: texts?.caveat },
  ]),
  'labels of profile figures': sample
    .countries()
    .flatMap(({ iso2, facts }) => facts.map(({ label, labels }) => ({ of: iso2, en: label, other: labels }))),
  'source licences': sources
    .filter(({ licence }) => !licence.startsWith('CC BY'))
    .map(({ id, licence, texts }) => ({
      of: id,
      en: licence,
      other: { es: texts?.es.licence ?? '', pt: texts?.pt.licence ?? '' },
    })),
  'source notes': sources.map(({ id, coverage, texts }) => ({
    of: id,
    en: coverage.note,
    other: texts ? { es: texts.es.note, pt: texts.pt.note } : null,
  })),
};

/** The numbers of a text, however each language groups their digits and writes their decimals; ascending. */
function figures(text: string): string {
  const found = text
    .replace(/(?<=\d)[.,](?=\d)|(?<=\d)[ \u00a0\u202f](?=\d{3}\b)/gu, '')
    .replace(/(\d+) mil\b/gu, '$1000')
    .match(/\d+/gu);
  return (found ?? []).sort().join(' ');
}

/** Registrations of aircraft, in no language. */
const marksOf = (text: string): string =>
  (text.match(/\b[A-Z]{2}-?[A-Z0-9]{3,5}\b/gu) ?? []).sort().join(' ');

describe.each(Object.entries(groups))('%s', (_, sentences) => {
  const written = sentences.filter(({ en }) => en !== null);

  it('exist in Spanish and Portuguese wherever they exist in English, and only there', () => {
    expect(written.length).toBeGreaterThan(0);
    const missing = written.filter(({ other }) => !other?.es.trim() || !other.pt.trim());
    expect(missing.map(({ of }) => of)).toEqual([]);
    expect(sentences.filter(({ en, other }) => en === null && other)).toEqual([]);
  });

  it('tell the same figures in each language', () => {
    const differing = written.filter(({ en, other }) =>
      [other?.es ?? '', other?.pt ?? ''].some((text) => figures(text) !== figures(en ?? '')),
    );
    expect(differing.map(({ of, en, other }) => ({ of, en, ...other }))).toEqual([]);
  });
});

describe('summaries', () => {
  const written = [...(groups['event summaries'] ?? []), ...(groups['article summaries'] ?? [])].flatMap(
    ({ of, en, other }) => (en && other ? [{ of, en, ...other }] : []),
  );

  it('are one sentence in each language, written as one and not the English again', () => {
    const odd = written.filter(({ en, es, pt }) =>
      [es, pt].some((text) => text === en || !/^[\p{Lu}\d«"]/u.test(text) || !/[.»"]$/u.test(text)),
    );
    expect(odd.map(({ of }) => of)).toEqual([]);
    expect(written.filter(({ es, pt }) => es === pt).map(({ of }) => of)).toEqual([]);
  });

  it('name the same aircraft', () => {
    const differing = written.filter(({ en, es, pt }) =>
      [es, pt].some((text) => marksOf(text) !== marksOf(en)),
    );
    expect(differing.map(({ of }) => of)).toEqual([]);
  });
});

describe('leads of the country profiles', () => {
  it('exist in all three languages or in none', () => {
    const lengths = sample.countries().map(({ iso2, lead }) => ({
      iso2,
      written: [lead.en, lead.es, lead.pt].map((runs) => runs.length > 0),
    }));
    expect(lengths.filter(({ written }) => new Set(written).size > 1)).toEqual([]);
  });
});
