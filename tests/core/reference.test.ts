import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationKey, dateParts, oneLine, tidied } from '#core/reference.ts';
import { parseVagueDate } from '#core/time.ts';
import { anyReference, anyText, seizure } from './references.ts';

describe('a reference', () => {
  it('has a key of letters, digits and hyphens, with the year where there is one', () => {
    expect(citationKey(seizure)).toBe('atalaya-pe-007-2014');
    expect(citationKey({ id: 'Perú, 2014/15', date: null })).toBe('atalaya-Peru-2014-15');
  });

  it('is dated no finer than known', () => {
    const parts = (text: string) => {
      const time = parseVagueDate(text);
      return time === null ? null : dateParts(time);
    };
    expect(parts('2014')).toEqual([[2014]]);
    expect(parts('2014-08')).toEqual([[2014, 8]]);
    expect(parts('2014-08-26')).toEqual([[2014, 8, 26]]);
    expect(dateParts({ from: 16252, to: 16343, precision: 'quarter' })).toEqual([
      [2014, 7],
      [2014, 9],
    ]);
    expect(dateParts({ from: null, to: null, precision: 'unknown' })).toEqual([]);
  });

  it('keeps text on one line', () => {
    expect(oneLine(' a\r\n\tb\u2028c\u0000d ')).toBe('a b c d');
    fc.assert(fc.property(anyText, (text) => !/[\p{Cc}\u2028\u2029\ud800-\udfff]/u.test(oneLine(text))));
  });

  it('names nobody twice, and keeps signs that end a field out of addresses', () => {
    expect(tidied({ ...seizure, originals: ['A', 'A', ' '] }).originals).toEqual(['A']);
    fc.assert(fc.property(anyReference, (reference) => !/[\s{}\\"<>^`|]/.test(tidied(reference).url ?? '')));
  });
});
