import { adm1Finder } from '#core/geo/adm1-lookup.ts';
import type { Adm1Ground, MapZone } from '#core/geo/base-map.ts';
import { pointInPolygons } from '#core/geo/polygon.ts';
import type { Localised } from '#core/localised.ts';
import type { EventPoint } from '#core/query.ts';
import { remember } from '#core/remember.ts';

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
  const known = remember<number, Area | null>(MOST_REMEMBERED);
  return (lon, lat) =>
    known(Math.round((lon + 180) * 1e5) * 2e7 + Math.round((lat + 90) * 1e5), () => find(lon, lat));
}

interface AreaFinders {
  readonly zones: readonly MapZone[];
  readonly province: AreaFinder;
  /** The province of an id; null where the ground does not know it. */
  readonly named: (id: string | null) => Area | null;
  readonly zoneOrProvince: AreaFinder;
  /** Homes of events by row number: the same events come again with every move of a filter. */
  readonly homes: Map<number, { readonly of: EventPoint; readonly home: Home }>;
}
const finders = new WeakMap<Adm1Ground, AreaFinders>();

function findersFor(adm1: Adm1Ground, zones: readonly MapZone[]): AreaFinders {
  const before = finders.get(adm1);
  if (before?.zones === zones) return before;
  const find = adm1Finder([...adm1.units.values()], BORDER_KM);
  const areas = new Map([...adm1.units.keys()].map((id) => [id, { province: id }]));
  const province = remembering((lon, lat) => areas.get(find(lon, lat) ?? '') ?? null);
  const made: AreaFinders = {
    zones,
    province,
    named: (id) => areas.get(id ?? '') ?? null,
    zoneOrProvince: remembering(zoneFinder(zones, province)),
    homes: new Map(),
  };
  finders.set(adm1, made);
  return made;
}

/** The same zone or province is always the same object. */
function zoneFinder(zones: readonly MapZone[], province: AreaFinder): AreaFinder {
  const areas = zones.map((zone) => ({ zone, outline: [[zone.ring]] }));
  return (lon, lat) => areas.find(({ outline }) => pointInPolygons(outline, lon, lat)) ?? province(lon, lat);
}

/**
 * Events known only to a province or zone share that area's one symbol, whatever point their source gave: a point would
 * claim more than is known. Zones outside our gazetteer (a river, a road, a border) share one symbol for each province, where the
 * first of them is. All others stand where they are, together with those at the same spot.
 */
export function homeFinder(adm1: Adm1Ground | null, zones: readonly MapZone[]): HomeFinder {
  const { province, named, zoneOrProvince, homes } = adm1
    ? findersFor(adm1, zones)
    : { ...unfounded, zoneOrProvince: zoneFinder(zones, nowhere), homes: new Map() };
  if (homes.size > MOST_REMEMBERED) homes.clear();
  const areas = { 4: new Map<Area, Home | null>(), 5: new Map<Area, Home | null>() };
  return (point) => {
    const known = homes.get(point.n);
    if (known && isSamePlace(known.of, point)) return known.home;
    const { precision, lon, lat } = point;
    let home: Home | null = null;
    let area: Area | null = null;
    if (precision === 4 || precision === 5) {
      area = precision === 4 ? (named(point.adm1) ?? province(lon, lat)) : zoneOrProvince(lon, lat);
      if (area !== null) home = areas[precision].get(area) ?? homeIn(area, point, adm1);
      if (area !== null) areas[precision].set(area, home);
    }
    home ??= spotOf(point);
    // Where a zone of no gazetteer stands hangs on what else there is of it.
    if (precision !== 5 || area === null || 'zone' in area) homes.set(point.n, { of: point, home });
    return home;
  };
}

const isSamePlace = (a: EventPoint, b: EventPoint): boolean =>
  a.lon === b.lon && a.lat === b.lat && a.precision === b.precision && a.adm1 === b.adm1;

const nowhere = (): null => null;
const unfounded = { province: nowhere, named: nowhere };

/** Where a province's own symbol stands; null where the ground does not know it. */
export function homeOfRegion(id: string, adm1: Adm1Ground | null): Home | null {
  const entry = adm1?.index.get(id);
  return entry ? { key: `4@${id}`, lon: entry.lon, lat: entry.lat, area: entry.id, place: entry } : null;
}

function homeIn(area: Area, { precision, lon, lat }: EventPoint, adm1: Adm1Ground | null): Home | null {
  const key = `${precision}@${'zone' in area ? area.zone.id : area.province}`;
  if ('zone' in area) {
    const { zone } = area;
    const place = { name: zone.names, country: zone.countries[0] ?? '' };
    return { key, lon: zone.label[0], lat: zone.label[1], area: zone.id, place };
  }
  if (precision !== 5) return homeOfRegion(area.province, adm1);
  return { key, lon, lat, area: null, place: adm1?.index.get(area.province) ?? null };
}

/** The same events come again with every move of a filter, and numbers are slow to write. */
const spotKeys = remember<number, string>(MOST_REMEMBERED);
/** Events nearer than a ten-thousandth of a degree, about 10 m, are at the same spot. */
const PER_DEGREE = 1e4;

function spotOf({ precision, lon, lat }: EventPoint): Home {
  const [x, y] = [Math.round(lon * PER_DEGREE), Math.round(lat * PER_DEGREE)];
  const spot = ((x + 180 * PER_DEGREE) * 181 * PER_DEGREE + y + 90 * PER_DEGREE) * 10 + precision;
  const key = spotKeys(
    spot,
    () => `${precision}@${(x / PER_DEGREE).toFixed(4)},${(y / PER_DEGREE).toFixed(4)}`,
  );
  return { key, lon, lat, area: null, place: null };
}
