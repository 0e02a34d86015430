import { adm1Finder } from '#core/geo/adm1-lookup.ts';
import type { Adm1Ground, MapZone } from '#core/geo/base-map.ts';
import { pointInPolygons } from '#core/geo/polygon.ts';
import type { Localised } from '#core/localised.ts';
import type { EventPoint } from '#core/query.ts';

/** Where a symbol stands and which events share it. */
export interface Home {
  readonly key: string;
  readonly lon: number;
  readonly lat: number;
  /** Province or zone id for events known no finer than that. */
  readonly area: string | null;
  /** What that province or zone is called. */
  readonly place: AreaPlace | null;
}

/** The name of a province, or of a zone in each language. */
export interface AreaPlace {
  readonly name: string | Localised;
  readonly country: string;
}

export type HomeFinder = (point: EventPoint) => Home;

const BORDER_KM = 15;

/** Points remembered with their area: looking through outlines takes longer than all else a map model needs. */
const MOST_REMEMBERED = 50_000;

/** Where an area is that a point is known no finer than: a zone of our gazetteer, or a province. */
type Area = { readonly zone: MapZone } | { readonly province: string };
type AreaFinder = (lon: number, lat: number) => Area | null;

/** Remembers by place, to about a metre; the same points come again with every move of a filter. */
function remembering(find: AreaFinder): AreaFinder {
  const known = new Map<number, Area | null>();
  return (lon, lat) => {
    const key = Math.round((lon + 180) * 1e5) * 2e7 + Math.round((lat + 90) * 1e5);
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const area = find(lon, lat);
    known.set(key, area);
    return area;
  };
}

interface AreaFinders {
  readonly zones: readonly MapZone[];
  readonly province: AreaFinder;
  readonly zoneOrProvince: AreaFinder;
}
const finders = new WeakMap<Adm1Ground, AreaFinders>();

function findersFor(adm1: Adm1Ground, zones: readonly MapZone[]): AreaFinders {
  const before = finders.get(adm1);
  if (before?.zones === zones) return before;
  const find = adm1Finder([...adm1.units.values()], BORDER_KM);
  const province = remembering((lon, lat) => {
    const id = find(lon, lat);
    return id === null ? null : { province: id };
  });
  const made: AreaFinders = {
    zones,
    province,
    zoneOrProvince: remembering((lon, lat) => zoneAt(zones, lon, lat) ?? province(lon, lat)),
  };
  finders.set(adm1, made);
  return made;
}

function zoneAt(zones: readonly MapZone[], lon: number, lat: number): Area | null {
  const zone = zones.find(({ ring }) => pointInPolygons([[ring]], lon, lat));
  return zone ? { zone } : null;
}

/**
 * Events known only to a province or zone share that area's one symbol, whatever point their source gave: a point would
 * claim more than is known. Zones outside our gazetteer (a river, a road, a border) share one symbol for each province, where the
 * first of them is. All others stand where they are, together with those at the same spot.
 */
export function homeFinder(adm1: Adm1Ground | null, zones: readonly MapZone[]): HomeFinder {
  const { province, zoneOrProvince } = adm1
    ? findersFor(adm1, zones)
    : { province: () => null, zoneOrProvince: (lon: number, lat: number) => zoneAt(zones, lon, lat) };
  const homes = new Map<string, Home | null>();
  const once = (key: string, make: () => Home | null): Home | null => {
    const known = homes.get(key);
    if (known !== undefined) return known;
    const home = make();
    homes.set(key, home);
    return home;
  };
  return (point) => {
    const { precision, lon, lat } = point;
    const area = precision === 4 ? province(lon, lat) : precision === 5 ? zoneOrProvince(lon, lat) : null;
    const shared = area && once(keyOf(area, precision), () => homeIn(area, point, adm1));
    return shared ?? spotOf(point);
  };
}

const keyOf = (area: Area, precision: number): string =>
  `${precision}@${'zone' in area ? area.zone.id : area.province}`;

function homeIn(area: Area, { precision, lon, lat }: EventPoint, adm1: Adm1Ground | null): Home | null {
  const key = keyOf(area, precision);
  if ('zone' in area) {
    const { zone } = area;
    const place = { name: zone.names, country: zone.countries[0] ?? '' };
    return { key, lon: zone.label[0], lat: zone.label[1], area: zone.id, place };
  }
  const entry = adm1?.index.get(area.province) ?? null;
  if (precision === 5) return { key, lon, lat, area: null, place: entry };
  return entry && { key, lon: entry.lon, lat: entry.lat, area: entry.id, place: entry };
}

function spotOf({ precision, lon, lat }: EventPoint): Home {
  return { key: `${precision}@${lon.toFixed(4)},${lat.toFixed(4)}`, lon, lat, area: null, place: null };
}
