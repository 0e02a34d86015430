import { describe, expect, it } from 'vitest';
import {
  codeOfKind,
  families,
  familyOf,
  kindFromCode,
  kinds,
  kindsOfType,
  substances,
  typeOfKind,
} from '#core/taxonomy.ts';

describe('the taxonomy', () => {
  it('gives every kind one family and one code, for good', () => {
    expect(new Set(kinds.map(({ key }) => key)).size).toBe(kinds.length);
    expect(new Set(kinds.map(({ code }) => code)).size).toBe(kinds.length);
    for (const { key, code, family } of kinds) {
      expect([codeOfKind(key), kindFromCode(code), familyOf(key)]).toEqual([code, key, family]);
      expect(code).toBeGreaterThan(0);
      expect(code).toBeLessThan(256);
    }
    expect(kindFromCode(200)).toBeNull();
  });

  it('keeps the eight families in the order of their colours', () => {
    const order = ['seizure', 'air', 'clash', 'arrest', 'eradication', 'killing', 'trafficking', 'policy'];
    expect(families.map(({ key }) => key)).toEqual(order);
    expect(new Set(families.map(({ glyph }) => glyph)).size).toBe(8);
    for (const { key } of families) expect(kinds.some(({ family }) => family === key)).toBe(true);
  });

  it('reads a bare word as the family, a dotted one as the kind', () => {
    expect(kindsOfType('arrest')).toEqual(['arrest', 'raid']);
    expect(kindsOfType('arrest.arrest')).toEqual(['arrest']);
    expect(kindsOfType('shoot-down')).toEqual(['shoot-down']);
    expect(kindsOfType('air').length).toBe(5);
    for (const word of ['', 'nonsense', 'arrest.raid.x', 'seizure.raid', '__proto__'])
      expect(kindsOfType(word)).toEqual([]);
  });

  it('names each kind so that it is read back alone', () => {
    for (const { key } of kinds) expect(kindsOfType(typeOfKind(key))).toEqual([key]);
  });

  it('has substances that are distinct', () => {
    expect(new Set(substances).size).toBe(substances.length);
  });
});
