import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds, substances } from '#core/taxonomy.ts';
import { kindWords, substanceWords } from '#ingest/search-glossary.ts';
import { fold, type SearchLanguage, stemOf, termsOf, wantedWords, wordsOf } from '#ingest/search-words.ts';

/** Whether a question finds a text: each wanted word by one of its terms, or as a beginning. */
function finds(question: string, text: string, language: string | null, unfinished = false): boolean {
  const terms = new Set(termsOf(text, language));
  return wantedWords(question, unfinished).every(
    ({ terms: any, prefix }) =>
      any.some((term) => terms.has(term)) ||
      (prefix !== null && [...terms].some((term) => term.startsWith(prefix))),
  );
}

describe('inflections and accents', () => {
  const families: readonly (readonly [SearchLanguage, readonly string[]])[] = [
    ['es', ['incautacion', 'incautación', 'incautaciones', 'INCAUTACIÓN']],
    ['es', ['erradicacion', 'erradicación', 'erradicaciones']],
    ['es', ['policia', 'policía', 'policías', 'policias']],
    ['es', ['avión', 'avion', 'aviones']],
    ['es', ['niño', 'niños', 'nino']],
    ['es', ['droga', 'drogas']],
    ['pt', ['apreensao', 'apreensão', 'apreensões', 'apreensoes']],
    ['pt', ['avião', 'aviao', 'aviões']],
    ['pt', ['operação', 'operacao', 'operações']],
    ['en', ['seizure', 'seizures', 'Seizures']],
    ['en', ['airstrip', 'airstrips']],
  ];
  it.each(families)('%s %j find one another', (language, words) => {
    for (const asked of words) {
      for (const written of words)
        expect([asked, written, finds(asked, written, language)]).toEqual([asked, written, true]);
    }
  });

  it.each([
    ['narino', 'Nariño'],
    ['NARIÑO', 'nariño'],
    ['acao', 'ação'],
    ['canon', 'cañón'],
    ['Sao Paulo', 'São Paulo'],
  ])('%s finds the name %s', (asked, written) => {
    expect(finds(asked, written, null)).toBe(true);
  });

  it('keeps words of different stems apart', () => {
    expect(finds('incautación', 'erradicación', 'es')).toBe(false);
    expect(finds('shot', 'ship', 'en')).toBe(false);
  });
});

describe('questions', () => {
  it('want every word, but pass over words that say nothing', () => {
    expect(wantedWords('incautación de cocaína').map((word) => word.terms[0])).toEqual([
      'incautacion',
      'cocaina',
    ]);
    expect(wantedWords('de la').map((word) => word.terms[0])).toEqual(['de', 'la']);
    expect(finds('cocaine Peru', 'Cocaine seized in Bolivia', 'en')).toBe(false);
  });

  it('let the last word be unfinished where asked', () => {
    expect(finds('airst', 'a clandestine airstrip', 'en')).toBe(false);
    expect(finds('clandestine airst', 'a clandestine airstrip', 'en', true)).toBe(true);
    expect(finds('cland airstrip', 'a clandestine airstrip', 'en', true)).toBe(false);
  });

  it('see nothing but letters and digits', () => {
    expect(wordsOf('"NEAR(a*^b:{c}" OR --')).toEqual(['near', 'a', 'b', 'c', 'or']);
    expect(wantedWords('*** "" ()')).toEqual([]);
  });
});

describe('any text', () => {
  it('is folded once and for all, and finds itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom('en', 'es', 'pt', null),
        (text, language) => {
          for (const word of wordsOf(text)) expect(word.length).toBeLessThanOrEqual(60);
          expect(fold(fold(text))).toBe(fold(text));
          if (wantedWords(text).length > 0) expect(finds(text, text, language)).toBe(true);
        },
      ),
      { seed: 7 },
    );
  });

  it('gives terms that no search syntax can hide in', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        for (const term of termsOf(text, null)) expect(term).toMatch(/^(?:(?:en|es|pt)_)?[\p{L}\p{N}]*$/u);
      }),
      { seed: 7 },
    );
  });
});

describe('glossary', () => {
  it('has words of three languages for every kind and substance', () => {
    expect(Object.keys(kindWords).sort()).toEqual(kinds.map((kind) => kind.key).sort());
    expect(Object.keys(substanceWords).sort()).toEqual([...substances].sort());
    for (const words of [...Object.values(kindWords), ...Object.values(substanceWords)]) {
      for (const text of [words.en, words.es, words.pt]) expect(wordsOf(text).length).toBeGreaterThan(0);
    }
  });

  it('tags stems with their language', () => {
    expect(stemOf('seizures', 'en')).toBe('en_seizur');
  });
});
