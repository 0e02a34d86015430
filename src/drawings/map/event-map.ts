import type { CrimeEvent } from '#core/event.ts';
import type { BaseMap } from '#core/geo/base-map.ts';
import type { PlacePrecision } from '#core/place.ts';
import type { AreasAnswer, PointsAnswer } from '#core/query.ts';
import { familyOf } from '#core/taxonomy.ts';
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
  const nothing = { cells: null, regions: null, count: null };
  const drawn = isArea(event.place.precision)
    ? { points: null, areas: areaOf(event) }
    : { points: pointOf(event) };
  return buildMapModel({ mode: 'events', measure: 'count', ...nothing, ...drawn, adm1: base?.adm1 ?? null });
}

const isArea = (precision: PlacePrecision): precision is 4 | 5 => precision === 4 || precision === 5;

function areaOf({ kind, place: { precision, adm1, lat, lon } }: CrimeEvent): AreasAnswer {
  const areas = isArea(precision) ? [{ precision, adm1, lat, lon, family: familyOf(kind) }] : [];
  return { kind: 'areas', areas, events: areas.map(() => 1), elsewhere: 0 };
}

function pointOf(event: CrimeEvent): PointsAnswer {
  const { place, n, kind, time } = event;
  const camera = eventCamera(event);
  const { precision, adm1 } = place;
  const points = camera
    ? [{ n, kind, lat: camera.lat, lon: camera.lon, precision, from: time.from, adm1 }]
    : [];
  return { kind: 'points', points, matched: points.length, truncated: false };
}

/** How well the place is known, in a sentence. */
export function precisionWords({ place }: CrimeEvent, names: Names, { t }: I18n): string {
  const region = (place.adm1 === null ? '' : names.adm1(place.adm1)) || (place.name ?? '');
  return t(`records.precision.${place.precision}`, { region });
}
