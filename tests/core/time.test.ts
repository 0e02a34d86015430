import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBins,
  autoBin,
  type Bin,
  binEnd,
  binStart,
  binStarts,
  bins,
  civilOf,
  dayOf,
  type EventTime,
  inWindow,
  isoOf,
  parseIsoDay,
  parseVagueDate,
  vagueIso,
} from '#core/time.ts';

const day = fc.integer({ min: dayOf(1800, 1, 1), max: dayOf(2199, 12, 31) });
const bin = fc.constantFrom<Bin>(...bins);
const exact = (from: number, to = from): EventTime => ({ from, to, precision: 'day' });

describe('civil days', () => {
  it('agree with the calendar of the platform over four centuries', () => {
    fc.assert(
      fc.property(day, (number) => {
        const date = new Date(number * 86_400_000);
        expect(isoOf(number)).toBe(date.toISOString().slice(0, 10));
        const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(civilOf(number)).toEqual(civil);
        expect(dayOf(civil.year, civil.month, civil.day)).toBe(number);
      }),
    );
  });

  it('start on 1 January 1970', () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(dayOf(2000, 2, 29)).toBe(11_016);
  });

  it.each(['2015-02-29', '1900-02-29', '2015-00-10', '2015-06-31', '15-01-01', '2015-06-1', ''])(
    '%s is no day',
    (text) => {
      expect(parseIsoDay(text)).toBeNull();
    },
  );

  it('2000-02-29 is one', () => {
    expect(parseIsoDay('2000-02-29')).toBe(dayOf(2000, 2, 29));
  });
});

describe('bins', () => {
  it('cover time without gap or overlap', () => {
    fc.assert(
      fc.property(day, bin, (number, size) => {
        const start = binStart(number, size);
        const end = binEnd(number, size);
        expect(start <= number && number <= end).toBe(true);
        expect(binStart(end, size)).toBe(start);
        expect(binStart(end + 1, size)).toBe(end + 1);
        expect(addBins(start, size, 1)).toBe(end + 1);
      }),
    );
  });

  it('go forth and back', () => {
    fc.assert(
      fc.property(day, bin, fc.integer({ min: -500, max: 500 }), (number, size, steps) => {
        const start = binStart(number, size);
        expect(addBins(addBins(start, size, steps), size, -steps)).toBe(start);
      }),
    );
  });

  it('begin weeks on Monday, and know leap years', () => {
    expect(isoOf(binStart(dayOf(2015, 8, 20), 'week'))).toBe('2015-08-17');
    expect(isoOf(binEnd(dayOf(2016, 2, 3), 'month'))).toBe('2016-02-29');
    expect(isoOf(binStart(dayOf(2015, 8, 20), 'quarter'))).toBe('2015-07-01');
    expect(isoOf(binStart(dayOf(1969, 12, 31), 'week'))).toBe('1969-12-29');
  });

  it('are listed in order', () => {
    const starts = binStarts(dayOf(2014, 11, 20), dayOf(2015, 2, 1), 'month').map(isoOf);
    expect(starts).toEqual(['2014-11-01', '2014-12-01', '2015-01-01', '2015-02-01']);
  });

  it('are as fine as the room allows', () => {
    expect(autoBin(0, 30, 100)).toBe('day');
    expect(autoBin(0, 365, 100)).toBe('week');
    expect(autoBin(0, 729, 100)).toBe('month');
    expect(autoBin(0, 365 * 20, 100)).toBe('quarter');
    expect(autoBin(0, 365 * 60, 100)).toBe('year');
  });
});

describe('vague dates', () => {
  it.each(['2015', '2015-03', '2015-03-02'])('%s stays as vague as it is', (text) => {
    const time = parseVagueDate(text);
    expect(time && vagueIso(time)).toBe(text);
  });

  it('a month never becomes its first day', () => {
    expect(parseVagueDate('2015-02')).toEqual({
      from: dayOf(2015, 2, 1),
      to: dayOf(2015, 2, 28),
      precision: 'month',
    });
  });

  it.each(['2015-13', '15', 'March 2015', '2015-02-30', ''])('%s is refused', (text) => {
    expect(parseVagueDate(text)).toBeNull();
  });

  it('spans are written as two days, quarters as quarters, nothing as nothing', () => {
    expect(vagueIso(exact(dayOf(2022, 8, 11), dayOf(2022, 8, 17)))).toBe('2022-08-11/2022-08-17');
    expect(vagueIso({ from: dayOf(2025, 7, 1), to: dayOf(2025, 9, 30), precision: 'quarter' })).toBe(
      '2025-Q3',
    );
    expect(vagueIso({ from: null, to: null, precision: 'unknown' })).toBe('');
  });
});

describe('belonging to a window', () => {
  const march = parseVagueDate('2015-03')!;
  const [first, last] = [dayOf(2015, 3, 1), dayOf(2015, 3, 31)];

  it('a known day, and a span of days, belong where they overlap', () => {
    expect(inWindow(exact(last), first, last)).toBe('in');
    expect(inWindow(exact(last + 1), first, last)).toBe('out');
    expect(inWindow(exact(last, last + 5), first, last)).toBe('in');
  });

  it('a month belongs only to a window that holds all of it', () => {
    expect(inWindow(march, first, last)).toBe('in');
    expect(inWindow(march, first, null)).toBe('in');
    expect(inWindow(march, first + 1, last)).toBe('too-vague');
    expect(inWindow(march, first, last - 1)).toBe('too-vague');
    expect(inWindow(march, last + 1, null)).toBe('out');
  });

  it('an undated event belongs only where no dates are chosen', () => {
    const undated: EventTime = { from: null, to: null, precision: 'unknown' };
    expect(inWindow(undated, null, null)).toBe('in');
    expect(inWindow(undated, first, null)).toBe('out');
    expect(inWindow(undated, null, last)).toBe('out');
  });

  it('a day-precise event belongs to exactly one bin of any size, a vague one to at most one', () => {
    const time = fc.oneof(
      day.map((number) => exact(number)),
      fc
        .tuple(day, fc.constantFrom('week' as const, 'month' as const, 'quarter' as const, 'year' as const))
        .map(
          ([number, precision]): EventTime => ({
            from: binStart(number, precision),
            to: binEnd(number, precision),
            precision,
          }),
        ),
    );
    fc.assert(
      fc.property(time, bin, (event, size) => {
        const around = binStarts(event.from! - 400, event.to! + 400, size);
        const homes = around.filter((start) => inWindow(event, start, binEnd(start, size)) === 'in').length;
        expect(homes).toBeLessThanOrEqual(1);
        if (event.precision === 'day') expect(homes).toBe(1);
      }),
    );
  });
});
