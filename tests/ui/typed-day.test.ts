import { describe, expect, it } from 'vitest';
import { isoOf } from '#core/time.ts';
import { parseTypedDay } from '#ui/typed-day.ts';

const iso = (text: string, edge: 'first' | 'last' = 'first') => {
  const day = parseTypedDay(text, edge);
  return day === null ? null : isoOf(day);
};

describe('a typed date', () => {
  it.each([
    ['2015-08-20', '2015-08-20'],
    ['20/08/2015', '2015-08-20'],
    ['20.8.2015', '2015-08-20'],
    ['20 Aug 2015', '2015-08-20'],
    ['20 de agosto de 2015', '2015-08-20'],
    ['20 ago. 2015', '2015-08-20'],
    ['1 dez. 2015', '2015-12-01'],
  ])('%s is %s', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  it('takes a month or a year as its first or last day', () => {
    expect(iso('2015')).toBe('2015-01-01');
    expect(iso('2015', 'last')).toBe('2015-12-31');
    expect(iso('2015-02', 'last')).toBe('2015-02-28');
    expect(iso('febrero 2016', 'last')).toBe('2016-02-29');
  });

  it.each(['31/02/2015', '2015-13-01', 'yesterday', '', '20 foo 2015', '5/2015'])('%s is none', (text) => {
    expect(iso(text)).toBeNull();
  });
});
