import { beforeAll, describe, expect, it } from 'vitest';
import type { CrimeEvent } from '#core/event.ts';
import { type EventFilter, emptyFilter } from '#core/filter.ts';
import type { Query } from '#core/query.ts';
import { dayOf } from '#core/time.ts';
import { openSample } from '#server/sample/load-sample.ts';
import { memoryEngine, snapshotOf, whenReady } from '#tests/engine/in-memory.ts';
import { ReferenceEngine } from '#tests/engine/reference.ts';

const seizures2015: EventFilter = {
  ...emptyFilter,
  countries: ['PE'],
  types: ['air', 'seizure'],
  from: dayOf(2014, 1, 1),
  to: dayOf(2015, 12, 31),
};
const filters: readonly EventFilter[] = [
  emptyFilter,
  seizures2015,
  { ...emptyFilter, countries: ['CO'], quantity: { measure: 'kg', min: 100, max: null } },
  { ...emptyFilter, bbox: [-76, -14, -72, -11], from: dayOf(2013, 6, 15), to: dayOf(2013, 7, 14) },
  { ...emptyFilter, precisions: [3, 4], substances: ['cocaine'] },
];

const questionsOf = (filter: EventFilter): readonly Query[] => [
  { kind: 'count', filter, measure: 'kg' },
  { kind: 'series', filter, bin: 'year', measure: 'people', split: 'family', domain: null },
  { kind: 'facet', filter, dimension: 'country', measure: 'kg' },
  { kind: 'facet', filter, dimension: 'group', measure: 'count' },
  { kind: 'facet', filter, dimension: 'reported', measure: 'usd' },
  { kind: 'cells', filter, zoom: 5, viewport: [-82, -19, -68, 0], measure: 'count' },
  { kind: 'density', filter, zoom: 6, viewport: [-82, -19, -68, 0] },
  { kind: 'page', filter, sort: 'kg', offset: 40, limit: 60 },
  { kind: 'page', filter, sort: 'newest', offset: 0, limit: 60 },
  { kind: 'points', filter, viewport: [-76, -14, -72, -11], precisions: [], limit: 500 },
  { kind: 'marks', filter, domain: { from: dayOf(2015, 1, 1), to: dayOf(2015, 12, 31) }, limit: 400 },
  { kind: 'relax', filter },
  { kind: 'extent', filter },
  { kind: 'coverage', filter, bin: 'year', domain: null },
];

describe('the bundled sample, through real parts', () => {
  let events: readonly CrimeEvent[];
  beforeAll(() => {
    events = [...openSample().eventBatches()].flat();
  });

  it('is answered as the reference answers it', async () => {
    const engine = memoryEngine(snapshotOf(events, 10_000));
    await whenReady(engine);
    expect(engine.status()).toMatchObject({ rows: events.length, skippedRows: 0 });
    const reference = new ReferenceEngine(events);
    for (const filter of filters) {
      const queries = questionsOf(filter);
      const { answers } = await engine.ask(queries);
      for (const [i, query] of queries.entries()) {
        expect({ query, answer: answers[i] }).toEqual({ query, answer: reference.answer(query) });
      }
    }
    engine.close();
  });
});
