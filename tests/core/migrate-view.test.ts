import { describe, expect, it } from 'vitest';
import { migrateParameters } from '#core/migrate-view.ts';
import { readView } from '#core/view.ts';

describe('addresses of before', () => {
  it.each([
    ['?year=2014', '?from=2014-01-01&to=2014-12-31'],
    ['?year=2014&to=2014-06-30', '?to=2014-06-30&from=2014-01-01'],
    ['?country=PE', '?c=PE'],
    ['?country=PE&c=BO', '?c=BO'],
    ['?measure=kg&kind=seizure', '?unit=kg&type=seizure'],
    ['?c=PE', '?c=PE'],
  ])('%s is read as %s', (before, now) => {
    expect(migrateParameters(before)).toBe(now);
  });

  it('open without a complaint', () => {
    const { view, problems } = readView('?country=PE&year=2014&kind=shoot-down&measure=people');
    expect(problems).toEqual([]);
    expect(view.filter).toMatchObject({ countries: ['PE'], types: ['shoot-down'] });
    expect(view.measure).toBe('people');
  });

  it('with a year that is none are named, not guessed', () => {
    expect(readView('?year=last').problems.map(({ parameter }) => parameter)).toEqual(['year']);
  });
});
