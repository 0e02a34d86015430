import type { BaseMap } from '#core/geo/base-map.ts';
import type { Measure } from '#core/measure.ts';
import type { Bbox } from '#core/place.ts';
import type { Answer, CountAnswer } from '#core/query.ts';
import type { MapMode } from '#core/view.ts';
import type { FigureWords } from '#figures/figure.ts';
import type { HotModel } from '#figures/map/hot-model.ts';
import { hotFigureWords } from '#figures/map/hot-words.ts';
import { type Hotspot, hotspotList } from '#figures/map/map-hotspots.ts';
import { buildMapModel, isHot, type MapModel } from '#figures/map/map-model.ts';
import { makeWords } from '#figures/words.ts';
import type { I18n } from '#i18n/i18n.tsx';
import type { Names } from '#state/names.ts';
import type { Counted } from '../counts.ts';
import { placeFinding } from '../findings.ts';
import type { WordsBase } from '../words-base.ts';

interface PictureInput {
  readonly mode: MapMode;
  readonly measure: Measure;
  /** The answers to `mapQueries`, in any order. */
  readonly answers: readonly Answer[];
  readonly hot: HotModel | null;
  readonly count: CountAnswer | null;
  readonly base: BaseMap | null;
}

const ofKind = <K extends Answer['kind']>(answers: readonly Answer[], kind: K) =>
  answers.filter((answer): answer is Extract<Answer, { kind: K }> => answer.kind === kind);

/** The map without pixels, from what the engine answered. */
export function mapModelOf({ mode, measure, answers, hot, count, base }: PictureInput): MapModel {
  const [cells = null, faintCells = null] = ofKind(answers, 'cells');
  const [points = null, faintPoints = null] = ofKind(answers, 'points');
  const [regions = null] = ofKind(answers, 'facet');
  const input = { mode, measure, cells, faintCells, points, faintPoints, regions };
  return buildMapModel({ ...input, hot, count, adm1: base?.adm1 ?? null, zones: base?.zones ?? [] });
}

/** The places of a map, the one with most events first. */
export function placesOf(model: MapModel, base: BaseMap | null): readonly Hotspot[] {
  return hotspotList(model, base?.places ?? []);
}

/** The box around what was found; null while unknown or where nothing is placed. */
export function extentOf(answers: readonly Answer[]): Bbox | null {
  return ofKind(answers, 'extent')[0]?.bbox ?? null;
}

/** The words of a map of Explore, and the same before hot spots add theirs. */
export function mapWords(
  { mode, hot, notPlaced }: Pick<MapModel, 'mode' | 'hot' | 'notPlaced'>,
  counted: Pick<Counted, 'count' | 'facets'>,
  base: WordsBase,
  names: Names,
  i18n: I18n,
): { readonly plain: FigureWords; readonly full: FigureWords } {
  const title = isHot(mode) ? null : placeFinding(counted, base, i18n, names);
  const own = {
    ...(title ? { title } : {}),
    ...(notPlaced === null ? {} : { notPlaced }),
    ...(isHot(mode) ? { measure: 'count' as const } : {}),
  };
  const plain = makeWords({ ...base, ...own, kind: 'map', extent: null }, i18n, names);
  return { plain, full: hotFigureWords(plain, hot, i18n) };
}
