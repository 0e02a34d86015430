import type { SourceInfo } from '#core/provenance.ts';
import { type Columns, columnsOver } from './columns/columns.ts';
import { Cursors } from './cursor.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Snapshot } from './jobs/snapshot.ts';
import { type NameIndex, readNameIndex } from './name-index.ts';
import { Remembered } from './remembered.ts';
import type { BriefingStore } from './store/briefing-store.ts';
import type { Store, StoreInfo } from './store/store.ts';
import { Versions } from './versions.ts';

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
  readonly columns: Columns;
  /** Today's data and the earlier states that links pin. */
  readonly versions: Versions;
  /** Brush tiles asked for lately, plain and compressed. */
  readonly tiles: Remembered<Buffer>;
  /** Where briefings are written; null where nothing can be. */
  readonly briefings: BriefingStore | null;
}

const rememberedTotals = 1000;
/** At about half a megabyte each at most. */
const rememberedTiles = 120;

/** Services over a store. What never changes while it runs is asked once, of `first`: a store without a time limit. */
export async function servicesOf(
  store: Store,
  snapshot: Snapshot,
  gazetteer: Gazetteer,
  first: Store = store,
  columns: Columns = columnsOver(snapshot),
  versions: Versions = onlyVersion(snapshot),
  briefings: BriefingStore | null = null,
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
    columns,
    versions,
    tiles: new Remembered(rememberedTiles),
    briefings,
  };
}

/** Today's data alone, with no earlier state kept. */
export function onlyVersion(snapshot: Snapshot): Versions {
  return new Versions(snapshot, [], () => Promise.reject(new Error('No earlier state is kept.')));
}
