import type { EventFilter } from '#core/filter.ts';
import type { BaseMap } from '#core/geo/base-map.ts';
import type { Bin } from '#core/time.ts';
import type { Drawing } from '#figures/figure.ts';
import type { DaySpan, LanesInput } from '#figures/lanes/lanes-props.ts';
import type { Hotspot } from '#figures/map/map-hotspots.ts';
import type { MapModel } from '#figures/map/map-model.ts';
import type { RankModel } from '#figures/rank/rank-model.ts';
import type { NameOf } from '#figures/rank/rank-words.ts';
import type { SeriesModel } from '#figures/series/series-model.ts';
import type { MapSight } from './map/map-sight.ts';

interface Made {
  readonly drawing: Drawing;
  /** One or two sentences from the data. */
  readonly summary: string;
}

export interface MadeMap extends Made {
  readonly kind: 'map';
  readonly model: MapModel;
  readonly base: BaseMap;
  readonly hotspots: readonly Hotspot[];
  readonly sight: MapSight;
  readonly filter: EventFilter;
}

export interface MadeLanes extends Made {
  readonly kind: 'lanes';
  readonly input: LanesInput;
  readonly bin: Bin;
  readonly extent: DaySpan;
  /** The filter of the bars: everything but the dates. */
  readonly filter: EventFilter;
}

export interface MadeSeries extends Made {
  readonly kind: 'series';
  readonly model: SeriesModel;
}

export interface MadeRank extends Made {
  readonly kind: 'rank';
  readonly model: RankModel;
  readonly nameOf: NameOf;
  readonly filter: EventFilter;
}

/** A figure that is read as it stands: a single number, rows of a list, or words where nothing was found. */
export interface MadeStill extends Made {
  readonly kind: 'still';
}

/** A figure as made from its reference: what every export takes, and what a page needs to let it be pointed at. */
export type MadeFigure = MadeMap | MadeLanes | MadeSeries | MadeRank | MadeStill;
