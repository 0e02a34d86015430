import { expect, it } from 'vitest';
import { emptyFilter } from '#core/filter.ts';
import { dayOf } from '#core/time.ts';
import type { MapMode } from '#core/view.ts';
import { mapQueries } from '#drawings/map/map-queries.ts';
import { Ledger } from '#engine/local/answer.ts';
import { WorkPlan } from '#engine/local/work.ts';
import { sixEvents } from '#tests/conformance/engine.ts';
import { columnsWith } from './in-memory.ts';

const askedAt = (mode: MapMode, day: number) =>
  mapQueries({
    filter: { ...emptyFilter, from: dayOf(2014, 1, day), to: dayOf(2015, 12, 31) },
    fitted: emptyFilter,
    ...{ mode, measure: 'count', cellZoom: 6, bbox: [-85, -20, -60, 5] },
  });

it('what the map asks under all dates costs nothing while a window moves', () => {
  for (const mode of ['auto', 'cells', 'events', 'density', 'regions'] as const) {
    const ledger = new Ledger(columnsWith(sixEvents).columns, () => null);
    for (const query of askedAt(mode, 1)) ledger.answer(query);
    const undated = askedAt(mode, 2).filter(({ kind, filter }) => filter.from === null && kind !== 'points');
    expect(undated.length, mode).toBeGreaterThan(0);
    for (const query of undated) {
      expect(new WorkPlan(ledger).workFor(query), `${mode}: ${query.kind}`).toBe(0);
    }
  }
});
