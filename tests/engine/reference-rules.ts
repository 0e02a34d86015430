import type { CrimeEvent } from '#core/event.ts';
import type { DimensionKey, EventFilter } from '#core/filter.ts';
import { CELL_RADIUS, cellAt, cellCentrePoint } from '#core/geo/hexagon.ts';
import { project, worldSize } from '#core/geo/mercator.ts';
import {
  gramsOf,
  type Measure,
  type QuantityMeasure,
  quantityMeasures,
  quantityOf,
  type Total,
} from '#core/measure.ts';
import { type Bbox, inArea, inBbox, isPlaced } from '#core/place.ts';
import type { FacetQuery, SeriesQuery } from '#core/query.ts';
import { codeOfKind, families, familyOf, kinds } from '#core/taxonomy.ts';
import type { CivilDay } from '#core/time.ts';

/** Rules about single events, for the oracle of reference.ts: each as plain as core states it. */

export const ownDimension: Record<FacetQuery['dimension'], DimensionKey> = {
  country: 'country',
  adm1: 'adm1',
  kind: 'type',
  group: 'group',
  substance: 'substance',
  source: 'source',
  precision: 'precision',
  datePrecision: 'datePrecision',
  reported: 'quantity',
};

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function atSnapshotResolution(event: CrimeEvent): CrimeEvent {
  const { lat, lon } = event.place;
  return {
    ...event,
    place: {
      ...event.place,
      lat: lat === null ? null : Math.fround(Math.round(lat * 1e4) / 1e4),
      lon: lon === null ? null : Math.fround(Math.round(lon * 1e4) / 1e4),
    },
  };
}

export const placed = ({ place }: CrimeEvent): boolean =>
  isPlaced(place.precision) && place.lat !== null && place.lon !== null;

export function onMap(event: CrimeEvent, { bbox, area, cell }: EventFilter): boolean {
  if (!bbox && !area && !cell) return true;
  if (!placed(event)) return false;
  const lat = event.place.lat!;
  const lon = event.place.lon!;
  const own = cell ? cellAt(lon, lat, cell.zoom) : null;
  return (
    (!bbox || inBbox(lat, lon, bbox)) &&
    (!area || inArea(lat, lon, area)) &&
    (!cell || (own?.q === cell.q && own.r === cell.r))
  );
}

/** A figure as the snapshot holds it: whole grams (as kg), dollars or people; null when the best figure is not reported. */
export function figureOf(
  event: CrimeEvent,
  measure: QuantityMeasure,
  bound: 'value' | 'low' | 'high' = 'value',
): number | null {
  if (quantityOf(event.quantities, measure) === null) return null;
  const figure = quantityOf(event.quantities, measure, bound) ?? quantityOf(event.quantities, measure);
  if (figure === null) return null;
  return measure === 'kg' ? gramsOf(figure) / 1000 : Math.round(figure);
}

export function inRange(event: CrimeEvent, quantity: EventFilter['quantity']): boolean {
  if (!quantity) return true;
  const figure = figureOf(event, quantity.measure);
  if (figure === null) return false;
  const grain = (value: number): number => (quantity.measure === 'kg' ? gramsOf(value) : Math.round(value));
  return (
    (quantity.min === null || grain(figure) >= grain(quantity.min)) &&
    (quantity.max === null || grain(figure) <= grain(quantity.max))
  );
}

/** Sums in whole grams, dollars or people, so that they are exact. */
export function totalOf(events: readonly CrimeEvent[], measure: Measure): Total {
  const count = events.length;
  if (measure === 'count') return { events: count, best: count, low: count, high: count, unreported: 0 };
  const scale = measure === 'kg' ? 1000 : 1;
  const reporting = events.filter((event) => figureOf(event, measure) !== null);
  const sum = (bound: 'value' | 'low' | 'high'): number =>
    reporting.reduce((total, event) => total + Math.round(figureOf(event, measure, bound)! * scale), 0) /
    scale;
  return {
    events: count,
    best: sum('value'),
    low: sum('low'),
    high: sum('high'),
    unreported: count - reporting.length,
  };
}

export function spanOf(events: readonly CrimeEvent[]): { from: CivilDay; to: CivilDay } | null {
  const dated = events.filter(({ time }) => time.from !== null);
  if (dated.length === 0) return null;
  return {
    from: Math.min(...dated.map(({ time }) => time.from!)),
    to: Math.max(...dated.map(({ time }) => time.to!)),
  };
}

