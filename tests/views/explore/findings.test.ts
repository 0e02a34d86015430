import { describe, expect, it } from 'vitest';
import { leaderOf } from '#views/explore/findings.ts';

describe('a title that says what stands out', () => {
  it('names the one with more events than any other', () => {
    expect(
      leaderOf(
        new Map([
          ['PE.LI', 12],
          ['PE.AY', 37],
        ]),
      ),
    ).toBe('PE.AY');
  });

  it('claims nothing where two are level, where one stands alone, or where there are few', () => {
    expect(
      leaderOf(
        new Map([
          ['a', 20],
          ['b', 20],
        ]),
      ),
    ).toBeNull();
    expect(leaderOf(new Map([['a', 20]]))).toBeNull();
    expect(
      leaderOf(
        new Map([
          ['a', 9],
          ['b', 1],
        ]),
      ),
    ).toBeNull();
    expect(leaderOf(new Map())).toBeNull();
  });
});
