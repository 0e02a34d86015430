import { describe, expect, it } from 'vitest';
import { toggleBudget } from '#bench/browser/toggle-budget.ts';
import { benchEvents } from '#bench/events.ts';
import { gestures, questions } from '#bench/moves.ts';
import { naiveMove } from '#bench/naive.ts';
import { ratioOf, timingOf } from '#bench/report.ts';
import { mockWorld } from '#mocks/world.ts';

describe('the bench', () => {
  it('makes the same data and moves every time', () => {
    expect(benchEvents(50)).toEqual(benchEvents(50));
    expect(benchEvents(50, 1)).not.toEqual(benchEvents(50, 2));
    expect(gestures(5)).toEqual(gestures(5));
    expect(gestures(5).map(({ name }) => name)).toEqual(['drag', 'jump', 'toggle']);
  });

  it('asks for everything that Explore shows', () => {
    const kinds = questions(gestures(1)[0]!.filters[0]!).map((query) => query.kind);
    expect(kinds).toEqual(['count', 'series', 'facet', 'facet', 'cells', 'page']);
  });

  it('has a plain way that agrees with the engine', () => {
    const events = benchEvents(2000);
    const { ledger } = mockWorld({ events });
    for (const { filters } of gestures(6)) {
      for (const filter of filters) {
        const plain = naiveMove(events, filter);
        const count = ledger.answer({ kind: 'count', filter, measure: 'count' });
        const page = ledger.answer({ kind: 'page', filter, sort: 'newest', offset: 0, limit: 1 });
        expect([count.total.events, page.rows[0] ?? -1]).toEqual([plain.events, plain.firstRow]);
      }
    }
  });

  it('asks of a toggle two frames, and over ten million rows of the server the time of tiles made anew', () => {
    const [page, slowPage, server] = [
      toggleBudget(1_000_000, false),
      toggleBudget(1_000_000, true),
      toggleBudget(10_000_000, true),
    ];
    expect([page.ms, slowPage.ms, server.ms]).toEqual([34, 34, 1500]);
    expect(server.must).toBe('p95 ≤ 1500 ms (tiles made anew)');
  });

  it('reports middle, tail and spread', () => {
    expect(timingOf([5, 1, 3])).toEqual({ median: 3, p95: 5, min: 1, runs: 3 });
    const ratio = ratioOf([
      { plain: 10, ours: 1 },
      { plain: 40, ours: 2 },
      { plain: 30, ours: 2 },
    ]);
    expect(ratio).toEqual({ low: 10, median: 15, high: 20 });
  });
});
