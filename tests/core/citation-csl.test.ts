import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCitation } from '#core/citation.ts';
import { tidied } from '#core/reference.ts';
import { anyReference, englishWords, seizure } from './references.ts';

const itemOf = (reference: typeof seizure): Record<string, unknown> =>
  (JSON.parse(writeCitation(reference, 'csl', englishWords)) as Record<string, unknown>[])[0] ?? {};

describe('CSL-JSON', () => {
  it('gives reporter, dataset and publisher fields of their own', () => {
    expect(itemOf(seizure)).toMatchObject({
      id: 'atalaya-pe-007-2014',
      type: 'dataset',
      author: [{ literal: 'Compiled by this project' }],
      issued: { 'date-parts': [[2014, 8, 26]] },
      accessed: { 'date-parts': [[2026, 11, 26]] },
      source: 'Curated events',
      'original-publisher': 'InSight Crime; El Comercio',
      version: '2026-11-23.abcd1234',
      language: 'es',
    });
  });

  it('writes a span of dates as a range, and no date where none is known', () => {
    const week = { from: 16304, to: 16310, precision: 'week' as const };
    expect(itemOf({ ...seizure, date: week }).issued).toEqual({
      'date-parts': [
        [2014, 8, 22],
        [2014, 8, 28],
      ],
    });
    expect(itemOf({ ...seizure, date: null })).not.toHaveProperty('issued');
  });

  it('is JSON that gives the texts back, whatever they hold', () => {
    fc.assert(
      fc.property(anyReference, (reference) => {
        const { title, url } = tidied(reference);
        const item = itemOf(reference);
        expect(item.title).toBe(title);
        expect(item.URL).toBe(url ?? undefined);
      }),
    );
  });
});
