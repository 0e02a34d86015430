import { describe, expect, it } from 'vitest';
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

  it('is named where it is withheld, with a number only where that may be said', () => {
    const matches = new Map([
      ['open', 10],
      ['counted', 3],
    ]);
    expect(withheldOf([open, counted, closed], matches)).toEqual([
      {
        source: 'counted',
        publisher: 'Publisher of counted',
        url: 'https://example.org/counted',
        licence: 'Terms of use',
        events: 3,
      },
      {
        source: 'closed',
        publisher: 'Publisher of closed',
        url: 'https://example.org/closed',
        licence: 'Terms of use',
        events: null,
      },
    ]);
    expect(withheldOf([open, counted], new Map())).toEqual([]);
  });

  it('leaves out of a file every row that may not go, and every row of an unknown source', () => {
    const rows = [open, counted, closed, null].map((one) => ({ source: one }));
    expect(rowsToPassOn(rows)).toEqual([{ source: open }]);
  });
});
