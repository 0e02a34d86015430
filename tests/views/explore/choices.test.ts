import { describe, expect, it } from 'vitest';
import { dayOf, isoOf } from '#core/time.ts';
import { binFor, splitOf } from '#drawings/timeline/lanes-plan.ts';
import { shownAxis } from '#drawings/timeline/time-axis.ts';
import { presets, stepped } from '#views/explore/date-presets.ts';
import { chosenKinds, withFamily, withKind } from '#views/explore/type-choice.ts';

describe('kinds on two levels', () => {
  it('a whole family is one word; one kind fewer spells the rest', () => {
    const air = withFamily([], 'air', true);
    expect(air).toEqual(['air']);
    const fewer = withKind(air, 'aircraft-crash', false);
    expect(fewer).not.toContain('air');
    expect(fewer).toContain('shoot-down');
    expect(withKind(fewer, 'aircraft-crash', true)).toEqual(['air']);
  });

  it('turns a family off with its kinds, and leaves the others', () => {
    expect(withFamily(['seizure', 'shoot-down'], 'air', false)).toEqual(['seizure']);
  });

  it('tells a family from a kind of the same name', () => {
    expect(withKind([], 'arrest', true)).toEqual(['arrest.arrest']);
    expect([...chosenKinds(['arrest.arrest'])]).toEqual(['arrest']);
    expect([...chosenKinds(['arrest'])]).toEqual(['arrest', 'raid']);
  });
});

describe('windows', () => {
  const iso = ({ from, to }: { from: number; to: number }) => [isoOf(from), isoOf(to)];

  it('step by their own length, calendar-true', () => {
    expect(iso(stepped(dayOf(2014, 1, 1), dayOf(2015, 12, 31), 1))).toEqual(['2016-01-01', '2017-12-31']);
    expect(iso(stepped(dayOf(2015, 2, 1), dayOf(2015, 2, 28), 1))).toEqual(['2015-03-01', '2015-03-31']);
    expect(iso(stepped(dayOf(2015, 3, 1), dayOf(2015, 3, 31), -1))).toEqual(['2015-02-01', '2015-02-28']);
    expect(iso(stepped(dayOf(2015, 8, 10), dayOf(2015, 8, 12), -1))).toEqual(['2015-08-07', '2015-08-09']);
  });

  it('are counted back from the last day of the data', () => {
    const [month, year] = presets(dayOf(2026, 11, 23));
    expect(month && isoOf(month.from ?? 0)).toBe('2026-10-25');
    expect(year && isoOf(year.from ?? 0)).toBe('2025-11-24');
  });
});

describe('the timeline', () => {
  it('shows kinds apart when one family is chosen', () => {
    expect(splitOf([])).toBe('family');
    expect(splitOf(['air', 'seizure'])).toBe('family');
    expect(splitOf(['shoot-down', 'forced-landing'])).toBe('kind');
  });

  it('refuses bars finer than anybody could draw', () => {
    const axis = { from: dayOf(1980, 1, 1), to: dayOf(2026, 1, 1) };
    expect(binFor('auto', axis)).toBe('year');
    expect(binFor('day', axis, 6000)).toBe('month');
    expect(binFor('month', axis, 6000)).toBe('month');
    expect(binFor('month', axis, 600)).toBe('quarter');
    const year = { from: dayOf(2014, 1, 1), to: dayOf(2014, 12, 31) };
    expect([binFor('day', year, 1200), binFor('day', year, 900)]).toEqual(['day', 'week']);
  });
});

describe('the visible part of the time axis', () => {
  const extent = { from: dayOf(1989, 1, 1), to: dayOf(2026, 3, 31) };
  const window = { from: dayOf(2014, 1, 1), to: dayOf(2015, 12, 31) };
  const iso = ({ from, to }: { from: number; to: number }) => [isoOf(from), isoOf(to)];

  it('is all of it without dates, and the dates with as much around them otherwise', () => {
    expect(shownAxis(null, { from: null, to: null }, extent)).toEqual(extent);
    expect(iso(shownAxis(null, window, extent))).toEqual(['2012-01-02', '2017-12-30']);
    expect(iso(shownAxis(null, { from: dayOf(2026, 1, 1), to: null }, extent))).toEqual([
      '2025-10-03',
      '2026-03-31',
    ]);
  });

  it('stays as the address says while the dates touch it', () => {
    const asked = { from: '2010-01-01', to: '2020-01-01' };
    expect(iso(shownAxis(asked, window, extent))).toEqual(['2010-01-01', '2020-01-01']);
    expect(shownAxis({ from: '1900-01-01', to: '2100-01-01' }, window, extent)).toEqual(extent);
    expect(iso(shownAxis({ from: '1990-01-01', to: '1995-01-01' }, window, extent))).toEqual([
      '2012-01-02',
      '2017-12-30',
    ]);
    expect(shownAxis({ from: 'soon', to: 'late' }, { from: null, to: null }, extent)).toEqual(extent);
  });

  it('is all of it when the dates lie outside the data', () => {
    expect(shownAxis(null, { from: dayOf(1971, 1, 1), to: dayOf(1971, 12, 31) }, extent)).toEqual(extent);
  });
});
