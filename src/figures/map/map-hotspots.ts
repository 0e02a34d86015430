import type { MapPlace } from '#core/geo/base-map.ts';
import { CELL_RADIUS, type Cell } from '#core/geo/hexagon.ts';
import { distanceKm } from '#core/geo/lonlat.ts';
import { metresPerPixel } from '#core/geo/mercator.ts';
import type { Total } from '#core/measure.ts';
import type { KnownArea } from '#core/query.ts';
import { remember } from '#core/remember.ts';
import type { HotPlace } from './hot-model.ts';
import type { MapModel } from './map-model.ts';
import type { Rate } from './rates.ts';
import type { AreaPlace } from './symbol-home.ts';

/** What opening a hotspot means: the filter part that holds exactly its events, or the events themselves. */
export type HotspotTarget =
  | { readonly kind: 'cell'; readonly cell: Cell }
  /** A province ("PE.AY") or a country ("PE"). */
  | { readonly kind: 'region'; readonly id: string }
  /** Single events by row, and all those known no finer than some areas. */
  | { readonly kind: 'events'; readonly rows: readonly number[]; readonly within: readonly KnownArea[] };

type NamedPlace = AreaPlace & { readonly near: boolean };

/** One thing on the map that can be pointed at, walked to and opened. */
export interface Hotspot {
  readonly key: string;
  readonly lon: number;
  readonly lat: number;
  readonly total: Total | null;
  readonly events: number;
  /** Null when the measure is not reported here. */
  readonly value: number | null;
  readonly level: number | null;
  /** A place within, a province or zone, or the nearest place; null when none is known. Looked up when asked, for most never are. */
  readonly place: () => NamedPlace | null;
  readonly symbol: MapModel['symbols'][number] | null;
  /** What the test says of the place; null in modes without one. */
  readonly hot: HotPlace | null;
  /** What a rate was taken of, or why there is none; null in modes without rates. */
  readonly rate: Rate | null;
  readonly target: HotspotTarget;
}

/** Places further away than this are no help in naming a spot. */
const NEAR_KM = 150;

/**
 * All hotspots, largest value first, then by key: the list beside the map and the order of the Tab key. Names come from
 * the most populous place within a cell, else from the nearest place.
 */
export function hotspotList(model: MapModel, places: readonly MapPlace[]): readonly Hotspot[] {
  const named: Finder = (...spot) => finderOf(places)(...spot);
  if (model.hot) return model.hot.shown.map((place) => hotHotspot(place, named));
  const cells = model.cells.map((cell): Hotspot => {
    const radiusKm = (CELL_RADIUS * metresPerPixel(cell.lat, cell.cell.zoom)) / 1000;
    return {
      key: cell.key,
      lon: cell.lon,
      lat: cell.lat,
      total: cell.total,
      events: cell.total.events,
      value: cell.value,
      level: cell.level,
      place: () => named(cell.lon, cell.lat, radiusKm),
      symbol: null,
      hot: null,
      rate: null,
      target: { kind: 'cell', cell: cell.cell },
    };
  });
  const regions = model.regions.map(
    (region): Hotspot => ({
      key: region.id,
      lon: region.lon,
      lat: region.lat,
      total: region.total,
      events: region.total.events,
      value: region.value,
      level: region.level,
      place: () => ({ name: region.name, country: region.country, near: false }),
      symbol: null,
      hot: null,
      rate: region.rate,
      target: { kind: 'region', id: region.id },
    }),
  );
  const symbols = model.symbols.map(
    (symbol): Hotspot => ({
      key: symbol.key,
      lon: symbol.lon,
      lat: symbol.lat,
      total: null,
      events: symbol.events,
      value: symbol.events,
      level: null,
      place: () => (symbol.place ? { ...symbol.place, near: false } : named(symbol.lon, symbol.lat, 5)),
      symbol,
      hot: null,
      rate: null,
      target: { kind: 'events', rows: symbol.rows, within: symbol.within },
    }),
  );
  const areas = [...cells, ...regions].sort(byValue);
  return [...areas, ...symbols.sort(byValue)];
}

function hotHotspot(hot: HotPlace, named: Finder): Hotspot {
  const { key, cell, region, lon, lat, events } = hot;
  return {
    ...{ key, lon, lat, events, hot },
    total: null,
    value: events,
    level: null,
    place: () => {
      if (region) return { name: region.name, country: region.country, near: false };
      const zoom = cell?.zoom ?? 0;
      return named(lon, lat, (CELL_RADIUS * metresPerPixel(lat, zoom)) / 1000);
    },
    symbol: null,
    rate: null,
    target: cell ? { kind: 'cell', cell } : { kind: 'region', id: key },
  };
}

function byValue(a: Hotspot, b: Hotspot): number {
  return (b.value ?? -1) - (a.value ?? -1) || b.events - a.events || (a.key < b.key ? -1 : 1);
}

type Finder = (lon: number, lat: number, radiusKm: number) => NamedPlace | null;

const finders = new WeakMap<readonly MapPlace[], Finder>();
const keptNames = 20_000;

/** The finder of a list of places. It remembers what it found, for a drag asks for the same cells at every move. */
function finderOf(places: readonly MapPlace[]): Finder {
  const before = finders.get(places);
  if (before) return before;
  const find = placeFinder(places);
  const found = remember<string, NamedPlace | null>(keptNames);
  const finder: Finder = (lon, lat, radiusKm) =>
    found(`${lon},${lat},${radiusKm}`, () => find(lon, lat, radiusKm));
  finders.set(places, finder);
  return finder;
}

/** Looks in one-degree buckets, so that naming thousands of cells stays quick. */
function placeFinder(places: readonly MapPlace[]): Finder {
  const buckets = new Map<string, MapPlace[]>();
  for (const place of places) {
    const key = `${Math.floor(place.lon)},${Math.floor(place.lat)}`;
    const bucket = buckets.get(key);
    if (bucket) bucket.push(place);
    else buckets.set(key, [place]);
  }
  return (lon, lat, radiusKm) => {
    const reach = Math.min(3, Math.ceil(Math.max(radiusKm, 60) / 100) + 1);
    let inside: MapPlace | null = null;
    let nearest: MapPlace | null = null;
    let nearestKm = NEAR_KM;
    for (let x = -reach; x <= reach; x += 1) {
      for (let y = -reach; y <= reach; y += 1) {
        for (const place of buckets.get(`${Math.floor(lon) + x},${Math.floor(lat) + y}`) ?? []) {
          const km = distanceKm([lon, lat], [place.lon, place.lat]);
          if (km <= radiusKm && (!inside || place.population > inside.population)) inside = place;
          if (km < nearestKm) {
            nearest = place;
            nearestKm = km;
          }
        }
      }
    }
    const found = inside ?? nearest;
    return found ? { name: found.name, country: found.country, near: !inside } : null;
  };
}
