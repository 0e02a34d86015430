import { describe, expect, it } from 'vitest';
import { emptyFilter } from '#core/filter.ts';
import { leaderOf, placeFinding } from '#drawings/findings.ts';
import { en } from '#i18n/en.ts';
import { makeI18n } from '#i18n/i18n.tsx';
import { countAnswer } from '#tests/figures/map/map-world.ts';
import type { Counts } from '#views/explore/use-explore.ts';

const i18n = makeI18n('en', en);
const names = { adm1: (id: string) => ({ 'PE.AY': 'Ayacucho', 'PE.LI': 'Lima' })[id] ?? null };
const none: ReadonlyMap<string, number> = new Map();
const counts: Pick<Counts, 'count' | 'facets'> = {
  count: countAnswer(60, 5),
  facets: {
    country: new Map([
      ['PE', 55],
      ['BO', 5],
    ]),
    adm1: new Map([
      ['PE.LI', 12],
      ['PE.AY', 37],
      ['BO.L', 50],
    ]),
    kind: none,
    group: none,
    substance: none,
    source: none,
    precision: none,
    datePrecision: none,
    reported: none,
  },
};

describe('a title that says what stands out', () => {
  it('names the one with more events than any other', () => {
    expect(leaderOf(counts.facets.country!)).toBe('PE');
  });

  it('claims nothing where two are level, where one stands alone, or where there are few', () => {
    const level = new Map([
      ['a', 20],
      ['b', 20],
    ]);
    const few = new Map([
      ['a', 9],
      ['b', 1],
    ]);
    expect([level, few, new Map([['a', 20]]), new Map()].map(leaderOf)).toEqual([null, null, null, null]);
  });

  it('names a country, or a region of the only country chosen', () => {
    const filter = { ...emptyFilter, types: ['seizure'] };
    const said = (countries: string[]) =>
      placeFinding(counts, { filter: { ...filter, countries }, measure: 'count' }, i18n, names);
    expect(said([])).toMatch(/^Seizures: .*Peru$/);
    expect(said(['PE'])).toMatch(/^Seizures: .*Ayacucho$/);
  });

  it('leaves the title to the subject where the map shows weights, or one place only', () => {
    expect(placeFinding(counts, { filter: emptyFilter, measure: 'kg' }, i18n, names)).toBeNull();
    const filter = { ...emptyFilter, countries: ['PE'], adm1: ['PE.AY'] };
    expect(placeFinding(counts, { filter, measure: 'count' }, i18n, names)).toBeNull();
  });
});
