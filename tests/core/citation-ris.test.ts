import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCitation } from '#core/citation.ts';
import { tidied } from '#core/reference.ts';
import { anyReference, englishWords, seizure } from './references.ts';

describe('RIS', () => {
  it('writes an event', () => {
    expect(writeCitation(seizure, 'ris', englishWords).split('\r\n')).toEqual([
      'TY  - DATA',
      'TI  - Incautación de 7.600 kg de cocaína en Huanchaco',
      'AU  - Compiled by this project',
      'PB  - Compiled by this project',
      'PY  - 2014',
      'DA  - 2014/08/26/',
      'T2  - Curated events',
      'ET  - 2026-11-23.abcd1234',
      'LA  - es',
      'AN  - pe-007',
      'UR  - https://example.org/events/pe-007?v=1&asof=2026-11-23.abcd1234',
      'Y2  - 2026/11/26/',
      'N1  - event pe-007.',
      'N1  - Reported by InSight Crime, El Comercio.',
      'N1  - Dataset: Curated events, Compiled by this project (CC BY 4.0).',
      'N1  - Atalaya 1.0.0.',
      'ER  - ',
      '',
    ]);
  });

  it('dates a month as a month, and lets no comma take a name apart', () => {
    const vague = { from: 16283, to: 16313, precision: 'month' as const };
    const text = writeCitation(
      { ...seizure, date: vague, authors: ['Ministry of Interior, Peru*'] },
      'ris',
      englishWords,
    );
    expect(text).toContain('\r\nDA  - 2014/08//\r\n');
    expect(text).toContain('\r\nAU  - Ministry of Interior – Peru∗\r\n');
  });

  it('is lines of a tag and a value and nothing else, whatever the texts hold', () => {
    fc.assert(
      fc.property(anyReference, (reference) => {
        const lines = writeCitation(reference, 'ris', englishWords).split('\r\n');
        expect(lines.at(-1)).toBe('');
        expect(lines.at(-2)).toBe('ER  - ');
        for (const line of lines.slice(0, -2)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- \S/u);
        expect(lines.filter((line) => line.startsWith('TY') || line.startsWith('ER'))).toHaveLength(2);
        const { title } = tidied(reference);
        expect(lines.includes(`TI  - ${title}`)).toBe(title !== '');
      }),
    );
  });
});
