import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areaKey } from '#core/area.ts';
import type { CrimeEvent } from '#core/event.ts';
import { type EventFilter, emptyFilter } from '#core/filter.ts';
import type { KnownArea, PageQuery } from '#core/query.ts';
import { dayOf } from '#core/time.ts';
import { randomEvents, randomFilter } from '#tests/engine/random-events.ts';
import { ReferenceEngine } from '#tests/engine/reference.ts';
import { agree, type ConformanceOptions, type EngineFactory, sixEvents } from './engine.ts';

function areasOf(events: readonly CrimeEvent[], filter: EventFilter) {
  const answer = new ReferenceEngine(events, () => []).answer({ kind: 'areas', filter });
  return answer.kind === 'areas' ? answer : null;
}

const listed = (filter: EventFilter, areas: readonly KnownArea[]): PageQuery => ({
  ...{ kind: 'page', filter, sort: 'newest', offset: 0, limit: 60 },
  within: [...new Set(areas.map(areaKey))],
});

/** What every engine must answer about events known no finer than a region or zone. */
export function areaConformance(make: EngineFactory, { worlds, seed }: ConformanceOptions): void {
  it('counts what is known to a region only by region, whatever is filtered', async () => {
    const august = { ...emptyFilter, from: dayOf(2015, 8, 1), to: dayOf(2015, 8, 31) };
    const queries = [emptyFilter, august].map((filter) => ({ kind: 'areas', filter }) as const);
    const engine = await make(sixEvents, () => []);
    const { answers } = await engine.ask(queries);
    engine.close();
    const areas = [{ precision: 4, adm1: 'PE.AY', lat: -13, lon: -74, family: 'air' }];
    expect(answers).toEqual([1, 0].map((n) => ({ kind: 'areas', areas, events: [n], elsewhere: 0 })));
  });

  it('lists the events of any regions and zones, all families of each, newest first', async () => {
    const draw = fc.tuple(randomEvents, randomFilter, fc.integer({ min: 1, max: 4 }));
    await fc.assert(
      fc.asyncProperty(draw, async ([events, filter, step]) => {
        const areas = areasOf(events, emptyFilter)?.areas ?? [];
        const some = areas.filter((_, i) => i % step === 0);
        const nowhere = { ...listed(filter, []), within: ['PE.XX', '5@-1.00000,-70.00000', ''] };
        await agree(make, events, [
          listed(filter, some),
          listed(emptyFilter, some),
          ...some.slice(0, 3).map((area) => listed(filter, [area])),
          { ...listed(filter, areas), offset: 2, limit: 3 },
          nowhere,
        ]);
      }),
      { numRuns: Math.min(40, worlds), seed },
    );
  });

  it('lists for all areas as many as it counts in them', async () => {
    await fc.assert(
      fc.asyncProperty(randomEvents, randomFilter, async (events, filter) => {
        const engine = await make(events, () => [1, 4, 7, 10]);
        const [counted] = (await engine.ask([{ kind: 'areas', filter } as const])).answers;
        const [page] = (await engine.ask([listed(filter, counted.areas)])).answers;
        engine.close();
        const all = counted.events.reduce((sum, n) => sum + n, counted.elsewhere);
        expect(page).toMatchObject({ kind: 'page', matched: all });
      }),
      { numRuns: Math.min(20, worlds), seed },
    );
  });
}
