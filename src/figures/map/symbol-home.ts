import { adm1At } from '#core/geo/adm1-lookup.ts';
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
const provinces = new WeakMap<Adm1Ground, Map<string, string | null>>();

/** The province a point lies in; the same points come again with every move of a filter. */
function provinceAt(adm1: Adm1Ground | null, lon: number, lat: number): string | null {
  if (adm1 === null) return null;
  let known = provinces.get(adm1);
  if (known === undefined || known.size >= MOST_REMEMBERED) {
    known = new Map();
    provinces.set(adm1, known);
  }
  const key = `${lon},${lat}`;
  let id = known.get(key);
  if (id === undefined) {
    id = adm1At([...adm1.units.values()], lon, lat, BORDER_KM);
    known.set(key, id);
  }
  return id;
}

/**
 * Events known only to a province or zone share that area's one symbol, whatever point their source gave: a point would
 * claim more than is known. Zones outside our gazetteer (a river, a road, a border) share one symbol for each province, where the
 * first of them is. All others stand where they are, together with those at the same spot.
 */
export function homeFinder(adm1: Adm1Ground | null, zones: readonly MapZone[]): HomeFinder {
  const known = new Map<string, Home | null>();
  const firstInProvince = new Map<string, Home>();
  const areaHome = ({ precision, lon, lat }: EventPoint): Home | null => {
    if (precision === 4) {
      const id = provinceAt(adm1, lon, lat);
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
    const id = provinceAt(adm1, lon, lat);
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