export function splitKeys(event: CrimeEvent, split: NonNullable<SeriesQuery['split']>): readonly string[] {
  const orNone = (keys: readonly string[]): readonly string[] => (keys.length === 0 ? [''] : keys);
  switch (split) {
    case 'family':
      return [familyOf(event.kind)];
    case 'kind':
      return [event.kind];
    case 'country':
      return [event.place.country ?? ''];
    case 'source':
      return [event.source];
    case 'group':
      return orNone(event.groups);
    case 'substance':
      return orNone(event.substances);
  }
}

export function seriesKeys(events: readonly CrimeEvent[], split: SeriesQuery['split']): readonly string[] {
  if (split === null) return [''];
  if (split === 'family') return families.map(({ key }) => key);
  if (split === 'kind') return kinds.map(({ key }) => key);
  return [...new Set(events.flatMap((event) => splitKeys(event, split)))];
}

/** What is one area: a named region, or a point of a zone or of a region without a name; with the family. Null for other events. */
export function areaKey({ kind, place }: CrimeEvent): string | null {
  const { precision, adm1, lat, lon } = place;
  if (precision === 4 && adm1 !== null) return `${adm1} ${familyOf(kind)}`;
  const isArea = precision === 4 || precision === 5;
  return isArea && lat !== null && lon !== null ? `${precision} ${lat} ${lon} ${familyOf(kind)}` : null;
}

/** What a question names the event's region or zone by; nothing names those of others. */
export function ownArea({ place }: CrimeEvent): string {
  const { precision, adm1, lat, lon } = place;
  if (precision === 4 && adm1 !== null) return adm1;
  if ((precision !== 4 && precision !== 5) || lat === null || lon === null) return 'none';
  return `${precision}@${lat.toFixed(5)},${lon.toFixed(5)}`;
}

export function facetKeys(event: CrimeEvent, dimension: FacetQuery['dimension']): string[] {
  const some = (...keys: (string | null)[]): string[] => keys.filter((key) => key !== null);
  switch (dimension) {
    case 'country':
      return some(event.place.country);
    case 'adm1':
      return some(event.place.adm1);
    case 'kind':
      return [event.kind];
    case 'group':
      return [...event.groups];
    case 'substance':
      return [...event.substances];
    case 'source':
      return [event.source];
    case 'precision':
      return [String(event.place.precision)];
    case 'datePrecision':
      return [event.time.precision];
    case 'reported':
      return quantityMeasures.filter((measure) => figureOf(event, measure) !== null);
  }
}

/** A hexagon's bounding box against the viewport, in the pixels of its zoom; the world repeats every `size`. */
export function touches(viewport: Bbox | null, zoom: number, q: number, r: number): boolean {
  if (!viewport) return true;
  const [west, south, east, north] = viewport;
  const { x, y } = cellCentrePoint({ zoom, q, r });
  const half = (CELL_RADIUS * Math.sqrt(3)) / 2;
  if (y + CELL_RADIUS < project(0, north, zoom).y || y - CELL_RADIUS > project(0, south, zoom).y)
    return false;
  const size = worldSize(zoom);
  const left = project(west, 0, zoom).x;
  const right = project(east < west ? east + 360 : east, 0, zoom).x;
  return [-2, -1, 0, 1, 2].some((turn) => x + turn * size + half >= left && x + turn * size - half <= right);
}

/** A density square of 4 pixels, its north and west edge its own, against the viewport. */
export function squareTouches(viewport: Bbox | null, zoom: number, x: number, y: number): boolean {
  if (!viewport) return true;
  const [west, south, east, north] = viewport;
  if ((y + 1) * 4 <= project(0, north, zoom).y || y * 4 > project(0, south, zoom).y) return false;
  const size = worldSize(zoom);
  const left = project(west, 0, zoom).x;
  const right = project(east < west ? east + 360 : east, 0, zoom).x;
  return [-2, -1, 0, 1, 2].some((turn) => (x + 1) * 4 + turn * size > left && x * 4 + turn * size <= right);
}

/** Every order ends in the row number; unreported figures, undated events and unknown countries come last. */
export function inOrder(events: readonly CrimeEvent[], sort: string): CrimeEvent[] {
  const key = (event: CrimeEvent): number | string | null => {
    if (sort === 'newest') return event.time.from === null ? null : -event.time.from;
    if (sort === 'oldest') return event.time.from;
    if (sort === 'country') return event.place.country;
    if (sort === 'kind') return codeOfKind(event.kind);
    const figure = figureOf(event, sort as QuantityMeasure);
    return figure === null ? null : -figure;
  };
  return [...events].sort((a, b) => {
    const own = key(a);
    const other = key(b);
    if (own === null || other === null) return Number(own === null) - Number(other === null) || a.n - b.n;
    return own < other ? -1 : own > other ? 1 : a.n - b.n;
  });
}
