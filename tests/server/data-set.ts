import type { CrimeEvent } from '#core/event.ts';
import type { SourceInfo } from '#core/provenance.ts';
import { mockWorld } from '#mocks/world.ts';
import type { DataSet } from '#server/store/store.ts';

/** A made source. */
export function sourceOf(id: string, redistribution: SourceInfo['redistribution'] = 'rows'): SourceInfo {
  return {
    id,
    publisher: `Publisher of ${id}`,
    title: id,
    url: `https://example.org/${id}`,
    licence: 'CC BY 4.0',
    licenceUrl: null,
    redistribution,
    attribution: id,
    retrieved: '2026-11-23',
    coverage: { from: null, to: null, countries: [], note: '' },
    limits: [],
    counts: { events: 0, articles: 0, indicators: 0 },
  };
}

/** A data set of nothing but events and the sources they name. */
export function eventsOnly(events: readonly CrimeEvent[]): DataSet {
  const sources = [...new Set(events.map((event) => event.source))].map((id) => sourceOf(id));
  return {
    fingerprint: 'events only',
    dataAsOf: '2026-11-23',
    sources,
    countries: [],
    groups: [],
    articles: [],
    areaNames: new Map(),
    eventBatches: [events],
    indicatorBatches: [],
  };
}

/** Ids of the two events below whose rows may not leave. */
export const countedOnlyId = 'counted-only';
export const hiddenId = 'kept-hidden';
/** Words of theirs: found in an answer they tell of a leak. */
export const unsharedWords = 'quetzalcoatl was seen';

/** The mock world's records, and beside them two events of Peru whose sources do not share rows. */
export function fixtureDataSet(): DataSet {
  const world = mockWorld();
  const like = world.events[0];
  if (!like) throw new Error('The mock world has no events.');
  const top = Math.max(...world.events.map((event) => event.n));
  const unshared = [
    { id: countedOnlyId, source: 'aggregates-only', n: top + 1 },
    { id: hiddenId, source: 'none-at-all', n: top + 2 },
  ].map((own) => ({ ...like, ...own, place: { ...like.place, country: 'PE' }, summary: unsharedWords }));
  return {
    fingerprint: 'fixture',
    dataAsOf: world.dataAsOf,
    sources: [...world.sources, sourceOf('aggregates-only', 'aggregates'), sourceOf('none-at-all', 'none')],
    countries: world.countries,
    groups: world.groups,
    articles: world.articles,
    areaNames: new Map([['PE.AY', 'Ayacucho']]),
    eventBatches: [world.events, unshared],
    indicatorBatches: [world.indicators],
  };
}
