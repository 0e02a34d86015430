import { describe, expect, it } from 'vitest';
import {
  type FilterProblem,
  filterLimits,
  readArea,
  readBbox,
  readCell,
  readList,
  readPrecisions,
  readQuantity,
  readText,
  readTime,
  writePrecisions,
  writeQuantity,
} from '#core/read-values.ts';
import { dayOf } from '#core/time.ts';

function reading<T>(read: (problems: FilterProblem[]) => T): { value: T; codes: string[] } {
  const problems: FilterProblem[] = [];
  const value = read(problems);
  return { value, codes: problems.map(({ code }) => code) };
}

describe('lists', () => {
  const options = { pattern: /^[a-z]+$/, mend: 'Use letters.' };

  it('are sorted, without repeats and blanks', () => {
    expect(reading((p) => readList('x', 'b, a,,b', options, p))).toEqual({ value: ['a', 'b'], codes: [] });
  });

  it('hold a hundred values, not one more', () => {
    const word = (index: number): string =>
      String.fromCharCode(97 + (index % 26)) + String.fromCharCode(97 + Math.floor(index / 26));
    const words = Array.from({ length: filterLimits.valuesPerList + 1 }, (_, index) => word(index));
    expect(reading((p) => readList('x', words.slice(0, -1).join(','), options, p)).codes).toEqual([]);
    const over = reading((p) => readList('x', words.join(','), options, p));
    expect(over.codes).toEqual(['too-many']);
    expect(over.value).toHaveLength(filterLimits.valuesPerList);
  });
});

describe('dates', () => {
  const time = (from: string, to: string) =>
    reading((p) => readTime(new Map(Object.entries({ from, to })), p));

  it('are turned round when the first is after the last, and it is said', () => {
    expect(time('2015-12-31', '2014-01-01')).toEqual({
      value: { from: dayOf(2014, 1, 1), to: dayOf(2015, 12, 31) },
      codes: ['date-order'],
    });
  });

  it.each(['2015-02-29', '2015-13-01', '2015-1-1', '20150101', '2015-01-01T00:00:00Z', 'today'])(
    'refuse %s',
    (text) => {
      expect(time(text, '').codes).toEqual(['not-a-date']);
    },
  );

  it('may be left open', () => {
    expect(time('', '')).toEqual({ value: { from: null, to: null }, codes: [] });
  });
});

describe('precision levels', () => {
  it.each([
    ['1-4', [1, 2, 3, 4], '1-4'],
    ['3', [3], '3'],
    ['1,3', [1, 3], '1,3'],
    ['2-3,1', [1, 2, 3], '1-3'],
  ])('%s', (text, levels, written) => {
    expect(reading((p) => readPrecisions(text, p))).toEqual({ value: { precisions: levels }, codes: [] });
    expect(writePrecisions(levels)).toEqual({ prec: written });
  });

  it.each(['0', '8', '4-1', '1-', 'all'])('refuses %s', (text) => {
    expect(reading((p) => readPrecisions(text, p)).codes).toEqual(['not-a-range']);
  });
});

describe('places', () => {
  it.each([
    '1,2,3',
    '1,2,3,4,5',
    'a,b,c,d',
    '0,50,10,-50',
    '-190,0,10,10',
    ',,,',
    '0,-91,1,1',
    'NaN,0,1,1',
    '0,0,1e999,1',
  ])('box %s is refused', (text) => {
    expect(reading((p) => readBbox(text, p))).toEqual({ value: null, codes: ['not-a-box'] });
  });

  it('a box may cross 180 degrees', () => {
    expect(reading((p) => readBbox('170,-10,-170,10', p)).value).toEqual([170, -10, -170, 10]);
  });

  it.each(['1,2;3,4', '1,2;3,4;5', ',;,;,', '1,2;3,4;5,x', '91,0;0,0;1,1'])('area %s is refused', (text) => {
    expect(reading((p) => readArea(text, p))).toEqual({ value: null, codes: ['not-an-area'] });
  });

  it('an area has at most sixty corners', () => {
    const corners = (count: number): string =>
      Array.from({ length: count }, (_, n) => `${n / 10},1`).join(';');
    expect(reading((p) => readArea(corners(60), p)).codes).toEqual([]);
    expect(reading((p) => readArea(corners(61), p)).codes).toEqual(['not-an-area']);
  });

  it('a cell is zoom.q.r', () => {
    expect(reading((p) => readCell('6.12.-3', p)).value).toEqual({ zoom: 6, q: 12, r: -3 });
    expect(reading((p) => readCell('99.1.1', p)).codes).toEqual(['not-an-area']);
  });
});

describe('quantities and words', () => {
  it.each(['kg', 'kg:100-', 'usd:-50', 'people:1-3', 'kg:0.5-2'])('%s comes back', (text) => {
    const { value, codes } = reading((p) => readQuantity(text, p));
    expect(codes).toEqual([]);
    expect(writeQuantity(value)).toEqual({ qty: text });
  });

  it.each(['kilos', 'kg:', 'kg:a-b', 'kg:-1--2', 'kg:1e9-'])('%s is refused', (text) => {
    expect(reading((p) => readQuantity(text, p)).codes).toEqual(['not-a-number']);
  });

  it('words are trimmed and cut at the limit', () => {
    expect(reading((p) => readText('  no-fly zone ', p))).toEqual({
      value: { text: 'no-fly zone' },
      codes: [],
    });
    expect(reading((p) => readText('x'.repeat(200), p)).codes).toEqual([]);
    const over = reading((p) => readText('x'.repeat(201), p));
    expect(over.codes).toEqual(['too-long']);
    expect(over.value.text).toHaveLength(200);
  });
});
