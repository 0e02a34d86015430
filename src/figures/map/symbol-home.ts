import { adm1Finder } from '#core/geo/adm1-lookup.ts';
import type { Adm1Ground, MapZone } from '#core/geo/base-map.ts';
import { pointInRing } from '#core/geo/polygon.ts';
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

/** Points remembered with their province: looking through outlines takes longer than all else a map model needs. */
const MOST_REMEMBERED = 50_000;

type ProvinceFinder = (lon: number, lat: number) => string | null;
const finders = new WeakMap<Adm1Ground, ProvinceFinder>();

/** The province a point lies in; the same points come again with every move of a filter. */
function provinceFinder(adm1: Adm1Ground): ProvinceFinder {
  const before = finders.get(adm1);
  if (before) return before;
  const find = adm1Finder([...adm1.units.values()], BORDER_KM);
  const known = new Map<string, string | null>();
  const finder: ProvinceFinder = (lon, lat) => {
    const key = `${lon},${lat}`;
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const id = find(lon, lat);
    known.set(key, id);
    return id;
  };
  finders.set(adm1, finder);
  return finder;
}

/**
 * Events known only to a province or zone share that area's one symbol, whatever point their source gave: a point would
 * claim more than is known. Zones outside our gazetteer (a river, a road, a border) share one symbol for each province, where the
 * first of them is. All others stand where they are, together with those at the same spot.
 */
export function homeFinder(adm1: Adm1Ground | null, zones: readonly MapZone[]): HomeFinder {
  const provinceAt: ProvinceFinder = adm1 ? provinceFinder(adm1) : () => null;
  const known = new Map<string, Home | null>();
  const firstInProvince = new Map<string, Home>();
  const areaHome = ({ precision, lon, lat }: EventPoint): Home | null => {
    if (precision === 4) {
      const id = provinceAt(lon, lat);
      const entry = id ? adm1?.index.get(id) : undefined;
      return entry
        ? { key: `4@${entry.id}`, lon: entry.lon, lat: entry.lat, area: entry.id, place: entry }
        : null;
    }
    const zone = zones.find(({ ring }) => pointInRing(ring, lon, lat));
    if (zone) {
      const place = { name: zone.names, country: zone.countries[0] ?? '' };
      return { key: `5@${zone.id}`, lon: zone.label[0], lat: zone.label[1], area: zone.id, place };
    }
    const id = provinceAt(lon, lat);
    if (!id) return null;
    const shared = firstInProvince.get(id) ?? {
      key: `5@${id}`,
      lon,
      lat,
      area: null,
      place: adm1?.index.get(id) ?? null,
    };
    firstInProvince.set(id, shared);
    return shared;
  };
  return (point) => {
    const { precision, lon, lat } = point;
    const key = `${precision}@${lon.toFixed(4)},${lat.toFixed(4)}`;
    const here: Home = { key, lon, lat, area: null, place: null };
    if (precision !== 4 && precision !== 5) return here;
    let home = known.get(key);
    if (home === undefined) {
      home = areaHome(point);
      known.set(key, home);
    }
    return home ?? here;
  };
}
