import { describe, expect, it } from 'vitest';
import { emptyFilter } from '#core/filter.ts';
import type { SourceInfo } from '#core/provenance.ts';
import { mayPassOn, rowsToPassOn, withheldOf } from '#core/redistribution.ts';

const source = (id: string, redistribution: SourceInfo['redistribution']): SourceInfo => ({
  id,
  publisher: `Publisher of ${id}`,
  title: id,
  url: `https://example.org/${id}`,
  licence: 'Terms of use',
  licenceUrl: null,
  redistribution,
  attribution: id,
  retrieved: '2026-11-23',
  coverage: { from: null, to: null, countries: [], note: '' },
  limits: [],
  counts: { events: 0, articles: 0, indicators: 0 },
});
const open = source('open', 'rows');
const counted = source('counted', 'aggregates');
const closed = source('closed', 'none');

describe('what of a source may leave', () => {
  it('is rows, sums or nothing, as the source says', () => {
    const allowed = [open, counted, closed].map((one) => [
      mayPassOn(one, 'rows'),
      mayPassOn(one, 'aggregates'),
    ]);
    expect(allowed).toEqual([
      [true, true],
      [false, true],
      [false, false],
    ]);
  });

  const holding = (one: SourceInfo, events: number, countries: readonly string[] = []): SourceInfo => ({
    ...one,
    counts: { ...one.counts, events },
    coverage: { ...one.coverage, countries },
  });

  it('is named where it is withheld, with all it holds only where that may be said', () => {
    const about = {
      publisher: 'Publisher of counted',
      url: 'https://example.org/counted',
      licence: 'Terms of use',
    };
    expect(withheldOf([holding(open, 10), holding(counted, 3), holding(closed, 7)], emptyFilter)).toEqual([
      { source: 'counted', ...about, events: 3 },
      {
        source: 'closed',
        publisher: 'Publisher of closed',
        url: 'https://example.org/closed',
        licence: 'Terms of use',
        events: null,
      },
    ]);
    expect(withheldOf([open, counted], emptyFilter)).toEqual([]);
  });

  it('is not named where the filter asks for other sources or countries', () => {
    const sources = [holding(counted, 3, ['PE'])];
    const named = (part: Partial<typeof emptyFilter>) =>
      withheldOf(sources, { ...emptyFilter, ...part }).length;
    expect([named({ countries: ['PE', 'BO'] }), named({ countries: ['MX'] })]).toEqual([1, 0]);
    expect([named({ sources: ['counted'] }), named({ sources: ['open'] })]).toEqual([1, 0]);
  });

  it('leaves out of a file every row that may not go, and every row of an unknown source', () => {
    const rows = [open, counted, closed, null].map((one) => ({ source: one }));
    expect(rowsToPassOn(rows)).toEqual([{ source: open }]);
  });
});
