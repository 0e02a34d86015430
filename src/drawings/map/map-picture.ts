import type { BaseMap } from '#core/geo/base-map.ts';
import { cellCorners } from '#core/geo/hexagon.ts';
import type { Bbox } from '#core/place.ts';
import type { Answer, CountAnswer } from '#core/query.ts';
import { isHot } from '#core/view.ts';
import type { FigureWords } from '#figures/figure.ts';
import { mapFigureWords } from '#figures/map/form-words.ts';
import { isSpot } from '#figures/map/hot-marks.ts';
import type { HotModel } from '#figures/map/hot-model.ts';
import { type Hotspot, hotspotList } from '#figures/map/map-hotspots.ts';
import { buildMapModel, type MapModel } from '#figures/map/map-model.ts';
import { boxOfAreas } from '#figures/map/map-symbols.ts';
import type { Population } from '#figures/map/rates.ts';
import { makeWords } from '#figures/words.ts';
import type { I18n } from '#i18n/i18n.tsx';
import type { Names } from '#state/names.ts';
import type { Counted } from '../counts.ts';
import { placeFinding } from '../findings.ts';
import type { WordsBase } from '../words-base.ts';
import { type MapAsk, mapInput } from './map-queries.ts';

export interface PictureInput {
  readonly ask: MapAsk;
  /** The answers to `mapQueries(ask)`, in their order; null where one is awaited. */
  readonly answers: readonly (Answer | null)[];
  /** Whether they cover all rows. */
  readonly complete: boolean;
  readonly hot: HotModel | null;
  /** What rates are taken of. */
  readonly population: Population | null;
  readonly count: CountAnswer | null;
  readonly base: BaseMap | null;
}

/** The map without pixels, from what the engine answered. */
export function mapModelOf({ ask, answers, complete, base, ...rest }: PictureInput): MapModel {
  return buildMapModel({
    ...mapInput(ask, answers, complete),
    ...rest,
    adm1: base?.adm1 ?? null,
    countries: base?.countries ?? [],
    zones: base?.zones ?? [],
  });
}

/** The places of a map, the one with most events first. */
export function placesOf(model: MapModel, base: BaseMap | null): readonly Hotspot[] {
  return hotspotList(model, base?.places ?? []);
}

/**
 * The box around events with a place, else around the regions and zones that others are known to; null while unknown or where there
 * are none. Cold spots may lie where nothing was reported: a map of hot spots is fitted to all of its spots.
 */
export function extentOf(
  answers: readonly (Answer | null)[],
  base: BaseMap | null,
  hot: HotModel | null = null,
): Bbox | null {
  const extent = answers.find((answer) => answer?.kind === 'extent');
  if (!extent) return null;
  if (extent.bbox) return hot ? withSpots(extent.bbox, hot) : extent.bbox;
  const areas = answers.find((answer) => answer?.kind === 'areas');
  return areas && base?.adm1 ? boxOfAreas(areas, base) : null;
}

function withSpots(box: Bbox, { shown }: HotModel): Bbox {
  let [west, south, east, north] = box;
  for (const { kind, cell, lon, lat } of shown) {
    if (!isSpot(kind)) continue;
    for (const [x, y] of cell ? cellCorners(cell) : [[lon, lat] as const]) {
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
  }
  return [west, south, east, north];
}

/** The words of a map of Explore, and the same before its form adds its own. */
export function mapWords(
  model: MapModel,
  counted: Pick<Counted, 'count' | 'facets'>,
  base: WordsBase,
  names: Names,
  i18n: I18n,
): { readonly plain: FigureWords; readonly full: FigureWords } {
  const { mode, measure, notPlaced } = model;
  // Who has most events is not who has most a head.
  const title = isHot(mode) || mode === 'rates' ? null : placeFinding(counted, base, i18n, names);
  const own = {
    ...(title ? { title } : {}),
    ...(notPlaced === null ? {} : { notPlaced }),
    measure,
  };
  const plain = makeWords({ ...base, ...own, kind: 'map', extent: null }, i18n, names);
  return { plain, full: mapFigureWords(plain, model, i18n) };
}
