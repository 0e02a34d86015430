import type { CrimeEvent } from '#core/event.ts';
import type { BaseMap } from '#core/geo/base-map.ts';
import type { PointsAnswer } from '#core/query.ts';
import type { View } from '#core/view.ts';
import { buildMapModel, type MapModel } from '#figures/map/map-model.ts';
import type { I18n } from '#i18n/i18n.tsx';
import type { Names } from '#state/names.ts';

const ZOOM = { 1: 8, 2: 8, 3: 8, 4: 6, 5: 6.5, 6: 5, 7: 6 } as const;

/** Where to look for one event; null where its place is not drawn: a country alone is no point. */
export function eventCamera({ place }: CrimeEvent): NonNullable<View['map']> | null {
  const { lat, lon, precision } = place;
  return lat === null || lon === null || precision === 6 ? null : { lat, lon, zoom: ZOOM[precision] };
}

/** One event as a map may show it: one symbol that says how well the place is known. */
export function eventMapModel(event: CrimeEvent, base: BaseMap | null): MapModel {
  const { place, n, kind, time } = event;
  const camera = eventCamera(event);
  const point = camera && {
    ...{ n, kind },
    lat: camera.lat,
    lon: camera.lon,
    precision: place.precision,
    from: time.from,
    adm1: place.adm1,
  };
  const points: PointsAnswer = {
    kind: 'points',
    points: point ? [point] : [],
    matched: point ? 1 : 0,
    truncated: false,
  };
  const nothing = { cells: null, regions: null, count: null };
  return buildMapModel({ mode: 'events', measure: 'count', ...nothing, points, adm1: base?.adm1 ?? null });
}

/** How well the place is known, in a sentence. */
export function precisionWords({ place }: CrimeEvent, names: Names, { t }: I18n): string {
  const region = (place.adm1 === null ? '' : names.adm1(place.adm1)) || (place.name ?? '');
  return t(`records.precision.${place.precision}`, { region });
}
