import type { Article } from '#core/article.ts';
import type { Country } from '#core/country.ts';
import type { CrimeEvent } from '#core/event.ts';
import type { Group } from '#core/group.ts';
import type { IndicatorSeries } from '#core/indicator.ts';
import type { SourceInfo } from '#core/provenance.ts';
import { Ledger } from '#engine/local/answer.ts';
import { ColumnsBuilder } from '#engine/local/columns.ts';
import articles from './fixtures/articles.json' with { type: 'json' };
import events from './fixtures/events.json' with { type: 'json' };
import {
  countries,
  groups,
  indicators,
  mockDataAsOf,
  mockDataVersion,
  sources,
} from './fixtures/reference.ts';
import { type MockSnapshot, mockSnapshot } from './snapshot-part.ts';
import { rowsWithWords } from './words.ts';

/** Everything the mock API knows. Tests hand in their own to try other states (an empty store, one event). */
export interface MockWorld {
  readonly dataVersion: string;
  readonly dataAsOf: string;
  readonly events: readonly CrimeEvent[];
  readonly articles: readonly Article[];
  readonly countries: readonly Country[];
  readonly groups: readonly Group[];
  readonly indicators: readonly IndicatorSeries[];
  readonly sources: readonly SourceInfo[];
  readonly snapshot: MockSnapshot;
  /** The browser's own engine over the snapshot: lists and figures cannot count differently. */
  readonly ledger: Ledger;
}

/** A world from the fixtures, with some of it exchanged. */
export function mockWorld(parts: Partial<Omit<MockWorld, 'snapshot' | 'ledger'>> = {}): MockWorld {
  const world = {
    dataVersion: mockDataVersion,
    dataAsOf: mockDataAsOf,
    events: events as unknown as readonly CrimeEvent[],
    articles: articles as unknown as readonly Article[],
    countries,
    groups,
    indicators,
    sources,
    ...parts,
  };
  const snapshot = mockSnapshot(world.events, world);
  const builder = new ColumnsBuilder(world.events.length, snapshot.manifest.dictionaries);
  builder.add(snapshot.columns);
  return {
    ...world,
    snapshot,
    ledger: new Ledger(builder.build(), (text) => rowsWithWords(world.events, text)),
  };
}
