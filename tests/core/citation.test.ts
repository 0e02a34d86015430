import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationFiles, citationFormats, writeCitation } from '#core/citation.ts';
import { anyReference, englishWords, seizure } from './references.ts';

describe('a citation in words', () => {
  it('keeps reporter, dataset, version and tool apart', () => {
    expect(writeCitation(seizure, 'plain', englishWords)).toBe(
      'Compiled by this project. “Incautación de 7.600 kg de cocaína en Huanchaco.” (2014-08-26). event pe-007. Reported by InSight Crime, El Comercio. Dataset: Curated events, Compiled by this project (CC BY 4.0). Data version 2026-11-23.abcd1234. Atalaya 1.0.0. https://example.org/events/pe-007?v=1&asof=2026-11-23.abcd1234 (accessed 2026-11-26).',
    );
  });

  it('follows the order of APA: who, when, what, where', () => {
    expect(writeCitation(seizure, 'apa', englishWords)).toBe(
      'Compiled by this project. (2014-08-26). Incautación de 7.600 kg de cocaína en Huanchaco (Data version 2026-11-23.abcd1234) [event pe-007]. Reported by InSight Crime, El Comercio. Dataset: Curated events, Compiled by this project (CC BY 4.0). Atalaya. Retrieved 2026-11-26, from https://example.org/events/pe-007?v=1&asof=2026-11-23.abcd1234',
    );
  });

  it('cites an article for itself, without our part in it', () => {
    const article = {
      ...seizure,
      kind: 'article' as const,
      title: 'What is next?',
      authors: ['InSight Crime'],
      publisher: 'InSight Crime',
      originals: ['InSight Crime'],
      datasets: [],
      tool: null,
      version: null,
      url: null,
    };
    expect(writeCitation(article, 'plain', englishWords)).toBe(
      'InSight Crime. “What is next?” (2014-08-26). No web address is known. (accessed 2026-11-26).',
    );
    expect(writeCitation(article, 'apa', englishWords)).toBe(
      'InSight Crime. (2014-08-26). What is next? No web address is known.',
    );
  });

  it('names the publishers of many datasets rather than every title', () => {
    const one = seizure.datasets[0];
    const datasets = ['A', 'B', 'C', 'A'].map((publisher) => ({ ...one, publisher }) as never);
    const text = writeCitation({ ...seizure, datasets }, 'plain', englishWords);
    expect(text).toContain('Data: A, B, C.');
  });

  it('says that there is no date rather than giving one', () => {
    expect(writeCitation({ ...seizure, date: null }, 'apa', englishWords)).toContain('(n.d.).');
  });

  it('stays on one line whatever the texts hold', () => {
    fc.assert(
      fc.property(anyReference, fc.constantFrom('plain', 'apa'), (reference, format) => {
        const text = writeCitation(reference, format as 'plain', englishWords);
        expect(text).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      }),
    );
  });

  it('has an ending and a media type for every format', () => {
    for (const format of citationFormats) expect(citationFiles[format].type).toMatch(/^[a-z]+\/[a-z.+-]+/);
    expect(new Set(citationFormats.map((format) => citationFiles[format].extension)).size).toBe(5);
  });
});
