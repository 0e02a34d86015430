import type { Localised, Translated } from './localised.ts';
import type { Quantity } from './measure.ts';
import type { Place } from './place.ts';
import type { Citation, Dispute } from './provenance.ts';
import type { KindKey, SubstanceKey } from './taxonomy.ts';
import type { EventTime } from './time.ts';

/** A coded incident. Every record names its dataset (`source`) and, where known, the publications behind it. */
export interface CrimeEvent {
  /** Stable public id, used in addresses and citations, e.g. "ai-pe-012" or "ucdp-182047". */
  readonly id: string;
  /** Row number in the store, stable while the store lives; the key that travels in snapshots. */
  readonly n: number;
  readonly kind: KindKey;
  readonly time: EventTime;
  readonly place: Place;
  readonly quantities: readonly Quantity[];
  readonly substances: readonly SubstanceKey[];
  /** Ids of Group records. */
  readonly groups: readonly string[];
  /** Organisations as the source names them, groups included. */
  readonly actors: readonly string[];
  /** Our own English sentence, or null for machine-coded rows (the headline is then made from the fields). */
  readonly summary: string | null;
  /** The same sentence in Spanish and Portuguese, where we wrote it. */
  readonly summaries?: Translated | undefined;
  /** Our own caveat for readers, or null. */
  readonly note: string | null;
  /** The same caveat in Spanish and Portuguese, where we wrote it. */
  readonly notes?: Translated | undefined;
  /** A decision or law drawn as a line across the timeline. */
  readonly milestone: boolean;
  /** A milestone's short name for the timeline, e.g. "No-fly zone". */
  readonly label?: Localised | undefined;
  /** Dataset id (SourceInfo.id). */
  readonly source: string;
  /** Id of the record in its dataset. */
  readonly sourceRecordId: string;
  readonly citations: readonly Citation[];
  readonly disputes: readonly Dispute[];
  /** Source rows this record stands for (aggregates by municipality and month); 1 for a single incident. */
  readonly reports: number;
  readonly articles: readonly string[];
}
