import { adm1Finder } from '#core/geo/adm1-lookup.ts';
import type { Adm1Ground, MapZone } from '#core/geo/base-map.ts';
import { pointInPolygons } from '#core/geo/polygon.ts';
import type { Localised } from '#core/localised.ts';
import type { Bbox } from '#core/place.ts';
import type { EventPoint, KnownArea } from '#core/query.ts';
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

const BORDER_KM = 15;

type Areas = readonly KnownArea[];
type Homes = readonly (Home | null)[];
type Ground = Adm1Ground | null;

interface Found {
  readonly areas: Areas;
  readonly adm1: Ground;
  readonly zones: readonly MapZone[];
  readonly homes: Homes;
}

let last: Found | null = null;

/** Whether lists say the same: engines differ in where theirs come from, and each tile of the server brings its own. */
const isSame = (a: Areas, b: Areas): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every(
      (own, i) =>
        own.lat === b[i]!.lat &&
        own.lon === b[i]!.lon &&
        own.adm1 === b[i]!.adm1 &&
        own.precision === b[i]!.precision,
    ));

/**
 * Events known only to a province or zone share that area's one symbol, whatever point their source gave: a point would
 * claim more than is known. Zones outside our gazetteer (a river, a road, a border) share one symbol for each province, where the
 * first of them is. Null where nothing tells where an area lies. Worked out once, for the same areas come again with every
 * move of a filter.
 */
export function homesOf(areas: Areas, adm1: Ground, zones: readonly MapZone[]): Homes {
  if (last && last.adm1 === adm1 && last.zones === zones && isSame(last.areas, areas)) return last.homes;
  last = { areas, adm1, zones, homes: withPoints(areas).map(homeFinder(adm1, zones)) };
  return last.homes;
}

/** The areas, those of one named region with the first point that any family of it has: its events share a symbol. */
function withPoints(areas: Areas): Areas {
  const first = new Map<string, KnownArea>();
  for (const area of areas)
    if (area.adm1 !== null && area.lat !== null && !first.has(area.adm1)) first.set(area.adm1, area);
  return areas.map((area) => {
    const { lat, lon } = first.get(area.adm1 ?? '') ?? area;
    return { ...area, lat, lon };
  });
}

let lastAsked: { readonly areas: Areas; readonly adm1: Ground; readonly known: readonly boolean[] } | null =
  null;

/** Which areas have a home, without looking for it: a point tells of it, their own or one of their region, or the ground does. */
export function placeable(areas: Areas, adm1: Ground): readonly boolean[] {
  if (lastAsked?.areas === areas && lastAsked.adm1 === adm1) return lastAsked.known;
  const known = withPoints(areas).map(
    (area) => area.lat !== null || adm1?.index.has(area.adm1 ?? '') === true,
  );
  lastAsked = { areas, adm1, known };
  return known;
}

/** The box of a symbol's region or zone; where none is known, the point it stands at. */
export function boxOfHome({ lon, lat, area }: Home, adm1: Ground, zones: readonly MapZone[]): Bbox {
  const own = area === null ? null : (adm1?.units.get(area) ?? zones.find(({ id }) => id === area));
  return own?.bbox ?? [lon, lat, lon, lat];
}

type ProvinceAt = (lon: number, lat: number) => string | null;

const provinceFinders = new WeakMap<Adm1Ground, ProvinceAt>();

/** Which province a point is in; points are remembered, for lists of different filters name the same. */
function provinceFinder(adm1: Adm1Ground): ProvinceAt {
  const made = provinceFinders.get(adm1);
  if (made) return made;
  const find = adm1Finder([...adm1.units.values()], BORDER_KM);
  const found = remember<string, string | null>(10_000);
  const finder: ProvinceAt = (lon, lat) => found(`${lon},${lat}`, () => find(lon, lat));
  provinceFinders.set(adm1, finder);
  return finder;
}

function homeFinder(adm1: Ground, zones: readonly MapZone[]): (area: KnownArea) => Home | null {
  const provinceAt = adm1 ? provinceFinder(adm1) : () => null;
  const outlines = zones.map((zone) => ({ zone, outline: [[zone.ring]] }));
  const unlisted = new Map<string, Home>();
  return ({ precision, adm1: named, lon, lat }) => {
    if (precision === 4 && named !== null && adm1?.index.has(named)) return homeOfRegion(named, adm1);
    if (lon === null || lat === null) return null;
    const zone = precision === 5 && outlines.find(({ outline }) => pointInPolygons(outline, lon, lat))?.zone;
    if (zone) return homeOfZone(zone);
    const province = provinceAt(lon, lat);
    if (province === null || !adm1) return homeAtPoint({ precision, lon, lat });
    if (precision === 4) return homeOfRegion(province, adm1);
    const place = adm1.index.get(province) ?? null;
    const first = unlisted.get(province) ?? { key: `5@${province}`, lon, lat, area: null, place };
    unlisted.set(province, first);
    return first;
  };
}

function homeOfRegion(id: string, adm1: Adm1Ground): Home | null {
  const entry = adm1.index.get(id);
  return entry ? { key: `4@${id}`, lon: entry.lon, lat: entry.lat, area: entry.id, place: entry } : null;
}

function homeOfZone({ id, names, countries, label: [lon, lat] }: MapZone): Home {
  return { key: `5@${id}`, lon, lat, area: id, place: { name: names, country: countries[0] ?? '' } };
}

/** Points remembered with their key: the same events come again with every move of a filter, and numbers are slow to write. */
const spotKeys = remember<number, string>(50_000);
/** Events nearer than a ten-thousandth of a degree, about 10 m, are at the same spot. */
const PER_DEGREE = 1e4;

/** Where events stand that have a place of their own, together with those at the same spot. */
export function homeAtPoint({ precision, lon, lat }: Pick<EventPoint, 'precision' | 'lon' | 'lat'>): Home {
  const [x, y] = [Math.round(lon * PER_DEGREE), Math.round(lat * PER_DEGREE)];
  const spot = ((x + 180 * PER_DEGREE) * 181 * PER_DEGREE + y + 90 * PER_DEGREE) * 10 + precision;
  const key = spotKeys(
    spot,
    () => `${precision}@${(x / PER_DEGREE).toFixed(4)},${(y / PER_DEGREE).toFixed(4)}`,
  );
  return { key, lon, lat, area: null, place: null };
}
