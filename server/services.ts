import type { SourceInfo } from '#core/provenance.ts';
import { Cursors } from './cursor.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Snapshot } from './jobs/snapshot.ts';
import { type NameIndex, readNameIndex } from './name-index.ts';
import { Remembered } from './remembered.ts';
import type { Store, StoreInfo } from './store/store.ts';

/** What handlers work with, once the data are ready. */
export interface Services {
  readonly store: Store;
  readonly info: StoreInfo;
  readonly snapshot: Snapshot;
  readonly gazetteer: Gazetteer;
  readonly names: NameIndex;
  readonly cursors: Cursors;
  readonly sources: ReadonlyMap<string, SourceInfo>;
  /** Totals of questions asked lately: the pages of one list need not be counted again. */
  readonly totals: Remembered<number>;
}

const rememberedTotals = 1000;

/** Services over a store. What never changes while it runs is asked once, of `first`: a store without a time limit. */
export async function servicesOf(
  store: Store,
  snapshot: Snapshot,
  gazetteer: Gazetteer,
  first: Store = store,
): Promise<Services> {
  const info = await first.info();
  const sources = (await first.sources()).map((doc) => JSON.parse(doc) as SourceInfo);
  return {
    store,
    info,
    snapshot,
    gazetteer,
    names: await readNameIndex(first),
    cursors: new Cursors(info.cursorKey, info.dataVersion),
    sources: new Map(sources.map((source) => [source.id, source])),
    totals: new Remembered(rememberedTotals),
  };
}
