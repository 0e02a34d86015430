import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activeDimensions,
  dimensionKeys,
  dimensions,
  type EventFilter,
  emptyFilter,
  filterKey,
  readFilter,
  withoutDimension,
  writeFilter,
} from '#core/filter.ts';
import type { FilterProblem } from '#core/read-values.ts';
import { dayOf } from '#core/time.ts';
import { arbitraryFilter } from './arbitrary-filter.ts';

function read(values: Record<string, string>): { filter: EventFilter; problems: FilterProblem[] } {
  const problems: FilterProblem[] = [];
  const filter = readFilter(new Map(Object.entries(values)), problems);
  return { filter, problems };
}

/** -0 and 0 are the same place. */
const plain = (filter: EventFilter): unknown => JSON.parse(JSON.stringify(filter));

describe('a filter in an address', () => {
  it('comes back as it was, whatever it narrows by', () => {
    fc.assert(
      fc.property(arbitraryFilter, (filter) => {
        const { filter: again, problems } = read(writeFilter(filter));
        expect(problems).toEqual([]);
        expect(plain(again)).toEqual(plain(filter));
      }),
      { numRuns: 300 },
    );
  });

  it('is empty when nothing narrows', () => {
    expect(writeFilter(emptyFilter)).toEqual({});
    expect(read({}).filter).toEqual(emptyFilter);
  });

  it('reads the words of the address', () => {
    const { filter, problems } = read({
      c: 'pe,BO,PE',
      type: 'shoot-down,seizure',
      from: '2014-01-01',
      to: '2015-12-31',
      prec: '1-3,7',
      dprec: 'day,month',
      qty: 'kg:100-500',
    });
    expect(problems).toEqual([]);
    expect(filter).toMatchObject({
      countries: ['BO', 'PE'],
      types: ['seizure', 'shoot-down'],
      from: dayOf(2014, 1, 1),
      to: dayOf(2015, 12, 31),
      precisions: [1, 2, 3, 7],
      datePrecisions: ['day', 'month'],
      quantity: { measure: 'kg', min: 100, max: 500 },
    });
  });

  it('loses only the bad part, and names it', () => {
    const { filter, problems } = read({
      c: 'PE,PERU',
      from: '2015-02-31',
      prec: '9',
      type: 'seizure,nonsense',
      q: 'coca',
    });
    expect(filter).toMatchObject({ countries: ['PE'], types: ['seizure'], from: null, text: 'coca' });
    expect(problems.map(({ parameter, value }) => [parameter, value])).toEqual([
      ['c', 'PERU'],
      ['type', 'nonsense'],
      ['from', '2015-02-31'],
      ['prec', '9'],
    ]);
    for (const { mend } of problems) expect(mend).toMatch(/\.$/);
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(...dimensionKeys.flatMap((key) => dimensions[key].parameters)),
          fc.string(),
        ),
        (values) => {
          expect(() => read(values as Record<string, string>)).not.toThrow();
        },
      ),
    );
  });
});

describe('dimensions', () => {
  it('are cleared one at a time', () => {
    fc.assert(
      fc.property(arbitraryFilter, fc.constantFrom(...dimensionKeys), (filter, key) => {
        const left = activeDimensions(withoutDimension(filter, key));
        expect(left).toEqual(activeDimensions(filter).filter((active) => active !== key));
      }),
    );
  });

  it('have parameters of their own', () => {
    const all = dimensionKeys.flatMap((key) => dimensions[key].parameters);
    expect(new Set(all).size).toBe(all.length);
  });

  it('give equal filters one key, whatever the order of values', () => {
    const one = filterKey({ ...emptyFilter, countries: ['PE', 'BO'], text: 'coca' });
    const other = filterKey({ ...emptyFilter, text: 'coca', countries: ['BO', 'PE'] });
    expect(one).toBe(other);
    expect(one).not.toBe(filterKey({ ...emptyFilter, countries: ['PE'], text: 'coca' }));
  });
});
